"""The triggers of the catalogue as bits, laid out by fact, so that a member is matched with a few `&`.

For each fact there is a column: value → the bits of the triggers that ask for it or do not look at the fact at all.
What holds for a member is common to the columns of all facts. Three answers: a fact that was not asked (None) leaves
only the triggers that do not look at it. Bits are counted in the order of the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, reduce
from operator import and_, or_

from caseworker.household import Disability
from caseworker.policy.services import FACTS, Trigger, catalogue

ANSWERED = (
    "schooling", "full_time", "employment", "illness", "labour", "relation", "insured", "dependent", "long_term_care",
)  # fmt: skip
_LISTED = ("income_kinds", "expense_kinds", "hardship_kinds", "medical")
_OLDEST = 150

Said = tuple[str, object]


class Column(dict[object, int]):
    """value → bits of the triggers that can still hold; `free` do not look at the fact, `asking` do."""

    def __init__(self, fact: str, live: Mapping[int, Trigger]) -> None:
        asked = {bit: values for bit, trigger in live.items() for name, values in trigger.needs if name == fact}
        self.free = sum(bit for bit in live if bit not in asked)
        self.asking = sum(asked)
        for bit, values in asked.items():
            for value in values:
                self[value] = self[value] | bit

    def __missing__(self, value: object) -> int:
        return self.free

    def any_of(self, values: Iterable[object]) -> int:
        """What is left where a member has several values, or none."""
        bits = self.free
        for value in values:
            bits |= self[value]
        return bits


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The columns for a day and a region; `ages` by full years, `barred` what a status rules out, `silent` _LISTED."""

    column: Mapping[str, Column]
    ages: tuple[int, ...]
    ageless: int
    barred: Mapping[str, int]
    silent: int

    def aged(self, age: int | None) -> int:
        """What an age in full years leaves; None, or one that cannot be, is unknown."""
        return self.ages[age] if age is not None and 0 <= age <= _OLDEST else self.ageless


@lru_cache(maxsize=1024)
def table(on: date, region: str) -> Table:
    """The triggers in force on a day in a region ("" unknown: only those for every region)."""
    return _laid_out(tuple(trigger.in_force(on, region) for trigger in _triggers()))


@cache
def _triggers() -> tuple[Trigger, ...]:
    return tuple(trigger for service in catalogue() for trigger in service.when)


@lru_cache(maxsize=32)
def _laid_out(in_force: tuple[bool, ...]) -> Table:
    """The table of the triggers in force: the same for all the days between two changes."""
    live = {1 << rank: trigger for rank, trigger in enumerate(_triggers()) if in_force[rank]}
    column = {fact: Column(fact, live) for fact in (*FACTS, "status", "disability")}
    barred: dict[str, int] = {}
    for bit, trigger in live.items():
        for status in trigger.unless:
            barred[status] = barred.get(status, 0) | bit
    return Table(
        column,
        ages=tuple(sum(bit for bit, trigger in live.items() if _of_age(trigger, age)) for age in range(_OLDEST + 1)),
        ageless=sum(bit for bit, trigger in live.items() if trigger.age_from is None and trigger.age_to is None),
        barred=barred,
        silent=reduce(and_, (column[fact].free for fact in _LISTED)),
    )


def _of_age(trigger: Trigger, age: int) -> bool:
    low, high = trigger.age_from, trigger.age_to
    return (low is None or low <= age) and (high is None or age <= high)


def studying(schooling: object, full_time: object) -> bool | None:
    """Whether a member goes to school; a pupil does so full-time unless it is said otherwise (contract, defaults)."""
    return None if schooling is None else schooling != "none" and full_time is not False


@lru_cache(maxsize=8192)
def answered(columns: Table, *answers: object) -> int:
    """What the answers to ANSWERED leave, and what follows: whether the member studies full-time, is out of work."""
    said = dict(zip(ANSWERED, answers, strict=True))
    pupil = studying(said["schooling"], said["full_time"])
    jobless = said["employment"] == "unemployed" or (said["employment"] == "none" and pupil is False)
    said |= {"studying": pupil, "jobless": jobless or None}
    if said["schooling"] not in (None, "none"):
        said["full_time"] = pupil
    return reduce(and_, (columns.column[fact][value] for fact, value in said.items()))


@lru_cache(maxsize=4096)
def holding(columns: Table, held: frozenset[str]) -> int:
    """What the statuses leave: those asked for, and none that rules the trigger out."""
    bits = columns.column["status"].any_of(held) & columns.column["veteran"]["veteran" in held]
    for status in held:
        bits &= ~columns.barred.get(status, 0)
    return bits


def certified(columns: Table, answer: Disability | str | None) -> int:
    """What the disability leaves; a multiple one counts by its components (rules.md 10.3)."""
    if not isinstance(answer, Disability):
        return columns.column["disability"].free
    if not answer.components:
        return _certificate(columns, answer.kind, answer.grade)
    return reduce(or_, (_certificate(columns, part.kind, part.grade) for part in answer.components))


@lru_cache(maxsize=1024)
def _certificate(columns: Table, kind: str | None, grade: int | None) -> int:
    return columns.column["disability"].any_of({(None, None), (kind, None), (None, grade), (kind, grade)})


def mentioned(columns: Table, said: Sequence[Said]) -> int:
    """What the incomes, spending, bills and event said of a member leave."""
    if not said:
        return columns.silent
    kinds = ((fact, [value for name, value in said if name == fact]) for fact in _LISTED)
    return reduce(and_, (columns.column[fact].any_of(values) for fact, values in kinds))
