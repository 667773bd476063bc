"""Top-ups on dibao (分类施保增发): a rate of the standard for elders, severely disabled, seriously ill, pupils, minors.

社会救助法第二十条; 贵州省“十四五”社会保障事业发展规划第四章第二节; rules.md 4.1, 10.3.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from caseworker.rules.logic import NO, Span, Truth, either, exactly, negation, times, total, unknown
from caseworker.rules.people import Person, disability_meets, figure
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import ratio, yuan
from caseworker.rules.verdict import money

GROUPS = {
    "elder": "老年人", "severe_disability": "重度残疾人", "severe_illness": "重病患者", "student": "在校学生",
    "minor": "未成年人",
}  # fmt: skip


class TopUp(NamedTuple):
    """The sum of top-ups a month, each paid line for `details`, and the reasons."""

    amount: Span
    lines: tuple[dict[str, str], ...]
    notes: tuple[Reason, ...]


def top_ups(scene: Scene) -> TopUp:
    """The top-ups of those who stay; of several groups the highest only, unless the place lets them add."""
    law = scene.law
    rates = {group: v for group in GROUPS if (v := law.get(f"dibao.top_up.rate.{group}", scene.area)) is not None}
    lacking = [needs for group, needs in _NEEDS.items() if group in rates and law.get(needs) is None]
    notes = [_nothing(scene, lacking)] if lacking or not rates else []
    usable = {group: value for group, value in rates.items() if _NEEDS.get(group) not in lacking}
    stack = law.get("dibao.top_up.stack")
    adds = bool(stack and stack.value)
    spans: list[Span] = []
    lines: list[dict[str, str]] = []
    for person in scene.staying if usable else ():
        found = [(g, usable[g].value, t) for g in usable if (t := _TESTS[g](scene, person)).value is not False]
        best = found if adds else _highest(found)
        spans.append(_paid(scene, best, adds))
        lines += [_line(scene, person, group, rate) for group, rate, truth in best if truth.value]
        notes += [_note(scene, person, group, rate, truth) for group, rate, truth in best]
    return TopUp(total(spans), tuple(lines), tuple(notes))


def _nothing(scene: Scene, lacking: list[str]) -> Reason:
    names = "、".join(lacking) or "dibao.top_up.rate.*"
    return reason(scene.law, "dibao.top_up", Truth(True), f"本地没有设置分类施保增发的参数（{names}），相应的没有增发")


def _highest(found: list[tuple[str, Fraction, Truth]]) -> list[tuple[str, Fraction, Truth]]:
    """The highest sure group, and any doubtful group that would pay more."""
    sure = max((item for item in found if item[2].value), key=lambda item: item[1], default=None)
    more = [item for item in found if item[2].value is None and (sure is None or item[1] > sure[1])]
    return [*([sure] if sure else []), *more]


def _paid(scene: Scene, best: list[tuple[str, Fraction, Truth]], adds: bool) -> Span:
    """What a person gets: the sum, or the highest; doubtful groups open the upper bound."""
    month = scene.month or 0
    sure = [times(month, rate) for _, rate, truth in best if truth.value]
    doubtful = [(times(month, rate), truth) for _, rate, truth in best if truth.value is None]
    amount = exactly(sum(sure))
    for part, truth in doubtful:
        more = exactly(amount.low + part) if adds else exactly(max(amount.high or 0, part))
        amount = either(amount, more, truth.missing, truth.open)
    return amount


def _line(scene: Scene, person: Person, group: str, rate: Fraction) -> dict[str, str]:
    return {"member": person.id, "group": group, "amount": money(times(scene.month or 0, rate))}


def _note(scene: Scene, person: Person, group: str, rate: Fraction, truth: Truth) -> Reason:
    said = f"{person.name}：{GROUPS[group]}增发" + ("" if truth.value else "，是否符合还不能确定")
    working = f"{yuan(scene.month or 0)} × {ratio(rate)} = {yuan(times(scene.month or 0, rate))}"
    source = scene.law.get(f"dibao.top_up.rate.{group}", scene.area)
    return reason(
        scene.law,
        "dibao.top_up",
        truth,
        said,
        working=working,
        facts=_FACTS[group],
        source=source,
        standard=scene.standard,
    )


def _elder(scene: Scene, person: Person) -> Truth:
    return person.at_least(figure(scene.law, "dibao.top_up.elder_age"))


def _severe_disability(scene: Scene, person: Person) -> Truth:
    return disability_meets(scene.law, "severe", person.member.disability, f"{person.path}.disability")


def _severe_illness(scene: Scene, person: Person) -> Truth:
    illness = person.member.illness
    return unknown(f"{person.path}.illness") if illness is None else Truth(illness == "severe")


def _student(scene: Scene, person: Person) -> Truth:
    levels, level = scene.law.get("dibao.top_up.student_levels"), person.member.schooling
    if person.member.full_time is False or levels is None:
        return NO
    return unknown(f"{person.path}.schooling") if level is None else Truth(level in levels.value)


def _minor(scene: Scene, person: Person) -> Truth:
    return negation(person.at_least(figure(scene.law, "age.adult")))


_TESTS: dict[str, Callable[[Scene, Person], Truth]] = {
    "elder": _elder, "severe_disability": _severe_disability, "severe_illness": _severe_illness,
    "student": _student, "minor": _minor,
}  # fmt: skip
_NEEDS = {"elder": "dibao.top_up.elder_age", "student": "dibao.top_up.student_levels"}
_FACTS = {
    "elder": ("members[].birth_date",), "severe_disability": ("members[].disability",),
    "severe_illness": ("members[].illness",), "student": ("members[].schooling", "members[].full_time"),
    "minor": ("members[].birth_date",),
}  # fmt: skip
