"""Figures as the reasons show them: yuan with two decimals, rounded half up for display only."""

from __future__ import annotations

from caseworker.household.money import format_fen
from caseworker.rules.logic import Number, Span


def yuan(amount: Number) -> str:
    """Fen (exact) → yuan text; only the text is rounded, half up to the fen."""
    return format_fen(amount) if isinstance(amount, int) else format_fen(half_up(amount))


def half_up(amount: Number) -> int:
    """The nearest whole number, halves upward."""
    return (
        amount if isinstance(amount, int) else (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)
    )


def span(amount: Span) -> str:
    """An amount, or the bounds within which it lies."""
    if amount.high is None:
        return "未知" if amount.low == 0 else f"不少于{yuan(amount.low)}"
    return yuan(amount.low) if amount.exact else f"{yuan(amount.low)}～{yuan(amount.high)}"


def ratio(value: Number) -> str:
    """A ratio as plain decimal text: 3/2 → 1.5."""
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    whole, rest = divmod(half_up(value * 10000), 10000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def percent(value: Number) -> str:
    """A ratio as per cent text: 0.7 → 70%."""
    return f"{ratio(value * 100)}%"
