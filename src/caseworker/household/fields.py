"""Field types of the household file: amounts, days and ID numbers, each with its Chinese fault."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from caseworker.household.money import MoneyError, format_fen, parse_fen
from caseworker.text import idnumber

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def fault(problem: str, expected: str) -> PydanticCustomError:
    """The one error our own validators raise; `read` takes the two halves apart again."""
    return PydanticCustomError("fault", "{problem}: {expected}", {"problem": problem, "expected": expected})


def _fen(value: object) -> int:
    try:
        return parse_fen(value)
    except MoneyError as error:
        raise fault(error.problem, error.expected) from None


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    text = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""
    match = _DAY.fullmatch(text)
    if not match:
        raise fault(f"不是日期（{str(value)[:20]}）", "YYYY-MM-DD，如 2026-03-05")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise fault(f"没有这一天（{text}）", "日历上有的日期，YYYY-MM-DD") from None


def _id_number(value: object) -> str:
    if not isinstance(value, str):
        raise fault("不是文本", "18位公民身份号码，写成文本")
    try:
        return idnumber.parse(value).number
    except ValueError as error:
        problem, _, expected = str(error).partition(": ")
        raise fault(problem, expected or "18位公民身份号码") from None


def _text(value: object) -> object:
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


_MONEY_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string", "pattern": r"^\d{1,12}(\.\d{1,2})?$"}, {"type": "number", "minimum": 0}],
    "description": "元，最多两位小数",
}

Fen = Annotated[
    int, BeforeValidator(_fen), PlainSerializer(format_fen, return_type=str), WithJsonSchema(_MONEY_SCHEMA)
]
Day = Annotated[date, BeforeValidator(_day)]
IdNumber = Annotated[str, BeforeValidator(_id_number)]
Text = Annotated[str, BeforeValidator(_text)]
