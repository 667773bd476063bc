"""Support from those who owe it and live elsewhere (赡养费、抚养费、扶养费): by agreement, else by the local formula.

rules.md 2.6, method B: (household income − multiple × standard × size) × share ÷ number of people supported.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from caseworker.household import Household, Obligor
from caseworker.policy import PolicyDay, Value
from caseworker.rules.kinship import obligor_owes
from caseworker.rules.logic import ZERO, Names, Number, Span, Truth, anything, divided, either, exactly, known, total
from caseworker.rules.people import Person, disability_meets
from caseworker.rules.text import ratio, span, yuan

FACTS = ("obligors",)
_UNABLE = ("special_hardship", "dibao", "prison", "declared_missing", "no_civil_capacity")


class Support(NamedTuple):
    """Support counted as income a month, in total and for each supported member, and the arithmetic."""

    total: Span
    each: dict[str, Span]
    working: str


def support(
    household: Household, law: PolicyDay, area: str, month: Number | None, counted: Sequence[Person]
) -> Support:
    """What people outside the household owe those who count; `month` is the dibao standard a month in fen."""
    if not counted:
        return Support(ZERO, {}, "")
    if household.obligors is None:
        return Support(anything("obligors"), {person.id: anything("obligors") for person in counted}, "")
    each: dict[str, list[Span]] = {}
    workings = []
    for index, obligor in enumerate(household.obligors):
        owed = {p.id: truth for p in counted if (truth := obligor_owes(law, obligor, index, p)).value is not False}
        parts = _parts(law, obligor, f"obligors[{index}]", owed, area, month)
        for member, amount in parts.items():
            each.setdefault(member, []).append(amount)
        workings += [_working(law, obligor, parts, area, month)] if parts else []
    sums = {member: total(spans) for member, spans in each.items()}
    return Support(total(sums.values()), sums, "；".join(workings))


def _parts(
    law: PolicyDay, obligor: Obligor, path: str, owed: dict[str, Truth], area: str, month: Number | None
) -> dict[str, Span]:
    """What one obligor owes each member; a member that may not be owed gets nought or the part."""
    if not owed:
        return {}
    sure = sum(truth.value is True for truth in owed.values())
    one = _each(law, obligor, path, max(sure, 1), area, month)
    return {m: one if t.value else either(ZERO, one, t.missing, t.open) for m, t in owed.items()}


def _each(law: PolicyDay, obligor: Obligor, path: str, here: int, area: str, month: Number | None) -> Span:
    """Support for one of `here` members: the agreement where there is one ("0" = there is none), else the formula."""
    if obligor.agreed_monthly:
        return exactly(divided(obligor.agreed_monthly, here))
    formula = _unless_unable(law, obligor, path, _formula(law, obligor, path, here, area, month))
    if obligor.agreed_monthly is not None:
        return formula
    return Span(0, None, (f"{path}.agreed_monthly", *formula.missing), formula.open)


def _unless_unable(law: PolicyDay, obligor: Obligor, path: str, amount: Span) -> Span:
    """Obligors who are themselves aided, away or severely disabled owe no counted support (rules.md 2.6, 10.3)."""
    if amount == ZERO:
        return ZERO
    severe = disability_meets(law, "obligor", obligor.disability, f"{path}.disability")
    status = known(None if obligor.status is None else obligor.status in _UNABLE, f"{path}.status")
    for truth in (severe, status):
        if truth.value:
            return ZERO
    for truth in (severe, status):
        if truth.value is None:
            amount = either(ZERO, amount, truth.missing, truth.open)
    return amount


def _formula(law: PolicyDay, obligor: Obligor, path: str, here: int, area: str, month: Number | None) -> Span:
    income, size, supports = obligor.household_income_monthly, obligor.household_size, obligor.supports
    if income == 0:
        return ZERO
    asked = {"household_income_monthly": income, "household_size": size, "supports": supports}
    missing = tuple(f"{path}.{name}" for name, value in asked.items() if value is None)
    multiple, share = law.get("support.multiple", area), law.get("support.share", area)
    if multiple is None or share is None or month is None:
        return Span(0, income, missing, _lacking(multiple, share))
    if income is None:
        return Span(0, None, missing)
    spare = income - multiple.value * month * (size or 1)
    if spare <= 0:
        return ZERO
    if size is None or supports is None:
        return Span(0, spare * share.value / here, missing)
    return exactly(spare * share.value / max(supports, here))


def _lacking(multiple: Value | None, share: Value | None) -> Names:
    lacking = [n for n, v in (("support.multiple", multiple), ("support.share", share)) if v is None]
    return tuple(lacking) or ("dibao.standard",)


def _working(law: PolicyDay, obligor: Obligor, parts: dict[str, Span], area: str, month: Number | None) -> str:
    name, whole = obligor.name or "义务人", span(total(parts.values()))
    income, size, supports = obligor.household_income_monthly, obligor.household_size, obligor.supports
    multiple, share = law.get("support.multiple", area), law.get("support.share", area)
    if obligor.agreed_monthly:
        return f"{name}：协议或判决每月 {whole}"
    if not (multiple and share and month and income and size and supports) or obligor.agreed_monthly is None:
        return f"{name}：{whole}"
    over = f"({yuan(divided(income, size))} − {ratio(multiple.value)} × {yuan(month)}) × {size} × {ratio(share.value)}"
    return f"{name}：{over} ÷ {max(supports, len(parts))} = {span(next(iter(parts.values())))}/人，共 {whole}"
