"""Money as integer fen (分): read from yuan text without ever passing through float, and written back."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from caseworker.household.faults import shown

_YUAN = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")
_REPRESENTABLE = 20
EXPECTED = "不小于0、最多两位小数的元，如 1200 或 1200.50"


class MoneyError(ValueError):
    """Text that is not an amount of yuan; `problem` and `expected` are Chinese half sentences."""

    def __init__(self, problem: str, expected: str = EXPECTED) -> None:
        super().__init__(f"{problem}: {expected}")
        self.problem, self.expected = problem, expected


def parse_fen(value: object) -> int:
    """Yuan as text or number ("1200.50", 1200, full-width digits) → fen.

    At most 12 digits of yuan and two decimals, never negative. Raises MoneyError for everything else.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | float):
        raise MoneyError(f"不是金额（{shown(value)}）")
    text = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else _plain(value)
    match = _YUAN.fullmatch(text)
    if match is None:
        raise MoneyError(f"{_problem(text)}（{shown(text)}）")
    yuan, fraction = match.groups(default="")
    return int(yuan) * 100 + int(fraction.ljust(2, "0"))


def format_fen(fen: int) -> str:
    """Fen → yuan with two decimals, as the contract prints money: 120050 → "1200.50"."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan}.{rest:02d}"


def _plain(value: int | float | Decimal) -> str:
    """A number as people write it; one that is far out of range stays in its short form (1E+99)."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    ordinary = number.is_finite() and abs(number.adjusted()) <= _REPRESENTABLE
    return f"{number:f}" if ordinary else str(number)


def _problem(text: str) -> str:
    if re.fullmatch(r"[-−][0-9.]+", text):
        return "金额不能为负"
    if re.fullmatch(r"[0-9]+\.[0-9]{3,}", text):
        return "小数超过两位"
    if re.fullmatch(r"[0-9]{13,}(\.[0-9]*)?", text):
        return "金额过大"
    return "不是金额"
