"""The catalogue of 81 public services (转办目录, data/services/services.toml) and the facts that point at each.

冀政发〔2018〕12号附件1 (names, departments and figures as printed) with today's receiving bodies. A trigger is data:
facts of the household file and the values that count, ages, days and region; never code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from caseworker.resources import data_path

FACTS = frozenset({
    "schooling", "full_time", "studying", "illness", "labour", "employment", "jobless", "insured", "dependent",
    "long_term_care", "self_care", "relation", "pension", "medical", "income_kinds", "expense_kinds", "hardship_kinds",
    "parent_home", "children", "veteran", "area", "homes", "alone", "nobody_employed",
})  # fmt: skip
_DISABILITY = frozenset({"disability", "kinds", "grades"})
_STATUS = frozenset({"status", "not_status"})
_BOUNDS = frozenset({"why", "law", "age", "age_from", "age_to", "from", "to", "region"})
_KEYS = FACTS | _DISABILITY | _STATUS | _BOUNDS

Need = tuple[str, frozenset[object]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """When a service concerns a member: every fact of `needs` has one of its values, age and day lie in the bounds.

    A fact is a name of FACTS; or "disability", whose values are (kind, grade) with None for any; or "status". `unless`
    are statuses that rule it out. Ages are full years, days calendar days, both ends included, None is open; `region`
    is the beginning of the GB/T 2260 code. `why` is the Chinese reason ({status}: the one found), `law` a clause more.
    """

    why: str
    law: str
    needs: tuple[Need, ...]
    unless: frozenset[str]
    age_from: int | None
    age_to: int | None
    since: date | None
    until: date | None
    region: str

    def in_force(self, on: date, region: str) -> bool:
        """Whether the trigger counts on a day in a region."""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on <= self.until) and region.startswith(self.region)


@dataclass(frozen=True, slots=True)
class Service:
    """One of the 81: as printed in 2018 (name, domain, listed_department, figures), today's body (`to`), our words."""

    number: int
    name: str
    domain: str
    listed_department: str
    to: str
    description: str
    figures: tuple[str, ...]
    when: tuple[Trigger, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What the triggers share: statuses with their names, groups of them, ages in full years, the list's region."""

    statuses: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]
    ages: Mapping[str, tuple[int | None, int | None]]
    region: str


def catalogue() -> tuple[Service, ...]:
    """The 81 services of the shipped catalogue, by number."""
    return _shipped()[0]


def terms() -> Terms:
    """Statuses, ages and region that the triggers of the shipped catalogue speak of."""
    return _shipped()[1]


@cache
def _shipped() -> tuple[tuple[Service, ...], Terms]:
    return parse_services(data_path("services", "services.toml").read_text("utf-8"))


def parse_services(text: str) -> tuple[tuple[Service, ...], Terms]:
    """The text of a services.toml; raises ValueError (one line, Chinese) where a trigger is not in order."""
    raw = tomllib.loads(text)
    ages = {name: (bounds.get("from"), bounds.get("to")) for name, bounds in raw["ages"].items()}
    shared = Terms(raw["status"], _groups(raw), ages, raw["catalogue"]["region"])
    source = f"{raw['catalogue']['document']}{raw['catalogue']['annex']}"
    return tuple(_service(row, source, shared) for row in raw["service"]), shared


def _groups(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Every status and every group of statuses, as the statuses it stands for."""
    groups = {status: frozenset({status}) for status in raw["status"]}
    for name, parts in raw["groups"].items():
        groups[name] = frozenset(status for part in parts for status in groups[part])
    return groups


def _service(row: Mapping[str, Any], source: str, shared: Terms) -> Service:
    printed = {key: value for key, value in row.items() if key not in ("when", "figures")}
    try:
        when = tuple(_trigger(table, shared) for table in row.get("when", ()))
    except KeyError as error:
        raise ValueError(f"services.toml 第{row['number']}项: 不认识 {error}: 用文件开头所列的键、年龄和状态") from None
    citation = f"{source} 第{row['number']}项"
    return Service(**printed, figures=tuple(row["figures"]), when=when, citation=citation)


def _trigger(table: Mapping[str, Any], shared: Terms) -> Trigger:
    for key in sorted(table.keys() - _KEYS):
        raise KeyError(key)
    ages = shared.ages[table["age"]] if "age" in table else (table.get("age_from"), table.get("age_to"))
    return Trigger(
        why=table["why"],
        law=table.get("law", ""),
        needs=tuple(_needs(table, shared.groups)),
        unless=_statuses(table.get("not_status", ()), shared.groups),
        age_from=ages[0],
        age_to=ages[1],
        since=table.get("from"),
        until=table.get("to"),
        region=table.get("region", ""),
    )


def _needs(table: Mapping[str, Any], groups: Mapping[str, frozenset[str]]) -> Iterator[Need]:
    for key, value in table.items():
        if key in FACTS:
            yield key, frozenset(value if isinstance(value, list) else [value])
        elif key == "status":
            yield "status", frozenset[object](_statuses(value, groups))
    if not _DISABILITY.isdisjoint(table):
        yield "disability", frozenset(product(table.get("kinds", [None]), table.get("grades", [None])))


def _statuses(names: Iterable[str], groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(status for name in names for status in groups[name])
