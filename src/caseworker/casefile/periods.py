"""The rows of data/policy/clocks.toml: every legal period with its programmes, dates and source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from caseworker.resources import data_path

Unit = Literal["working_days", "days", "hours"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a clock: `length` in `unit`, or None where only a local value sets it.

    `event` says in Chinese from which day it runs, None = from acceptance; `delegated` None = whoever decides;
    in force on acceptances from `start` to `end` inclusive (None = open).
    """

    id: str
    label: str
    programmes: tuple[str, ...]
    unit: Unit
    length: int | None
    event: str | None
    delegated: bool | None
    parameter: str | None
    fixed: bool
    start: date | None
    end: date | None
    citation: tuple[str, str] | None

    def covers(self, programme: str, accepted: date, delegated: bool) -> bool:
        """Whether the row speaks for a case of `programme` accepted on that day."""
        begun = self.start is None or self.start <= accepted
        running = self.end is None or accepted <= self.end
        return programme in self.programmes and self.delegated in (None, delegated) and begun and running

    def parameter_for(self, programme: str) -> str | None:
        """Name of the local value that may shorten this period; None for a fixed one, such as a public notice."""
        return None if self.fixed else self.parameter or f"clock.{programme}.{self.id}"


@cache
def periods() -> tuple[Period, ...]:
    """All shipped rows, in the order of the procedure."""
    text = data_path("policy", "clocks.toml").read_text(encoding="utf-8")
    return tuple(map(_period, tomllib.loads(text)["clock"]))


def _period(row: dict[str, Any]) -> Period:
    return Period(
        id=row["id"],
        label=row["label"],
        programmes=tuple(row["programmes"]),
        unit=row["unit"],
        length=row.get("period"),
        event=row.get("event"),
        delegated=row.get("delegated"),
        parameter=row.get("parameter"),
        fixed=row.get("fixed", False),
        start=row.get("from"),
        end=row.get("to"),
        citation=(row["document"], row["clause"]) if "document" in row else None,
    )
