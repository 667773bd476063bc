"""Chinese working days (工作日): weekends, public holidays and make-up days (调休), and the office's own days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import count, islice


@dataclass(frozen=True)
class WorkingDays:
    """The calendar of the State Council's yearly notices, as far as the chinesecalendar table goes.

    `extra`: days the office entered, True = worked, False = off; they win over the table (a notice newer than the
    program, a local holiday). Outside the years of the table Monday to Friday count as working days.
    """

    extra: Mapping[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`."""
        if day in self.extra:
            return self.extra[day]
        return _exceptions().get(day, day.weekday() < 5)

    def add(self, start: date, n: int) -> date:
        """The `n`-th working day after `start`; the day of the event itself is not counted (0 gives `start`).

        Raises ValueError for a negative `n`.
        """
        if n < 0:
            raise ValueError(f"工作日数为负（{n}）: 0 或正整数")
        if n == 0:
            return start
        following = (start + timedelta(days=ahead) for ahead in count(1))
        return next(islice(filter(self.is_working, following), n - 1, None))

    def complete(self, day: date) -> bool:
        """Whether the holidays of the year of `day` are in the table (False past the last announced year)."""
        first, last = _table_years()
        return first <= day.year <= last


@cache
def _table_years() -> tuple[int, int]:
    """First and last year that the library's table covers, as its own range check takes them."""
    from chinese_calendar.constants import holidays

    return min(holidays).year, max(holidays).year


@cache
def _exceptions() -> dict[date, bool]:
    """Announced days that are not what their weekday says: holidays off, make-up days worked.

    Read from the library's table: its is_workday() searches the whole table on every call, 0.2 ms a day.
    """
    from chinese_calendar.constants import holidays, workdays

    return dict.fromkeys(holidays, False) | dict.fromkeys(workdays, True)
