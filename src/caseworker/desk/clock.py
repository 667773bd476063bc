"""The only place that reads the machine's clock; a window opened for a given day stands still on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

_OPENING = "09:00:00"


@dataclass(frozen=True, slots=True)
class Clock:
    """Today and now of a window; with `day` set it is always that day at its opening hour, so that nothing varies."""

    day: date | None = None

    def today(self) -> date:
        """The day the window works on."""
        return self.day or date.today()

    def now(self) -> str:
        """The moment a row is written, ISO 8601 to the second, with the offset where it comes from the machine."""
        if self.day:
            return f"{self.day.isoformat()}T{_OPENING}"
        return datetime.now().astimezone().isoformat(timespec="seconds")
