"""The statutory clocks (办理时限) of a case: dates that run from acceptance and from later steps, with their source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Protocol, get_args

from caseworker.casefile.calendar import WorkingDays
from caseworker.casefile.periods import Period, periods
from caseworker.household.kinds import Programme

_NO_EVENTS: Mapping[str, date] = MappingProxyType({})


class Source(Protocol):
    """Where a local value stands."""

    @property
    def document(self) -> str: ...
    @property
    def clause(self) -> str: ...


class LocalValue(Protocol):
    """A value that a county's pack sets."""

    @property
    def value(self) -> object: ...
    @property
    def citation(self) -> Source: ...


class LocalPolicy(Protocol):
    """The part of a PolicyDay that clocks need: a local value by name, or None."""

    def get(self, name: str, /) -> LocalValue | None: ...


@dataclass(frozen=True, slots=True)
class Clock:
    """A date by which a step must be done: exactly one of `working_days`, `days` (calendar) and `hours` is set."""

    id: str
    due: date
    working_days: int | None
    days: int | None
    citation: dict[str, str]
    hours: int | None = None
    label: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The contract's form, with the unit that applies."""
        units = {"working_days": self.working_days, "days": self.days, "hours": self.hours}
        length = {unit: count for unit, count in units.items() if count is not None}
        return {"id": self.id, "label": self.label, "due": self.due.isoformat(), **length, "citation": self.citation}


@dataclass(frozen=True, slots=True)
class ClockList:
    """The clocks of a case; `calendar_complete` is False where a date lies past the last announced year of holidays."""

    clocks: list[Clock]
    calendar_complete: bool

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON (contract.md, Clocks)."""
        return {"clocks": [clock.to_dict() for clock in self.clocks], "calendar_complete": self.calendar_complete}


def clocks(
    programme: str,
    accepted: date,
    policy_day: LocalPolicy,
    delegated: bool = False,
    events: Mapping[str, date] = _NO_EVENTS,
    calendar: WorkingDays | None = None,
) -> ClockList:
    """The clocks of a case of `programme` accepted on that day, by the periods in force on it.

    `events`: clock id → the day its step happened; a clock that runs from a later step appears only with its event.
    A local value may shorten a period, never lengthen it, and touches no notice; where no text sets a period and
    there is no local value, the clock is left out. Raises ValueError `what is wrong: what is expected` for an
    unknown programme or event.
    """
    if programme not in get_args(Programme):
        raise ValueError(f"没有这个救助项目（{programme}）: {'、'.join(get_args(Programme))} 之一")
    rows = [row for row in periods() if row.covers(programme, accepted, delegated)]
    _check_events(programme, event_labels(programme, accepted, delegated), events)
    days = calendar or WorkingDays()
    begun = [(row, events.get(row.id) if row.event else accepted) for row in rows]
    running = [_clock(row, programme, start, policy_day, days) for row, start in begun if start is not None]
    found = [clock for clock in running if clock is not None]
    return ClockList(found, all(days.complete(clock.due) for clock in found))


def event_labels(programme: str, accepted: date, delegated: bool = False) -> dict[str, str]:
    """The clocks that run from a later step: id → from which day, in Chinese; the ids that `events` may name."""
    rows = (row for row in periods() if row.covers(programme, accepted, delegated))
    return {row.id: row.event for row in rows if row.event}


def _check_events(programme: str, possible: Mapping[str, str], events: Mapping[str, date]) -> None:
    expected = "、".join(f"{id_}（{start}）" for id_, start in possible.items()) or "该项目没有由后续事项起算的时限"
    for unknown in sorted(set(events) - set(possible)):
        raise ValueError(f"{programme} 没有时限“{unknown}”: {expected}")


def _clock(row: Period, programme: str, start: date, policy_day: LocalPolicy, days: WorkingDays) -> Clock | None:
    name = row.parameter_for(programme)
    length, citation = _length(row, policy_day.get(name) if name else None)
    if length is None:
        return None
    measure = {unit: length if row.unit == unit else None for unit in ("working_days", "days", "hours")}
    return Clock(id=row.id, label=row.label, due=_due(row, start, length, days), citation=citation, **measure)


def _length(row: Period, local: LocalValue | None) -> tuple[int | None, dict[str, str]]:
    """The shorter of the national and the local period, with the source of the one that counts."""
    document, clause = row.citation or ("", "")
    national = {"document": document, "clause": clause}
    if local is None:
        return row.length, national
    value = local.value
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"本地参数中“{row.label}”的时限不对（{value}）: 正整数")
    if row.length is not None and row.length <= value:
        return row.length, national
    return value, {"document": local.citation.document, "clause": local.citation.clause}


def _due(row: Period, start: date, length: int, days: WorkingDays) -> date:
    """The last day of the period; hours count from the first moment of `start`, so the date is never too late."""
    if row.unit == "working_days":
        return days.add(start, length)
    if row.unit == "days":
        return start + timedelta(days=length)
    return (datetime.combine(start, time.min) + timedelta(hours=length)).date()
