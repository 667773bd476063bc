"""Money as integer fen (分): read from yuan text without ever passing through float, and written back."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_YUAN = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?")
EXPECTED = "不小于0、最多两位小数的元，如 1200 或 1200.50"


class MoneyError(ValueError):
    """Text that is not an amount of yuan; `problem` and `expected` are Chinese half sentences."""

    def __init__(self, problem: str, expected: str = EXPECTED) -> None:
        super().__init__(f"{problem}: {expected}")
        self.problem, self.expected = problem, expected


def parse_fen(value: object) -> int:
    """Yuan as text or number ("1200.50", 1200, full-width digits) → fen; raises MoneyError."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | float):
        raise MoneyError("不是金额")
    text = unicodedata.normalize("NFKC", str(value)).strip()
    match = _YUAN.fullmatch(text)
    if match:
        yuan, fraction = match.groups(default="")
        return int(yuan) * 100 + int(fraction.ljust(2, "0"))
    if text.startswith("-"):
        raise MoneyError(f"金额不能为负（{text[:20]}）")
    if re.fullmatch(r"\d+\.\d{3,}", text):
        raise MoneyError(f"小数超过两位（{text[:20]}）")
    if re.fullmatch(r"\d{13,}(\.\d*)?", text):
        raise MoneyError(f"金额过大（{text[:20]}）")
    raise MoneyError(f"不是金额（{text[:20]}）")


def format_fen(fen: int) -> str:
    """Fen → yuan with two decimals, as the contract prints money: 120050 → "1200.50"."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan}.{rest:02d}"
