"""The citizen identity number (公民身份号码, GB 11643): reading, checking, masking."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212]")
_BODY = re.compile(r"[0-9]{17}[0-9X]")
_SPREADSHEET = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+")
_WANTED = "18位公民身份号码"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number that is right by form, date and check digit; whether the day makes sense is for the caller to judge."""

    number: str
    birth_date: date
    sex: Literal["male", "female"]


def normalise(s: str) -> str:
    """`s` as it is stored and compared: half-width, no spaces or hyphens, capital X."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", s)).upper()


@lru_cache(maxsize=4096)
def parse(s: str) -> IdNumber:
    """The checked number with the birth date and sex it states.

    Raises ValueError with a Chinese sentence `problem: expected`: wrong length (15-digit numbers too), strange
    characters, a date that is not in the calendar, a wrong check digit. The region code is not looked up: codes
    come and go, and an old one stays right. A birth date after today is left to the caller, who knows the day.
    """
    number = normalise(s)
    _check_form(number)
    birth_date = _birth_date(number)
    if number[-1] != _check_digit(number):
        raise ValueError(f"身份证号校验码不对: 请对照证件核对，{_WANTED}中至少有一位不对")
    return IdNumber(number, birth_date, "male" if int(number[16]) % 2 else "female")


def mask(s: str) -> str:
    """The number with its middle starred: first 6 and last 4 stay; what is too short for that is starred whole."""
    number = normalise(s)
    if len(number) <= 10:
        return "*" * len(number)
    return number[:6] + "*" * (len(number) - 10) + number[-4:]


def tail(s: str) -> str:
    """The last four characters, by which a window finds a person."""
    return normalise(s)[-4:]


def _check_form(number: str) -> None:
    if _SPREADSHEET.fullmatch(number):
        raise ValueError(f"身份证号被电子表格改成了科学计数: 把该列设为文本后重新录入{_WANTED}")
    if len(number) == 15 and number.isdecimal():
        raise ValueError(f"15位旧身份证号: 请录入{_WANTED}")
    if len(number) != 18:
        raise ValueError(f"身份证号长度为{len(number)}位: {_WANTED}")
    if not _BODY.fullmatch(number):
        raise ValueError(f"身份证号含有不该有的字符: {_WANTED}，前17位为数字，末位为数字或 X")


def _birth_date(number: str) -> date:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise ValueError(f"身份证号中的出生日期不存在（{number[6:14]}）: 第7至14位为日历上有的日期") from None


def _check_digit(number: str) -> str:
    from stdnum.cn.ric import calc_check_digit  # 30 ms, and only where a number is checked

    return str(calc_check_digit(number))
