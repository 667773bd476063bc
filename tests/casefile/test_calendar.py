"""Working days against the State Council's notices for 2024, 2025 and 2026, transcribed here."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.casefile.calendar import WorkingDays

OFF = [
    ("2024-01-01", 1), ("2024-02-10", 8), ("2024-04-04", 3), ("2024-05-01", 5), ("2024-06-10", 1), ("2024-09-15", 3),
    ("2024-10-01", 7),
    ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3), ("2025-05-01", 5), ("2025-05-31", 3), ("2025-10-01", 8),
    ("2026-01-01", 3), ("2026-02-15", 9), ("2026-04-04", 3), ("2026-05-01", 5), ("2026-06-19", 3), ("2026-09-25", 3),
    ("2026-10-01", 7),
]  # fmt: skip
MAKE_UP = [
    "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12",
    "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
    "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
]  # fmt: skip
OFF_DAYS = {date.fromisoformat(first) + timedelta(days=i) for first, count in OFF for i in range(count)}
MAKE_UP_DAYS = {date.fromisoformat(day) for day in MAKE_UP}
CALENDAR = WorkingDays()
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)


def test_every_day_of_three_years_is_as_announced() -> None:
    day = FIRST
    while day <= LAST:
        assert CALENDAR.is_working(day) == (day in MAKE_UP_DAYS or (day.weekday() < 5 and day not in OFF_DAYS)), day
        assert CALENDAR.complete(day)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("2024-02-02", 3, "2024-02-06"),  # Sunday the 4th is worked
        ("2024-02-08", 2, "2024-02-18"),  # Spring Festival, Sunday the 18th is worked
        ("2024-09-27", 3, "2024-10-08"),  # National Day
        ("2024-10-10", 3, "2024-10-14"),  # Saturday the 12th is worked
        ("2025-01-24", 3, "2025-02-05"),  # Spring Festival
        ("2025-02-06", 3, "2025-02-10"),
        ("2025-09-26", 3, "2025-09-30"),  # Sunday the 28th is worked
        ("2025-09-30", 3, "2025-10-11"),  # National Day with Mid-Autumn, Saturday the 11th is worked
        ("2026-02-12", 3, "2026-02-24"),  # Spring Festival of nine days
        ("2026-02-26", 3, "2026-03-02"),
        ("2026-09-18", 3, "2026-09-22"),
        ("2026-09-29", 4, "2026-10-10"),  # National Day
    ],
)
def test_the_day_of_the_event_is_not_counted(start: str, n: int, due: str) -> None:
    assert CALENDAR.add(date.fromisoformat(start), n) == date.fromisoformat(due)


@given(st.dates(FIRST, date(2026, 9, 30)), st.integers(1, 45))
def test_exactly_n_working_days_lie_after_the_start(start: date, n: int) -> None:
    due = CALENDAR.add(start, n)
    between = [start + timedelta(days=i) for i in range(1, (due - start).days + 1)]
    assert sum(map(CALENDAR.is_working, between)) == n
    assert CALENDAR.is_working(due)


def test_no_days_and_negative_days() -> None:
    assert CALENDAR.add(date(2025, 10, 1), 0) == date(2025, 10, 1)
    with pytest.raises(ValueError, match="为负"):
        CALENDAR.add(date(2025, 10, 1), -1)


def test_days_the_office_entered_win() -> None:
    calendar = WorkingDays({date(2025, 3, 4): False, date(2025, 3, 8): True, date(2099, 1, 1): False})
    assert calendar.add(date(2025, 3, 3), 1) == date(2025, 3, 5)
    assert calendar.add(date(2025, 3, 7), 1) == date(2025, 3, 8)
    assert not calendar.is_working(date(2099, 1, 1))


def test_outside_the_table_weekdays_count_and_the_calendar_says_so() -> None:
    assert CALENDAR.is_working(date(2099, 10, 1))  # a Thursday
    assert not CALENDAR.is_working(date(2099, 10, 3))
    assert not CALENDAR.complete(date(2099, 10, 1))
    assert not CALENDAR.complete(date(2003, 12, 31))
    assert CALENDAR.add(date(2099, 10, 1), 2) == date(2099, 10, 5)
