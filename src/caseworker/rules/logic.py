"""Three-valued reasoning (Kleene): truths and amounts that know which facts and which decisions they still hang on.

`missing` are paths of facts that were not asked; `open` are local parameters without a value, or points the law leaves
to a person. An amount is a span from `low` to `high` (fen a month, exact: int or Fraction; high None = no limit).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction
Names = tuple[str, ...]


class Truth(NamedTuple):
    """Yes (True), no (False) or unknown (None), and what an unknown hangs on."""

    value: bool | None
    missing: Names = ()
    open: Names = ()


YES = Truth(True)
NO = Truth(False)


class Span(NamedTuple):
    """An amount known exactly (low == high) or only within bounds."""

    low: Number
    high: Number | None
    missing: Names = ()
    open: Names = ()

    @property
    def exact(self) -> bool:
        """Whether the amount is known."""
        return self.low == self.high


ZERO = Span(0, 0)


def unknown(*paths: str) -> Truth:
    """A fact that was not asked."""
    return Truth(None, paths)


def undecided(*names: str) -> Truth:
    """A point that hangs on a parameter without a value, or on a person's decision."""
    return Truth(None, (), names)


def known(value: bool | None, path: str) -> Truth:
    """A yes/no fact as a truth; None is a fact not asked."""
    if value is None:
        return Truth(None, (path,))
    return YES if value else NO


def negation(truth: Truth) -> Truth:
    """Not."""
    return truth if truth.value is None else (NO if truth.value else YES)


def all_of(truths: Iterable[Truth]) -> Truth:
    """And: one no decides; otherwise what is unknown keeps the whole unknown."""
    return _join(truths, False)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Or: one yes decides; otherwise what is unknown keeps the whole unknown."""
    return _join(truths, True)


def _join(truths: Iterable[Truth], decisive: bool) -> Truth:
    missing: Names = ()
    names: Names = ()
    doubt = False
    for truth in truths:
        if truth.value is decisive:
            return YES if decisive else NO
        if truth.value is None:
            doubt, missing, names = True, missing + truth.missing, names + truth.open
    if doubt:
        return Truth(None, unique(missing), unique(names))
    return NO if decisive else YES


def unique(names: Names) -> Names:
    """The names once each, in order."""
    return tuple(dict.fromkeys(names)) if len(names) > 1 else names


def exactly(number: Number) -> Span:
    """An amount that is known."""
    return Span(number, number)


def anything(*paths: str) -> Span:
    """An amount of nought or more that was not asked."""
    return Span(0, None, paths)


def asked(amount: int | None, path: str) -> Span:
    """A stated amount; None is one that was not asked."""
    return anything(path) if amount is None else exactly(amount)


def divided(number: Number, by: int) -> Number:
    """number / by, as int where it comes out even."""
    if isinstance(number, int):
        quotient, rest = divmod(number, by)
        return quotient if rest == 0 else Fraction(number, by)
    return number / by


def times(number: Number, factor: Number) -> Number:
    """number × factor, as int where it comes out even."""
    if isinstance(factor, int):
        return number if factor == 1 else number * factor
    if isinstance(number, int):
        return divided(number * factor.numerator, factor.denominator)
    return number * factor


def total(spans: Iterable[Span]) -> Span:
    """The sum of amounts."""
    low: Number = 0
    high: Number | None = 0
    missing: Names = ()
    names: Names = ()
    for span in spans:
        low += span.low
        high = None if high is None or span.high is None else high + span.high
        if span.missing or span.open:
            missing, names = missing + span.missing, names + span.open
    return Span(low, high, unique(missing), unique(names))


def less(amount: Span, deduction: Span) -> Span:
    """amount − deduction, never below nought; both move freely within their bounds."""
    low = 0 if deduction.high is None else max(amount.low - deduction.high, 0)
    high = None if amount.high is None else max(amount.high - deduction.low, 0)
    return _tidy(low, high, amount, deduction)


def scaled(span: Span, factor: Number) -> Span:
    """amount × factor (factor ≥ 0)."""
    if factor == 1:
        return span
    high = None if span.high is None else times(span.high, factor)
    return Span(times(span.low, factor), high, span.missing, span.open)


def shared(span: Span, heads: int) -> Span:
    """amount ÷ heads."""
    high = None if span.high is None else divided(span.high, heads)
    return Span(divided(span.low, heads), high, span.missing, span.open)


def at_most(span: Span, limit: Span) -> Span:
    """The smaller of two amounts."""
    low = min(span.low, limit.low)
    highs = [high for high in (span.high, limit.high) if high is not None]
    return _tidy(low, min(highs, default=None), span, limit)


def either(one: Span, other: Span, missing: Names = (), names: Names = ()) -> Span:
    """One of two amounts, which of them hangs on `missing` or `names`; nothing hangs where they are the same."""
    if one == other:
        return one
    low = min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Span(low, high, unique(one.missing + other.missing + missing), unique(one.open + other.open + names))


def below(amount: Span, limit: Number, inclusive: bool = False) -> Truth:
    """amount < limit (≤ where inclusive)."""
    if amount.high is not None and (amount.high < limit or (inclusive and amount.high == limit)):
        return YES
    if amount.low > limit or (not inclusive and amount.low == limit):
        return NO
    return Truth(None, amount.missing, amount.open)


def above(amount: Span, limit: Number) -> Truth:
    """amount > limit."""
    return negation(below(amount, limit, inclusive=True))


def _tidy(low: Number, high: Number | None, one: Span, other: Span) -> Span:
    if low == high:
        return Span(low, high)
    return Span(low, high, unique(one.missing + other.missing), unique(one.open + other.open))
