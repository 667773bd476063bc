"""The amount of emergency temporary assistance: standard × heads × multiple by severity, capped; township's part first.

民发〔2018〕23号二（二）至（四）: the figures are the county's; rules.md 4.4.
"""

from __future__ import annotations

from caseworker.household import Hardship
from caseworker.rules.logic import YES, Names, Number, Span, at_most, exactly, total
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import ratio, span, yuan
from caseworker.rules.verdict import Payment, money

_WORDS = {"light": "较轻", "medium": "中等", "severe": "严重"}


def emergency_amount(scene: Scene, hardship: Hardship) -> Payment:
    """The amount, its details, and how it was reached."""
    everyone, one = len(scene.counted), 1
    heads = [everyone if hardship.scope == "household" else one] if hardship.scope else [one, everyone]
    grades = [hardship.severity] if hardship.severity else list(_WORDS)
    asked: Names = () if hardship.scope or everyone == 1 else ("hardship.scope",)
    asked += () if hardship.severity else ("hardship.severity",)
    options = [_computed(scene, grade, count) for grade in grades for count in dict.fromkeys(heads)]
    computed = _spread(options, asked)
    working = f"{_working(scene, grades[0], heads[0])} = {span(computed)}" if len(options) == 1 else span(computed)
    amount, above = capped(scene, computed)
    first = parts(scene, amount)
    source = scene.law.get(f"temporary.emergency.multiple.{grades[0]}", scene.area)
    note = reason(
        scene.law, "temporary_assistance.emergency_amount", YES, "按低保标准、人数和困难程度计算", working=working,
        facts=("hardship.scope", "hardship.severity"), source=source,
        standard=scene.standard, hangs=computed.open,
    )  # fmt: skip
    details = [("kind", "emergency"), *first, ("above_cap", above)]
    return Payment(amount, details, [note, *cap_notes(scene, computed, amount)])


def capped(scene: Scene, computed: Span) -> tuple[Span, bool | None]:
    """The amount under the household's cap, and whether the computed one is above it (None = not known)."""
    times = scene.law.get("temporary.cap_multiple", scene.area)
    if times is None or scene.month is None:
        name = "temporary.cap_multiple" if times is None else f"dibao.standard.{scene.area}"
        return Span(0, computed.high, computed.missing, (*computed.open, name)), None
    limit = exactly(scene.month * times.value)
    above = None if not computed.exact else computed.low > limit.low
    return at_most(computed, limit), above


def parts(scene: Scene, amount: Span) -> list[tuple[str, object]]:
    """What the township pays first within its limit, and what is left to the county."""
    limit = scene.law.get("temporary.township_limit")
    if limit is None or not amount.exact:
        return [("township_first", None), ("county_rest", None)]
    first: Number = min(amount.low, limit.value)
    return [("township_first", money(first)), ("county_rest", money(amount.low - first))]


def cap_notes(scene: Scene, computed: Span, amount: Span) -> list[Reason]:
    """What the cap and the township's limit do to the amount."""
    law, notes = scene.law, []
    times = law.get("temporary.cap_multiple", scene.area)
    if times is None:
        said = "封顶线没有设置，金额不能确定"
        notes.append(reason(law, "temporary_assistance.cap", YES, said, hangs=("temporary.cap_multiple",)))
    elif scene.month is not None and computed.low > scene.month * times.value:
        line = f"{yuan(scene.month)} × {ratio(times.value)} = {yuan(scene.month * times.value)}"
        said = "超过封顶线，按封顶线计；确有重大困难的可以一事一议"
        notes.append(
            reason(
                law,
                "temporary_assistance.cap",
                YES,
                said,
                working=f"{span(computed)} > {line}",
                source=times,
                standard=scene.standard,
            )
        )
    limit = law.get("temporary.township_limit")
    if limit is None:
        said = "乡镇审批额度没有设置"
        notes.append(reason(law, "temporary_assistance.township", YES, said, hangs=("temporary.township_limit",)))
    elif amount.exact:
        first = min(amount.low, limit.value)
        working = f"乡镇 {yuan(first)}，县级 {yuan(amount.low - first)}"
        notes.append(
            reason(
                law,
                "temporary_assistance.township",
                YES,
                "乡镇额度以内由乡镇审批，其余报县级",
                working=working,
                source=limit,
            )
        )
    return notes


def _computed(scene: Scene, grade: str, heads: int) -> Span:
    name = f"temporary.emergency.multiple.{grade}"
    times = scene.law.get(name, scene.area)
    if times is None or scene.month is None:
        return Span(0, None, (), (name if times is None else f"dibao.standard.{scene.area}",))
    return exactly(scene.month * heads * times.value)


def _spread(options: list[Span], asked: tuple[str, ...]) -> Span:
    lows, highs = [o.low for o in options], [o.high for o in options]
    high = None if None in highs else max(h for h in highs if h is not None)
    names = total(options).open
    return exactly(min(lows)) if min(lows) == high else Span(min(lows), high, asked, names)


def _working(scene: Scene, grade: str, heads: int) -> str:
    times = scene.law.get(f"temporary.emergency.multiple.{grade}", scene.area)
    if times is None or scene.month is None:
        return f"{heads} 人，{_WORDS[grade]}"
    return f"{yuan(scene.month)} × {heads} 人 × {ratio(times.value)}（{_WORDS[grade]}）"
