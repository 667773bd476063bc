"""What a clerk types: days and amounts in every usual form, and refusals that say what is expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.text.cells import printable
from caseworker.text.entry import clean, halfwidth, read_date, read_fen

DAY = date(2026, 3, 5)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def test_halfwidth_changes_only_full_width_forms() -> None:
    assert halfwidth("１２．５Ａｘ（甲）　㎡①·") == "12.5Ax(甲) ㎡①·"


@pytest.mark.parametrize("dot", "·•・．･‧")
def test_clean_knows_one_middle_dot(dot: str) -> None:
    assert clean(f" 示例{dot}甲\x07\u3000") == "示例\u00b7甲"


@pytest.mark.parametrize(
    "text",
    [
        "20260305",
        "2026-03-05",
        "2026.3.5",
        "2026-3-5",
        "2026/3/5",
        "2026年3月5日",
        " 2026 年 3 月 5 日 ",
        "２０２６。３。５",
        "２０２６０３０５",
    ],
)
def test_read_date_takes_the_usual_forms(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize("text", ["", "2026", "2026-3", "26-3-5", "今天", "202635", "18991231", "99990101", "٢٠٢٦0305"])
def test_read_date_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"^不是日期（.*）: 年月日"):
        read_date(text)


@pytest.mark.parametrize("text", ["20260230", "2026.2.30", "2025年2月29日", "2026-13-1"])
def test_read_date_refuses_a_day_that_is_in_no_calendar(text: str) -> None:
    with pytest.raises(ValueError, match=r"^没有这一天（.*）: "):
        read_date(text)


@given(days)
def test_dates_come_back(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day:%Y%m%d}") == day
    assert read_date(f"{day.year}年{day.month}月{day.day}日") == day


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("１２．５", 1250),
        ("12。5", 1250),
        ("1.2万", 1_200_000),
        ("1.23456万元", 1_234_560),
        ("1,200", 120_000),
        ("1，200.05", 120_005),
        ("￥12.50", 1250),
        (" 12 元 ", 1200),
        ("0", 0),
        ("1.500", 150),
    ],
)
def test_read_fen_takes_the_usual_forms(text: str, fen: int) -> None:
    assert read_fen(text) == fen


@pytest.mark.parametrize("text", ["", "一百", "1,2", "1 2", "12.", "1e3", "nan", "1.2.3", "12345678901234", "٣"])
def test_read_fen_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match=r"^不是金额（.*）: 元，最多两位小数"):
        read_fen(text)


def test_read_fen_refuses_negative_too_fine_and_too_large_amounts() -> None:
    for text, problem in [("-3", "不能为负"), ("－３", "不能为负"), ("0.005", "小数位太多"), ("999999999万", "太大")]:
        with pytest.raises(ValueError, match=problem):
            read_fen(text)


@given(st.integers(0, 10**14 - 1))
def test_amounts_come_back(fen: int) -> None:
    yuan, part = divmod(fen, 100)
    assert read_fen(f"{yuan}.{part:02}") == fen
    assert read_fen(f"{yuan:,}.{part:02}元") == fen


def outcome(read: Callable[[str], object], text: str) -> str:
    try:
        return f"{read(text)}: read"
    except ValueError as error:
        return str(error)


@given(st.text(max_size=20))
def test_whatever_is_typed_ends_in_a_value_or_one_sentence(text: str) -> None:
    for said in (outcome(read_date, text), outcome(read_fen, text)):
        assert ": " in said
        assert printable(said) == said
