"""The facts that make a paper apply, each read from the household file: True, False, or None = not asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from caseworker.household import Household, Member

_PROVABLE = {"wage", "business", "farming", "property", "support", "gift", "other"}
_DIRECT = {"dibao", "special_hardship"}
_ILLNESS_EVENTS = {"sudden_illness", "illness_cost"}
_AFTER_COMPULSORY = {"senior_secondary", "vocational", "undergraduate", "postgraduate"}
_ABSENT = {"prison", "compulsory_detox", "declared_missing", "religious_3y"}
_OBLIGOR_ABSENT = {"prison", "declared_missing", "no_civil_capacity"}

T = TypeVar("T")


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Kleene "or": True where one is, else None where one is not known, else False."""
    seen = set(answers)
    if True in seen:
        return True
    return None if None in seen else False


def _is(value: T | None, test: Callable[[T], bool]) -> bool | None:
    return None if value is None else test(value)


def _member(h: Household, answer: Callable[[Member], bool | None]) -> bool | None:
    return any_of(map(answer, h.members))


def _through_township(h: Household) -> bool | None:
    """Whether somebody concerned is neither 低保 nor 特困, whose aid the medical insurance office grants directly."""
    billed = {bill.member for bill in h.medical or []}
    concerned = [member for member in h.members if member.id in billed] or h.members
    return any_of(_is(member.categories, lambda found: not _DIRECT & set(found)) for member in concerned)


def _spends_on(h: Household, kind: str) -> bool | None:
    return _is(h.expenses, lambda expenses: any(expense.kind == kind for expense in expenses))


def _caused_by(h: Household, kinds: set[str]) -> bool | None:
    """Whether the hardship is of one of `kinds`; "none" = asked, and there is no event."""
    if h.hardship is None:
        return None
    return h.hardship != "none" and _is(h.hardship.kind, lambda kind: kind in kinds)


def _obligor_absent(h: Household) -> bool | None:
    if h.obligors is None:
        return None
    return any_of(_is(obligor.status, lambda status: status in _OBLIGOR_ABSENT) for obligor in h.obligors)


FACTS: dict[str, Callable[[Household], bool | None]] = {
    "always": lambda h: True,
    "through_township": _through_township,
    "residence_elsewhere": lambda h: _is(h.residence_basis, lambda b: b in {"residence_permit", "resettlement_permit"}),
    "proxy": lambda h: True if h.channel == "village_agent" else None,
    "provable_income": lambda h: _is(h.incomes, lambda incomes: any(income.kind in _PROVABLE for income in incomes)),
    "disabled": lambda h: _member(h, lambda m: _is(m.disability, lambda found: found != "none")),
    "severe_illness": lambda h: _member(h, lambda m: _is(m.illness, lambda found: found == "severe")),
    "illness_event": lambda h: any_of([_caused_by(h, _ILLNESS_EVENTS), _spends_on(h, "illness")]),
    "illness_expense": lambda h: _spends_on(h, "illness"),
    "schooling_event": lambda h: any_of([_caused_by(h, {"schooling"}), _spends_on(h, "schooling")]),
    "schooling_expense": lambda h: _spends_on(h, "schooling"),
    "studying": lambda h: _member(h, lambda m: _is(m.schooling, lambda level: level in _AFTER_COMPULSORY)),
    "divorced": lambda h: _member(h, lambda m: _is(m.marital, lambda status: status == "divorced")),
    # An absence nobody mentioned is none: one of the contract's defaults.
    "absent": lambda h: any(member.absence in _ABSENT for member in h.members),
    "obligor_absent": _obligor_absent,
    "event": lambda h: _is(h.hardship, lambda event: event != "none"),
    "unemployed": lambda h: _member(h, lambda m: _is(m.employment, lambda work: work == "unemployed")),
}
