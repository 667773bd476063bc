"""Money: integer fen in and out, in every form people write it, and never a float on the way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.household.money import MoneyError, format_fen, parse_fen

FEN = st.integers(0, 10**14 - 1)


@given(FEN)
def test_what_is_printed_reads_back(fen: int) -> None:
    assert parse_fen(format_fen(fen)) == fen
    assert parse_fen(Decimal(fen) / 100) == fen


@given(FEN)
def test_full_width_figures_count_the_same(fen: int) -> None:
    wide = format_fen(fen).translate({ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789."})
    assert parse_fen(f" {wide}　") == fen


@given(st.integers(0, 10**12 - 1))
def test_whole_numbers_are_yuan(yuan: int) -> None:
    assert parse_fen(yuan) == parse_fen(str(yuan)) == yuan * 100


@given(st.integers(0, 10**9))
def test_a_float_is_taken_by_its_figures(fen: int) -> None:
    """0.29 * 100 is 28.999999999999996: whoever multiplies, loses a fen."""
    assert parse_fen(float(format_fen(fen))) == fen
    assert type(parse_fen(float(format_fen(fen)))) is int


@pytest.mark.parametrize(
    ("value", "fen"),
    [("0", 0), ("0.0", 0), ("12.5", 1250), ("0012.05", 1205), (0.29, 29), (Decimal("1E+2"), 10000), (1e2, 10000)],
)
def test_forms(value: object, fen: int) -> None:
    assert parse_fen(value) == fen


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("-1", "金额不能为负（-1）"),
        (-1, "金额不能为负（-1）"),
        ("－１.５", "金额不能为负（-1.5）"),
        ("−1", "金额不能为负（−1）"),
        ("1.234", "小数超过两位（1.234）"),
        (0.1 + 0.2, "小数超过两位（0.30000000000000004）"),
        ("1.500", "小数超过两位（1.500）"),
        ("1234567890123", "金额过大（1234567890123）"),
        (10**12, "金额过大（1000000000000）"),
        pytest.param(10**5000, "金额过大（10000000000000000000..）", id="huge"),
        (Decimal("1E+99"), "不是金额（1E+99）"),
        (float("nan"), "不是金额（NaN）"),
        (float("inf"), "不是金额（Infinity）"),
        ("1,200", "不是金额（1,200）"),
        ("1_000", "不是金额（1_000）"),
        ("٣", "不是金额（٣）"),
        ("", "不是金额（）"),
        (".5", "不是金额（.5）"),
        ("5.", "不是金额（5.）"),
        ("约\n12", "不是金额（约 12）"),
        (True, "不是金额（true）"),
        (None, "不是金额（null）"),
        ([1], "不是金额（列表）"),
        ({}, "不是金额（对象）"),
    ],
)
def test_what_is_no_amount_is_said_in_one_line(value: object, problem: str) -> None:
    with pytest.raises(MoneyError) as caught:
        parse_fen(value)
    assert caught.value.problem == problem
    assert str(caught.value) == f"{problem}: 不小于0、最多两位小数的元，如 1200 或 1200.50"


@pytest.mark.parametrize(("fen", "text"), [(0, "0.00"), (5, "0.05"), (120050, "1200.50"), (-120050, "-1200.50")])
def test_printed_money_has_two_decimals(fen: int, text: str) -> None:
    assert format_fen(fen) == text
