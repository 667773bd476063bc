"""ID numbers of fictitious regions: form, date and check digit are judged, the region code is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.text.idnumber import IdNumber, mask, normalise, parse, tail

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def made_up(day: str = "19850715", order: str = "123", region: str = "529999") -> str:
    """A number of nobody, with the check digit of GB 11643."""
    body = region + day + order
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def test_a_right_number_tells_birth_date_and_sex() -> None:
    assert parse(made_up(order="123")) == IdNumber(made_up(order="123"), date(1985, 7, 15), "male")
    assert parse(made_up(order="124")).sex == "female"


def test_full_width_blanks_hyphens_and_small_x_are_understood() -> None:
    number = next(n for n in (made_up(order=f"{i:03}") for i in range(1000)) if n.endswith("X"))
    typed = f" {number[:6]} {number[6:14]}-{number[14:17]}ｘ"
    assert normalise(typed) == number
    assert parse(typed).number == number


def test_a_date_in_the_future_is_left_to_the_caller() -> None:
    assert parse(made_up("20990101")).birth_date == date(2099, 1, 1)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_never_passes(day: date, order: int, place: int, shift: int) -> None:
    number = made_up(f"{day:%Y%m%d}", f"{order:03}", "139999")
    assert parse(number).birth_date == day
    digit = 10 if number[place] == "X" else int(number[place])
    wrong = number[:place] + str((digit + shift) % 10) + number[place + 1 :]
    if wrong != number:
        with pytest.raises(ValueError, match=": "):
            parse(wrong)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("529999850715123", "15位旧身份证号"),
        ("52999919850715", "长度为14位"),
        ("", "长度为0位"),
        (made_up()[:-1] + "?", "不该有的字符"),
        ("A" * 18, "不该有的字符"),
        (made_up("19850231"), r"出生日期不存在（19850231）"),
        ("5.29999E+17", "科学计数"),
    ],
)
def test_a_wrong_number_is_refused_with_what_is_expected(typed: str, problem: str) -> None:
    with pytest.raises(ValueError, match=f"{problem}.*: "):
        parse(typed)


def test_a_wrong_check_digit_does_not_tell_the_right_one() -> None:
    number = made_up()
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    with pytest.raises(ValueError, match="校验码不对") as caught:
        parse(wrong)
    assert number not in str(caught.value)


def test_masked_numbers_show_the_ends_only() -> None:
    number = made_up()
    assert mask(number) == number[:6] + "********" + number[-4:]
    assert mask("1234567890") == "**********"
    assert tail(f" {number} ") == number[-4:]
