"""Field types of the household file: amounts, days, ID numbers, codes and text, each with its Chinese fault."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from caseworker.household.faults import shown
from caseworker.household.money import MoneyError, format_fen, parse_fen
from caseworker.text import entry, idnumber
from caseworker.text.cells import printable

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_CODE = re.compile(r"[0-9]{6}")
# A year outside these is a slip of the pen, and ages reckoned from it would be nonsense.
_YEARS = range(1900, 2100)
_WANTED_ID = "18位公民身份号码"


def fault(problem: str, expected: str) -> PydanticCustomError:
    """The one error our own validators raise; `explain` takes the two halves apart again."""
    return PydanticCustomError("fault", "{problem}: {expected}", {"problem": problem, "expected": expected})


def _fen(value: object) -> int:
    try:
        return parse_fen(value)
    except MoneyError as error:
        raise fault(error.problem, error.expected) from None


def _day(value: object) -> date:
    if type(value) is date:
        return value
    text = _halfwidth(value)
    match = _DAY.fullmatch(text)
    if not match:
        raise fault(f"不是日期（{shown(value)}）", "YYYY-MM-DD，如 2026-03-05")
    year, month, day = map(int, match.groups())
    if year not in _YEARS:
        raise fault(f"年份不对（{text}）", f"{_YEARS[0]}—{_YEARS[-1]} 年的日期，YYYY-MM-DD")
    try:
        return date(year, month, day)
    except ValueError:
        raise fault(f"没有这一天（{text}）", "日历上有的日期，YYYY-MM-DD") from None


def _id_number(value: object) -> str:
    if not isinstance(value, str):
        raise fault(f"不是文本（{shown(value)}）", f"{_WANTED_ID}，写成文本")
    try:
        known = idnumber.parse(value)
    except ValueError as error:
        problem, _, expected = str(error).partition(": ")
        raise fault(problem, expected or _WANTED_ID) from None
    if known.birth_date.year not in _YEARS:
        raise fault(f"身份证号中的出生年份不对（{known.birth_date.year}）", f"请对照证件核对{_WANTED_ID}")
    return known.number


def _region(value: object) -> str:
    text = _halfwidth(value)
    if not _CODE.fullmatch(text):
        raise fault(f"不是行政区划代码（{shown(value)}）", "6位数字，写成文本，如 520000")
    return text


def _text(value: object) -> object:
    """Text on one line, NFC, without control characters; nothing but blanks is "not asked"."""
    return _tidy(value) or None if isinstance(value, str) else value


def _person_name(value: object) -> object:
    """A person's name: besides, one kind of middle dot, so that the same name is written the same way."""
    return entry.clean(value) or None if isinstance(value, str) else value


def _key(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = _tidy(value)
    if not text:
        raise fault("是空的", "写明编号")
    return text


def _tidy(text: str) -> str:
    return printable(unicodedata.normalize("NFC", text)).strip()


def _halfwidth(value: object) -> str:
    return unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""


_MONEY_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string", "pattern": r"^[0-9]{1,12}(\.[0-9]{1,2})?$"}, {"type": "number", "minimum": 0}],
    "description": "元，最多两位小数",
}
_CODE_SCHEMA: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{6}$"}

Fen = Annotated[int, BeforeValidator(_fen), PlainSerializer(format_fen, return_type=str), WithJsonSchema(_MONEY_SCHEMA)]
Day = Annotated[date, BeforeValidator(_day)]
IdNumber = Annotated[str, BeforeValidator(_id_number)]
Region = Annotated[str, BeforeValidator(_region), WithJsonSchema(_CODE_SCHEMA)]
Text = Annotated[str | None, BeforeValidator(_text)]
PersonName = Annotated[str | None, BeforeValidator(_person_name)]
Key = Annotated[str, BeforeValidator(_key)]
