"""People of the household as rules see them: ages on the day, and the five meanings of severe disability kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker.household import Component, Disability, Household, Member
from caseworker.policy import PolicyDay
from caseworker.rules.logic import NO, YES, Truth, any_of, known, undecided, unknown


@dataclass(frozen=True, slots=True)
class Person:
    """A member with id, name as the reasons show it, path of the facts in the file, and age (full years) on the day."""

    index: int
    id: str
    name: str
    member: Member
    path: str
    age: int | None

    def at_least(self, years: int) -> Truth:
        """Whether the person is that old on the day (周岁以上含本数)."""
        return unknown(f"{self.path}.birth_date") if self.age is None else (YES if self.age >= years else NO)


def people(household: Household, day: date) -> tuple[Person, ...]:
    """The members in the order of the file."""
    return tuple(
        Person(index, member.id, member.name or member.id, member, f"members[{index}]", age_on(member.born, day))
        for index, member in enumerate(household.members)
    )


def age_on(born: date | None, day: date) -> int | None:
    """Full years on a day (周岁); the birthday itself counts as reached."""
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def figure(law: PolicyDay, name: str) -> int:
    """An integer figure every root pack carries (ages, limits of the national texts)."""
    value = law.get(name)
    if value is None:
        raise LookupError(f"policy pack cn has no {name} on {law.day}")
    found: int = value.value
    return found


def disability_meets(law: PolicyDay, table: str, answer: Disability | str | None, path: str) -> Truth:
    """Whether a disability is one that a rule names; `table` names the grades per kind (rules.md 1.6)."""
    if answer == "none":
        return NO
    grades = law.get(f"disability.{table}")
    if grades is None:
        return undecided(f"disability.{table}")
    return unknown(path) if not isinstance(answer, Disability) else _meets(answer, path, grades.value)


def disabled(answer: Disability | str | None, path: str) -> Truth:
    """Whether the person holds a disability certificate of any kind and grade."""
    return unknown(path) if answer is None else (NO if answer == "none" else YES)


def _meets(part: Component, path: str, grades: Mapping[str, int]) -> Truth:
    if part.kind == "multiple" or getattr(part, "components", None):
        return _multiple(part, path, grades)
    limits = {kind: max(grades.get(kind, 0), grades.get("any", 0)) for kind in (*grades, "other")}
    if part.kind is None:
        return _without_kind(part.grade, path, set(limits.values()))
    limit = limits.get(part.kind, limits["other"])
    if limit in (0, 4):
        return YES if limit else NO
    return known(None if part.grade is None else part.grade <= limit, f"{path}.grade")


def _without_kind(grade: int | None, path: str, limits: set[int]) -> Truth:
    if grade is None:
        return unknown(f"{path}.kind", f"{path}.grade")
    if grade <= min(limits) or grade > max(limits):
        return YES if grade <= min(limits) else NO
    return unknown(f"{path}.kind")


def _multiple(part: Component, path: str, grades: Mapping[str, int]) -> Truth:
    """By its components; without them, rules that name a grade alone use the grade (rules.md 10.3)."""
    components = getattr(part, "components", None)
    if components is not None:
        return any_of(_meets(c, f"{path}.components[{i}]", grades) for i, c in enumerate(components))
    if part.grade is None:
        return unknown(f"{path}.grade")
    if part.grade <= grades.get("any", 0):
        return YES
    return NO if part.grade > max(grades.values()) else unknown(f"{path}.components")
