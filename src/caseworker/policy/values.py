"""Typed values of parameters: the text of a row → fen, Fraction, int, bool, words, bands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, get_args

from caseworker.household.faults import shown
from caseworker.household.kinds import DisabilityKind
from caseworker.household.money import MoneyError, parse_fen
from caseworker.policy.parameters import Parameter

_DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Deduction:
    """A deduction of unavoidable spending (刚性支出扣减): `rate` of it, at most `cap` fen a month a person."""

    rate: Fraction
    cap: int


@dataclass(frozen=True, slots=True)
class Band:
    """A band of own cost (fen, from `start` to `end`; None = without end) and the rate paid on it."""

    start: int
    end: int | None
    rate: Fraction


def typed(parameter: Parameter, raw: Any) -> Any:
    """The value of a row, typed: fen for money, Fraction for a ratio, int, bool, str, tuple[str, …], Deduction, Bands.

    Raises ValueError with `what is wrong: what is expected`.
    """
    return _READERS[parameter.type](parameter, raw)


def _money(parameter: Parameter, raw: Any) -> int:
    if not isinstance(raw, str):
        raise ValueError(f'不是文本（{shown(raw)}）: 写成带引号的元，如 "645.00"')
    try:
        return parse_fen(raw)
    except MoneyError as error:
        raise ValueError(str(error)) from None


def _ratio(parameter: Parameter, raw: Any) -> Fraction:
    text = unicodedata.normalize("NFKC", raw).strip() if isinstance(raw, str) else ""
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f'不是比例（{shown(raw)}）: 写成带引号的小数，如 "0.20"')
    return Fraction(text)


def _integer(parameter: Parameter, raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(f"不是整数（{shown(raw)}）: 写成不带引号的整数")
    if parameter.words and str(raw) not in parameter.words:
        raise ValueError(f"没有这种取值（{shown(raw)}）: {'、'.join(parameter.words)} 之一")
    return raw


def _bool(parameter: Parameter, raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError(f"不是 true/false（{shown(raw)}）: true 或 false，不带引号")
    return raw


def _word(parameter: Parameter, raw: Any) -> str:
    if raw not in parameter.words:
        raise ValueError(f"不认识的值（{shown(raw)}）: {'、'.join(parameter.words)} 之一")
    return str(raw)


def _words(parameter: Parameter, raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list) or any(item not in parameter.words for item in raw):
        raise ValueError(f"不是可用值的列表: [{'、'.join(parameter.words)}] 中的若干项")
    return tuple(raw)


def _deduction(parameter: Parameter, raw: Any) -> Deduction:
    if not isinstance(raw, dict) or set(raw) != {"rate", "cap_month"}:
        raise ValueError('不是扣减规则: { rate = "0.50", cap_month = "200.00" }')
    rate = _ratio(parameter, raw["rate"])
    if not 0 <= rate <= 1:
        raise ValueError("比例超出范围: rate 在 0 与 1 之间")
    return Deduction(rate, _money(parameter, raw["cap_month"]))


def _grades(parameter: Parameter, raw: Any) -> dict[str, int]:
    kinds = (*get_args(DisabilityKind), "any")
    if not isinstance(raw, dict) or not raw or any(k not in kinds or not _grade(v) for k, v in raw.items()):
        raise ValueError("不是残疾等级表: { any = 2, intellectual = 3 }，值为够条件的最低等级 1—4")
    return dict(raw)


def _grade(raw: Any) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool) and raw in (1, 2, 3, 4)


def _bands(parameter: Parameter, raw: Any) -> tuple[Band, ...]:
    if not isinstance(raw, list) or not raw or not all(isinstance(item, dict) for item in raw):
        raise ValueError('不是分段表: [{ from = "0", to = "10000.00", rate = "0" }, …]')
    bands = tuple(_band(parameter, item) for item in raw)
    if bands[0].start != 0:
        raise ValueError('第一段不从 0 起: from = "0"')
    for low, high in pairwise(bands):
        if low.end is None or low.end != high.start:
            raise ValueError("各段不相接: 上一段的 to 等于下一段的 from")
    if bands[-1].end is not None:
        raise ValueError("最后一段有 to: 最后一段不写 to")
    return bands


def _band(parameter: Parameter, item: dict[str, Any]) -> Band:
    if not {"from", "rate"} <= set(item) <= {"from", "to", "rate"}:
        raise ValueError("分段的键不对: from、to、rate")
    start = _money(parameter, item["from"])
    end = _money(parameter, item["to"]) if "to" in item else None
    rate = _ratio(parameter, item["rate"])
    if not 0 <= rate <= 1 or (end is not None and end <= start):
        raise ValueError("分段不合理: to 大于 from，rate 在 0 与 1 之间")
    return Band(start, end, rate)


_READERS = {
    "money": _money, "ratio": _ratio, "integer": _integer, "bool": _bool, "word": _word, "words": _words,
    "deduction": _deduction, "bands": _bands, "grades": _grades,
}  # fmt: skip


def measure(parameter: Parameter, value: Any) -> Fraction | None:
    """The number that ranges are compared with (yuan for money), or None for what has no range."""
    if parameter.type == "money":
        return Fraction(value, 100)
    if parameter.type in ("ratio", "integer"):
        return Fraction(value)
    return None
