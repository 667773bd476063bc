"""Income lines above the dibao standard: 低保边缘 and 单人保 (a multiple of the standard, strict or inclusive)."""

from __future__ import annotations

from typing import NamedTuple

from caseworker.policy import Value
from caseworker.rules.dibao import INCOME_FACTS, compare
from caseworker.rules.logic import Truth, below, times, undecided
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene


class Line(NamedTuple):
    """A line: `ratio` × standard; `inclusive` where an income on the line still passes."""

    ratio: Value | None
    name: str
    inclusive: bool


def edge_line(scene: Scene) -> Line:
    """The 边缘 line (最低生活保障审核确认办法第八条; 社会救助法第二十一条第三款)."""
    inclusive = scene.law.get("edge.inclusive")
    return Line(scene.law.get("edge.ratio", scene.area), "edge.ratio", bool(inclusive and inclusive.value))


def single_line(scene: Scene, *, inclusive: bool) -> Line:
    """The family line of 单人保; inclusive only on the path of a dependent adult."""
    return Line(scene.law.get("dibao.single.ratio", scene.area), "dibao.single.ratio", inclusive)


def beneath(scene: Scene, line: Line) -> Truth:
    """Whether income a head is beneath the line."""
    if scene.month is None or line.ratio is None:
        return undecided(*([f"dibao.standard.{scene.area}"] if scene.month is None else [line.name]))
    return below(scene.per_head, times(scene.month, line.ratio.value), line.inclusive)


def line_reason(scene: Scene, line: Line, rule: str) -> Reason:
    """The reason for an income line, with its arithmetic."""
    truth = beneath(scene, line)
    word = "不高于" if line.inclusive else "低于"
    said = {
        True: f"家庭人均收入{word}收入线",
        False: "家庭人均收入超过收入线",
        None: "家庭人均收入是否在收入线以内还不能确定",
    }
    if truth.value is False and not line.inclusive:
        said[False] = "家庭人均收入不低于收入线"
    working = ""
    if scene.month is not None and line.ratio is not None:
        working = compare(scene, scene.month, truth, strict=not line.inclusive, times=line.ratio.value)
    return reason(scene.law, rule, truth, said[truth.value], working=working, facts=INCOME_FACTS, source=scene.standard)
