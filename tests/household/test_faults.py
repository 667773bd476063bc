"""How a fault quotes what it found: on one line, short, and never so that a terminal could be led astray."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from caseworker.household import Fault, HouseholdFaults
from caseworker.household.faults import named, path_of, shown


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ((), "（整个文件）"),
        (("region",), "region"),
        (("members", 1, "disability", "components", 0, "kind"), "members[1].disability.components[0].kind"),
        (("a\nb", "\x1b[31m"), "a b.[31m"),
    ],
)
def test_a_path(location: tuple[str | int, ...], path: str) -> None:
    assert path_of(location) == path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (1, "1"),
        (Decimal("1.50"), "1.50"),
        (["x"], "列表"),
        ({"x": 1}, "对象"),
        ("", ""),
        ("一" * 20, "一" * 20),
        ("一" * 21, "一" * 20 + ".."),
        ("甲\n乙\x1b[2J\u202e\ud800", "甲 乙[2J"),
        pytest.param(10**5000, "很大的数", id="huge"),
    ],
)
def test_a_value(value: Any, text: str) -> None:
    assert shown(value) == text


def test_a_value_without_end_is_not_walked_through() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert shown(deep) == "列表"


def test_a_name_stands_whole() -> None:
    assert named("household_income_monthly") == "household_income_monthly"
    assert named("x" * 200) == "x" * 80 + ".."


def test_the_error_holds_the_faults_and_prints_them_line_by_line() -> None:
    faults = [Fault("a", "不对", "对"), Fault("b[0]", "是空的", "至少一项")]
    error = HouseholdFaults(faults)
    assert error.faults == faults
    assert str(error) == "a: 不对: 对\nb[0]: 是空的: 至少一项"
    assert json.dumps(str(error), ensure_ascii=False)
