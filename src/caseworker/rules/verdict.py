"""A verdict (结论) on one programme for the household or a person: outcome, amount, reasons, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from caseworker.policy import PolicyDay
from caseworker.rules.logic import Names, Number, Span, all_of, unique
from caseworker.rules.reasons import Reason
from caseworker.rules.rounding import rounding
from caseworker.rules.text import half_up, yuan

ELIGIBLE, INELIGIBLE, SUPERSEDED = "eligible", "ineligible", "superseded"
NEEDS_INFORMATION, NEEDS_DECISION = "needs_information", "needs_decision"


class Verdict(NamedTuple):
    """The answer for a programme; `amount` in fen per `per`, None where there is none or it hangs on something.

    The first `conditions` of the reasons decide the outcome; those behind them explain the amount.
    """

    programme: str
    members: Names
    outcome: str
    reasons: tuple[Reason, ...]
    missing: Names = ()
    amount: int | None = None
    per: str | None = None
    by: str | None = None
    details: tuple[tuple[str, Any], ...] = ()
    conditions: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The contract's form."""
        made: dict[str, Any] = {
            "programme": self.programme,
            "outcome": self.outcome,
            "amount": None if self.amount is None else yuan(self.amount),
            "per": self.per,
            "members": list(self.members),
        }
        if self.by:
            made["by"] = self.by
        if self.details:
            made["details"] = dict(self.details)
        made["reasons"] = [reason.to_dict() for reason in self.reasons]
        made["missing"] = list(self.missing)
        return made


class Payment(NamedTuple):
    """What an eligible verdict pays: an amount in fen, its details, and the reasons that explain it."""

    amount: Span
    details: Sequence[tuple[str, Any]] = ()
    notes: Sequence[Reason] = ()


def conclude(
    programme: str,
    members: Sequence[str],
    reasons: Sequence[Reason],
    *,
    per: str | None = None,
    law: PolicyDay | None = None,
    payment: Callable[[], Payment] | None = None,
    notes: Sequence[Reason] = (),
) -> Verdict:
    """The outcome of a list of conditions: one no decides; an unknown fact before an open decision; else eligible.

    `notes` are reasons that explain and decide nothing; `payment` is worked out only where no condition
    says no, and rounded as `law` has it.
    """
    whole = all_of(reason.truth for reason in reasons)
    if whole.value is False:
        return Verdict(programme, tuple(members), INELIGIBLE, (*reasons, *notes), per=per, conditions=len(reasons))
    paid = payment() if payment else None
    shown = (*reasons, *notes, *(paid.notes if paid else ()))
    if whole.value is None:
        outcome = NEEDS_INFORMATION if whole.missing else NEEDS_DECISION
        missing = most_decisive(whole.missing, reasons)
        return Verdict(programme, tuple(members), outcome, shown, missing, per=per, conditions=len(reasons))
    if paid is None:
        return Verdict(programme, tuple(members), ELIGIBLE, shown, per=per, conditions=len(reasons))
    amount = rounding(law)(paid.amount.low) if law is not None and paid.amount.exact else None
    missing = () if paid.amount.exact else unique(paid.amount.missing)
    details = tuple(paid.details)
    return Verdict(programme, tuple(members), ELIGIBLE, shown, missing, amount, per, None, details, len(reasons))


def most_decisive(missing: Names, reasons: Sequence[Reason]) -> Names:
    """The open facts, those that the most undecided conditions hang on first."""
    hangs = [r.truth.missing for r in reasons if r.truth.value is None]
    return tuple(sorted(missing, key=lambda path: -sum(path in names for names in hangs)))


def under(verdict: Verdict, higher: Sequence[Verdict]) -> Verdict:
    """The verdict beneath higher layers: superseded by the first that is eligible, open while one of them is open."""
    if verdict.outcome != ELIGIBLE:
        return verdict
    for above in higher:
        if above.outcome in (ELIGIBLE, SUPERSEDED):
            by = above.programme if above.outcome == ELIGIBLE else above.by
            return verdict._replace(outcome=SUPERSEDED, by=by, amount=None, missing=(), details=())
    for outcome in (NEEDS_INFORMATION, NEEDS_DECISION):
        for above in higher:
            if above.outcome == outcome:
                waiting = tuple(r for r in above.reasons if r.truth.value is None)
                reasons = (*verdict.reasons, *waiting)
                return verdict._replace(
                    outcome=outcome, amount=None, missing=above.missing, details=(), reasons=reasons
                )
    return verdict


def money(amount: Number) -> str:
    """An amount in `details`: yuan text, rounded half up to the fen."""
    return yuan(half_up(amount))
