"""What a clerk types, read as text, days and amounts: full-width input, all usual ways to write a date, 万.

Every refusal is a ValueError with one Chinese sentence `problem: expected`.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from caseworker.text.cells import printable

_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DOTS = dict.fromkeys(map(ord, "•・．･‧∙⋅"), "·")
_POINT = str.maketrans("。", ".")

_DAY = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?)")
_YEARS = range(1900, 2100)
_YUAN = r"(?P<yuan>[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})"
_AMOUNT = re.compile(rf"[￥¥]?{_YUAN}(?:\.(?P<part>[0-9]+))?\s?(?P<unit>万?)元?")
_TOO_MUCH = 10**14
_AMOUNT_FORM = "元，最多两位小数，如 1200、12.50 或 1.2万"


def halfwidth(s: str) -> str:
    """Full-width letters, figures, punctuation and space as their ASCII forms; everything else untouched."""
    return s.translate(_HALF)


def clean(s: str) -> str:
    """A name or other text for storage: NFC, stripped, one kind of middle dot (U+00B7), no control characters."""
    return printable(unicodedata.normalize("NFC", s)).translate(_DOTS).strip()


def read_date(s: str) -> date:
    """A day as people write it: 20260305, 2026.3.5, 2026-3-5, 2026/3/5, 2026年3月5日; years 1900 to 2099."""
    text = "".join(halfwidth(s).translate(_POINT).split())
    match = _DAY.fullmatch(text)
    if match is None or int(match[1]) not in _YEARS:
        raise ValueError(f"不是日期（{_quote(s)}）: 年月日，如 2026-03-05、2026.3.5 或 20260305")
    try:
        return date(*(int(part) for part in match.groups() if part))
    except ValueError:
        raise ValueError(f"没有这一天（{_quote(s)}）: 日历上有的日期，如 2026-03-05") from None


def read_fen(s: str) -> int:
    """An amount in yuan as integer fen: 12, 12.5, １２．５, 1,200, 1.2万; never negative, down to whole fen.

    The full stop of an input method counts as a decimal point; blanks inside the figure are refused, not joined.
    """
    text = halfwidth(s).translate(_POINT).strip()
    if text.startswith(("-", "−")):
        raise ValueError(f"金额不能为负（{_quote(s)}）: {_AMOUNT_FORM}")
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError(f"不是金额（{_quote(s)}）: {_AMOUNT_FORM}")
    yuan, part, unit = (found or "" for found in match.group("yuan", "part", "unit"))
    places = 6 if unit else 2
    if part[places:].strip("0"):
        raise ValueError(f"小数位太多（{_quote(s)}）: {_AMOUNT_FORM}")
    fen = int(yuan.replace(",", "") + part[:places].ljust(places, "0"))
    if fen >= _TOO_MUCH:
        raise ValueError(f"金额太大（{_quote(s)}）: 不到一万亿元")
    return fen


def _quote(s: str) -> str:
    text = printable(s).strip()
    return text if len(text) <= 20 else text[:20] + ".."
