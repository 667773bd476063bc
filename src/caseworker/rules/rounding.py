"""The one rounding, at the end, by the parameter `amount.rounding`; to the fen, half up, where the place sets none."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from caseworker.policy import PolicyDay
from caseworker.rules.logic import Number
from caseworker.rules.text import half_up


def _up(amount: Number) -> int:
    return -((-amount) // 1)


_RULES: dict[str, tuple[int, Callable[[Number], int]]] = {
    "fen_half_up": (1, half_up), "jiao_up": (10, _up), "yuan_up": (100, _up), "yuan_half_up": (100, half_up),
}  # fmt: skip


def rounding(law: PolicyDay) -> Callable[[Number], int]:
    """The place's rounding: fen (exact) → whole fen."""
    chosen = law.get("amount.rounding")
    unit, rule = _RULES[chosen.value if chosen else "fen_half_up"]
    return lambda amount: rule(amount if unit == 1 else Fraction(amount) / unit) * unit
