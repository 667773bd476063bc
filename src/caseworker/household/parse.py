"""JSON text → the plain file: no float on the way, and a key that is written twice is a fault, not a choice."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from caseworker.household.faults import WHOLE, Fault, HouseholdFaults, path_of

_WANTED = "一个家庭文件（JSON 对象）"


class _Doubled(dict[str, Any]):
    """An object in which keys are written more than once; the last value of each stands in it."""

    again: tuple[str, ...] = ()


def parse(data: str | bytes) -> tuple[Any, list[Fault]]:
    """JSON (UTF-8, with or without BOM) → the raw value and the faults of keys that are written twice.

    Numbers with a point become Decimal. Raises HouseholdFaults where the text is no JSON at all.
    """
    text = _decode(data)
    doubled: list[_Doubled] = []
    try:
        raw = json.loads(
            text, parse_float=_number, parse_constant=Decimal, object_pairs_hook=lambda pairs: _object(pairs, doubled)
        )
    except json.JSONDecodeError as error:
        raise _refused(f"不是JSON（第{error.lineno}行第{error.colno}列）", _WANTED) from None
    except (RecursionError, ValueError):
        raise _refused("嵌套或数字过长", _WANTED) from None
    return raw, list(_faults(raw)) if doubled else []


def _decode(data: str | bytes) -> str:
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _refused(f"第{error.start + 1}个字节起不是UTF-8", "UTF-8 编码的 JSON") from None
    if not text.strip():
        raise _refused("是空文件", _WANTED)
    return text


def _refused(problem: str, expected: str) -> HouseholdFaults:
    return HouseholdFaults([Fault(WHOLE, problem, expected)])


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what Decimal holds
        return Decimal("Infinity")


def _object(pairs: Sequence[tuple[str, Any]], doubled: list[_Doubled]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    keys = [key for key, _ in pairs]
    flagged = _Doubled(made)
    flagged.again = tuple(key for key in made if keys.count(key) > 1)
    doubled.append(flagged)
    return flagged


def _faults(raw: Any) -> Iterator[Fault]:
    """In the order of the file; by a list of its own, since JSON nests deeper than functions may call."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), raw)]
    while waiting:
        location, value = waiting.pop()
        if isinstance(value, _Doubled):
            yield from (Fault(path_of((*location, key)), "同一个键写了两次", "每个键只写一次") for key in value.again)
        below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += reversed([((*location, key), item) for key, item in below])
