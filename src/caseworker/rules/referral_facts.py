"""What a household said, as the triggers of the catalogue look at it: for each member the bits that hold.

A fact that rests on several answers (nobody employed, a parent at home, no pension) is known only where they are; it
is looked into only where a trigger is left that asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from caseworker.household import Disability, Hardship, Household, Member, Obligor, SelfCare
from caseworker.policy.services import terms
from caseworker.rules.people import age_on
from caseworker.rules.referral_table import (
    ANSWERED,
    Said,
    Table,
    answered,
    certified,
    holding,
    mentioned,
    studying,
    table,
)
from caseworker.text import idnumber

_AWAY = frozenset({"conscript", "prison", "compulsory_detox", "declared_missing"})
_JOBS = frozenset({"employed", "flexible", "self_employed", "farming"})
_PENSIONS = frozenset({"pension", "basic_pension", "personal_account_pension"})
# A child's parents, both by their relation to the applicant; any other relation leaves the parents unknown.
_PARENTS = {
    "self": frozenset({"parent"}),
    "sibling": frozenset({"parent"}),
    "child": frozenset({"self", "spouse"}),
    "grandchild": frozenset({"child", "child_in_law"}),
}
_answers = attrgetter(*ANSWERED)
_six = attrgetter("eating", "dressing", "bed", "toilet", "walking", "bathing")


class Row(NamedTuple):
    """What holds for a member: the bits of the triggers, counted as in the catalogue, and the statuses held."""

    member: str
    bits: int
    held: frozenset[str]


class _Person(NamedTuple):
    member: Member
    age: int | None
    held: frozenset[str]


def standing(facts: Household, status: Mapping[str, frozenset[str]], on: date, region: str) -> tuple[Row, ...]:
    """A row for each member whom referrals concern; ages are full years on the day, `region` is "" where unknown."""
    columns = table(on, region)
    listed = _listed(facts, columns)
    persons = [person for person in (_person(m, status, on) for m in facts.members) if _concerned(person)]
    bits = [_bits(person, columns, listed, facts) for person in persons]
    common = _common(facts, persons, columns, bits)
    return tuple([Row(p.member.id, common & own, p.held) for p, own in zip(persons, bits, strict=True)])


def _person(member: Member, status: Mapping[str, frozenset[str]], on: date) -> _Person:
    held = status.get(member.id, frozenset())
    return _Person(member, age_on(member.born, on), held.union(member.categories) if member.categories else held)


def _concerned(person: _Person) -> bool:
    """Someone who lives here, or lives apart (a boarder) and yet holds a status; nobody locked away or missing."""
    member = person.member
    return member.absence not in _AWAY and (member.shares_household is not False or bool(person.held))


def _bits(person: _Person, columns: Table, listed: Mapping[str | None, Sequence[Said]], facts: Household) -> int:
    """The triggers that the member's own facts leave."""
    member, age, held = person
    said = (*listed[None], *listed.get(member.id, ())) if len(listed) > 1 else listed[None]
    bits = columns.aged(age) & answered(columns, *_answers(member)) & holding(columns, held)
    bits &= certified(columns, member.disability) & mentioned(columns, said)
    column = columns.column
    if bits & column["self_care"].asking:
        bits &= column["self_care"][_self_care(member.self_care)]
    if bits & column["parent_home"].asking:
        bits &= column["parent_home"][_parent_home(member, facts.members)]
    if bits & column["pension"].asking:
        bits &= column["pension"][_pension(facts, said)]
    return bits


def _self_care(care: SelfCare | None) -> bool | None:
    """Whether the person can do everything alone; one of the six lost is enough to know that not."""
    if care is None:
        return None
    six = _six(care)
    return False if False in six else (None if None in six else True)


def _parent_home(member: Member, members: Iterable[Member]) -> bool | None:
    """Whether a parent lives here; unknown where a relation was not asked or does not tell who the parents are."""
    parents = _PARENTS.get(member.relation or "")
    home = {m.relation for m in members if m.absence in (None, "none") and m.shares_household is not False}
    if parents is None or (None in home and parents.isdisjoint(home)):
        return None
    return not parents.isdisjoint(home)


def _pension(facts: Household, said: Sequence[Said]) -> bool | None:
    """False where the incomes are known and hold no pension; one of unknown amount leaves it unknown."""
    if facts.incomes is None or ("pension", None) in said:
        return None
    return ("pension", True) in said


def _listed(facts: Household, columns: Table) -> dict[str | None, tuple[Said, ...]]:
    """What is said of a member, or under None of everyone, where a trigger looks at it."""
    listed: dict[str | None, tuple[Said, ...]] = {None: ()}
    for member, fact, value in _said(facts):
        if fact == "pension" or value in columns.column[fact]:
            listed[member] = (*listed.get(member, ()), (fact, value))
    return listed


def _said(facts: Household) -> Iterator[tuple[str | None, str, object]]:
    """(member, fact, value) of spending, incomes, bills and the event; an amount of "0" says that there is none."""
    event = facts.hardship
    if isinstance(event, Hardship) and (event.member is not None or event.scope == "household"):
        yield event.member, "hardship_kinds", event.kind
    for expense in facts.expenses or ():
        if expense.amount:
            yield expense.member, "expense_kinds", expense.kind
    for bill in facts.medical or ():
        yield bill.member, "medical", True
    for income in facts.incomes or ():
        if income.amount:
            yield income.member, "income_kinds", income.kind
        if income.kind in _PENSIONS and income.amount != 0:
            yield income.member, "pension", None if income.amount is None else True


def _common(facts: Household, persons: Sequence[_Person], columns: Table, bits: Iterable[int]) -> int:
    """What the facts of the whole household leave of the triggers that hold for one member or another."""
    column = columns.column
    left = 0
    for own in bits:
        left |= own
    left &= column["area"][facts.area] & column["homes"][facts.assets.homes if facts.assets is not None else None]
    left &= column["alone"][len(persons) == 1]
    if left & column["nobody_employed"].asking:
        left &= column["nobody_employed"][_nobody_employed(persons)]
    if left & column["children"].asking:
        left &= column["children"][_children(facts)]
    return left


def _nobody_employed(persons: Iterable[_Person]) -> bool | None:
    """Whether nobody has work; somebody of working age whose work was not asked leaves it unknown."""
    begins = terms().ages["working"][0] or 0
    answer: bool | None = True
    for member, age, _ in persons:
        if member.employment in _JOBS:
            return False
        young = age is not None and age < begins
        if member.employment is None and not young and not studying(member.schooling, member.full_time):
            answer = None
    return answer


def _children(facts: Household) -> str | None:
    """What is known of the applicant's children, those who live here and those among the obligors."""
    if facts.obligors is None:
        return None
    relatives: list[Member | Obligor] = [*facts.members, *facts.obligors]
    children = [relative for relative in relatives if relative.relation in ("child", None)]
    if not children or any(child.relation is None for child in children):
        return None
    if len(children) == 1:
        return "one_disabled" if isinstance(children[0].disability, Disability) else "one"
    return "two_daughters" if len(children) == 2 and all(map(_daughter, children)) else "others"


def _daughter(child: Member | Obligor) -> bool:
    if child.id_number is not None:
        return idnumber.parse(child.id_number).sex == "female"
    return isinstance(child, Member) and child.sex == "female"
