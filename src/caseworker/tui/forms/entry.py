"""What is typed → the contract's value, and back, for each kind of field. Raises ValueError with a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from caseworker.text import entry as text_entry
from caseworker.text import idnumber
from caseworker.text.cells import printable
from caseworker.tui.forms.options import CARE_WORDS, GRADES, options, values
from caseworker.tui.forms.spec import Field, Kind

TYPED = {Kind.TEXT, Kind.ID, Kind.REGION, Kind.DATE, Kind.MONEY, Kind.COUNT, Kind.COMPONENTS}
_DIGITS = re.compile(r"\d+")


def read(field: Field, typed: str) -> Any:
    """The value of a typed field; empty text is "not asked" (None)."""
    text = text_entry.clean(typed) if field.kind is Kind.TEXT else printable(typed).strip()
    if not text:
        return None
    if field.kind is Kind.COMPONENTS:
        return _components(field, text)
    return _READERS[field.kind](text)


def show(field: Field, value: Any) -> str:
    """The text that stands in a typed field for a stored value."""
    if value is None:
        return ""
    if field.kind is Kind.COMPONENTS:
        return " ".join(_component_text(field, part) for part in value)
    return str(value)


def _money(text: str) -> str:
    fen = text_entry.read_fen(text)
    return f"{fen // 100}.{fen % 100:02d}"


def _count(text: str) -> int:
    number = text_entry.halfwidth(text)
    if not _DIGITS.fullmatch(number) or int(number) > 99:
        raise ValueError("不是整数: 0 到 99 的整数")
    return int(number)


def _region(text: str) -> str:
    code = text_entry.halfwidth(text)
    if not re.fullmatch(r"[0-9]{6}", code):
        raise ValueError("不是行政区划代码: 6位数字，如 520000")
    return code


_READERS: Mapping[Kind, Callable[[str], Any]] = {
    Kind.TEXT: lambda text: text,
    Kind.ID: lambda text: idnumber.parse(text).number,
    Kind.REGION: _region,
    Kind.DATE: lambda text: text_entry.read_date(text).isoformat(),
    Kind.MONEY: _money,
    Kind.COUNT: _count,
}


def _components(field: Field, text: str) -> list[dict[str, Any]]:
    """`视力2 言语3` → two components of a multiple disability."""
    words = {option.word.removesuffix("残疾"): option.value for option in options(field, {})}
    found = []
    for part in re.split(r"[\s,，、;；]+", text_entry.halfwidth(text)):
        match = re.fullmatch(r"(\D+?)(?:残疾)?([1-4])级?", part)
        kind = words.get(match.group(1)) if match else None
        if match is None or kind in (None, "multiple"):
            raise ValueError(f"看不懂（{part[:10]}）: 类别加等级，如 视力2 言语3")
        found.append({"kind": kind, "grade": int(match.group(2))})
    return found


def _component_text(field: Field, part: Mapping[str, Any]) -> str:
    words = {option.value: option.word.removesuffix("残疾") for option in options(field, {})}
    return f"{words.get(part.get('kind'), '?')}{part.get('grade') or '?'}"


def disability_kind(value: Any) -> str | None:
    """The choice that stands for a stored disability answer: none, a kind, or not asked."""
    return value.get("kind") if isinstance(value, dict) else value


def with_kind(stored: Any, kind: str | None) -> Any:
    """The disability answer after choosing a kind: grade and components stay where they still fit."""
    if kind is None or kind == "none":
        return kind
    answer = dict(stored) if isinstance(stored, dict) else {"kind": None, "grade": None}
    answer["kind"] = kind
    if kind != "multiple":
        answer.pop("components", None)
    return answer


__all__ = ["CARE_WORDS", "GRADES", "TYPED", "disability_kind", "read", "show", "values", "with_kind"]
