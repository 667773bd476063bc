"""The number of a case."""

from __future__ import annotations

import pytest

from caseworker.casefile.number import case_number


def test_year_and_serial() -> None:
    assert case_number(2026, 1) == "2026-0001"
    assert case_number(2026, 9999) == "2026-9999"
    assert case_number(2026, 10000) == "2026-10000"


@pytest.mark.parametrize(("year", "serial"), [(2026, 0), (2026, -1), (26, 1)])
def test_what_is_no_number_is_refused(year: int, serial: int) -> None:
    with pytest.raises(ValueError, match="受理编号不成立"):
        case_number(year, serial)
