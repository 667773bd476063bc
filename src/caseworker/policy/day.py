"""The policy of a place: packs overlaid, nearest first; and what of it is in force on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from caseworker.household.faults import named, shown
from caseworker.policy.chain import covers, pack_chain, shipped_packs
from caseworker.policy.check import pack_faults
from caseworker.policy.faults import PolicyFaults, PolicyMissing
from caseworker.policy.packs import Pack, RuleRow, ValueRow
from caseworker.policy.parameters import definition
from caseworker.policy.values import typed

# Where this stands on a day, there is a law of social assistance at all.
_FIRST_RULE = "dibao.income_below_standard"
Row = TypeVar("Row", ValueRow, RuleRow)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule or a figure stands (依据): document and clause."""

    document: str
    clause: str

    def to_dict(self) -> dict[str, str]:
        """The contract's form."""
        return {"document": self.document, "clause": self.clause}


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter's value in force, with its source and the id of the pack it comes from.

    `value` is typed as `values.typed` says: money in fen (a month or a year, as the parameter's unit says), ratios as
    Fraction, ages, months and counts as int. A value without a clause is cited by the parameter's own name.
    """

    name: str
    value: Any
    citation: Citation
    note: str
    pack: str


class PolicyDay:
    """What is in force in a place on a day: values of parameters and the sources of rules."""

    def __init__(self, packs: Sequence[Pack], region: str, day: date) -> None:
        self.region, self.day = region, day
        self.packs = [{"id": p.header.id, "version": p.header.version, "sha256": p.sha256} for p in packs]
        self._values: dict[str, tuple[int, Value]] = {}
        self._rules: dict[str, Citation] = {}
        self._found: dict[tuple[str, str | None], Value | None] = {}
        for rank, pack in enumerate(packs):
            for row in in_force(pack.values, day).values():
                self._values[row.name] = (rank, _value(row, pack))
            for rule in in_force(pack.rules, day).values():
                self._rules[rule.name] = Citation(rule.document, rule.clause)

    def get(self, name: str, area: str | None = None) -> Value | None:
        """The value of a parameter, or None where no pack has one in force: unknown, and nothing stands in for it.

        The nearest pack wins; within a pack `name.area` ("urban", "rural") wins over `name`.
        """
        key = (name, area)
        if key not in self._found:
            self._found[key] = self._nearest(name, area)
        return self._found[key]

    def _nearest(self, name: str, area: str | None) -> Value | None:
        general = self._values.get(name)
        particular = self._values.get(f"{name}.{area}") if area else None
        if general and particular:
            return particular[1] if particular[0] >= general[0] else general[1]
        found = particular or general
        return found[1] if found else None

    def citation(self, rule: str) -> Citation | None:
        """Where a rule stands on this day, or None: then the rule does not exist."""
        return self._rules.get(rule)


class Policy:
    """The packs that speak for a place, root first."""

    def __init__(self, packs: Sequence[Pack], region: str) -> None:
        self.packs, self.region = tuple(packs), region
        self._days: dict[date, PolicyDay] = {}

    def on(self, day: date) -> PolicyDay:
        """The policy of a day; raises PolicyMissing where nothing was in force yet."""
        if day not in self._days:
            policy_day = PolicyDay(self.packs, self.region, day)
            if policy_day.citation(_FIRST_RULE) is None:
                raise PolicyMissing([f"applied_on: 政策包里没有 {day} 有效的规则: {self._begin()}"])
            self._days[day] = policy_day
        return self._days[day]

    def _begin(self) -> str:
        """From when on there are rules, and by which document."""
        rows = [row for pack in self.packs for row in pack.rules if row.name == _FIRST_RULE]
        first = min(rows, key=lambda row: row.start, default=None)
        return f"{first.start}（{first.document}）以后的日期" if first else "写有规则（[[rule]]）的政策包"


def load_policy(packs: Sequence[Path] = (), region: str | None = None) -> Policy:
    """The policy for a region (6-digit code) from the given packs (the last is the leaf) or the shipped ones.

    Without `region` it is that of the leaf. Raises PolicyFaults (a pack is not in order, exit 2) or PolicyMissing (no
    pack for the region, exit 3).
    """
    chain = pack_chain(packs, region)
    faults = [line for count in range(1, len(chain) + 1) for line in _faults(chain[:count], chain[-1])]
    if faults:
        raise PolicyFaults(faults)
    leaf = chain[-1].header
    if region is not None and not covers(leaf.region, region):
        said = f"政策包“{named(leaf.title)}”（{leaf.region}）不适用于地区 {shown(region)}"
        raise PolicyMissing([f"region: {said}: 用 --pack 给出当地的政策包"])
    return Policy(chain, region or leaf.region)


def _faults(chain: Sequence[Pack], leaf: Pack) -> list[str]:
    """The faults of the last pack of a chain, with its id where it is not the leaf; shipped packs are in order."""
    pack = chain[-1]
    known = shipped_packs().get(pack.header.id)
    if known is not None and known.sha256 == pack.sha256:
        return []
    return [line if pack is leaf else f"{pack.header.id} {line}" for line in pack_faults(chain)]


def in_force(rows: Sequence[Row], day: date) -> dict[str, Row]:
    """The row of each name in force on a day: the latest that has begun, unless it has ended."""
    latest: dict[str, Row] = {}
    for row in rows:
        if row.start <= day and (row.name not in latest or latest[row.name].start <= row.start):
            latest[row.name] = row
    return {name: row for name, row in latest.items() if row.end is None or day <= row.end}


def _value(row: ValueRow, pack: Pack) -> Value:
    parameter = definition(row.name)
    if parameter is None:
        raise PolicyMissing([f"政策包 {pack.header.id} 有不认识的参数 {row.name}: 用 policy check 检查"])
    citation = Citation(row.document, row.clause or f"参数 {row.name}")
    return Value(row.name, typed(parameter, row.value), citation, row.note or "", pack.header.id)
