"""Cells: nothing is ever wider than asked, nothing is cut without the mark, no control character gets through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.text.cells import clip, pad, printable, width, wrap

chinese = st.text(alphabet="示例甲乙丙，。、（）《》：abc 123·e\u0301\t\n", max_size=60)
anything = st.one_of(st.text(max_size=60), chinese)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("示例甲", 6),
        ("（，）", 6),
        ("ｱ", 1),
        ("e\u0301", 1),
        ("阿·甲", 5),
        ("\U00020bb7", 2),
        ("a\x1bb", 2),
        ("a\tb", 3),
    ],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_control_and_invisible_characters_do_not_pass() -> None:
    assert printable("示\x1b[31m例\u202e甲\u200b\r\n乙\x9b") == "示[31m例甲  乙"


def test_clip_marks_what_it_cut() -> None:
    assert clip("示例甲乙", 8) == "示例甲乙"
    assert clip("示例甲乙", 7) == "示例.."
    assert clip("示例甲乙", 6, mark="～") == "示例～"
    assert clip("示例甲乙", 1) == "."
    assert clip("示例甲乙", 0) == ""


def test_pad_fills_where_a_wide_character_left_a_gap() -> None:
    assert pad("示例甲乙", 7) == "示例.. "
    assert pad("甲", 4) == "甲  "


@given(anything, st.integers(0, 40))
def test_clip_is_never_wider_and_never_cuts_without_the_mark(text: str, cells: int) -> None:
    shown = clip(text, cells)
    assert width(shown) <= cells
    assert shown == printable(text) or shown.endswith(".."[:cells])


@given(anything, st.integers(0, 40))
def test_pad_is_exactly_as_wide_as_asked(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == cells


@given(anything)
def test_what_is_shown_holds_no_control_character(text: str) -> None:
    assert not {unicodedata.category(char) for char in printable(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(anything, st.integers(2, 40))
def test_wrap_keeps_every_character_within_the_width(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    whole = "".join(printable("".join(text.splitlines())).split())
    assert "".join("".join(lines).split()) == whole


def test_wrap_keeps_punctuation_off_the_wrong_end_of_a_line() -> None:
    law = "根据《示例办法》（示发〔2021〕57号）第十五条，应当自受理之日起3个工作日内，启动家庭经济状况调查工作。"
    for cells in range(16, 60):
        lines = wrap(law, cells)
        assert not [line for line in lines if line[0] in "，。）》〕" or line[-1] in "（《〔"], lines


def test_wrap_keeps_words_whole_and_breaks_what_is_longer_than_a_line() -> None:
    assert wrap("编号 2026-0001 已受理", 10) == ["编号", "2026-0001", "已受理"]
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_wrap_keeps_line_breaks() -> None:
    assert wrap("甲\n\n乙", 10) == ["甲", "", "乙"]
    assert wrap("", 10) == [""]


def test_wrap_refuses_a_width_without_room_for_one_character() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        wrap("甲", 1)
