"""A verdict (结论) on one programme for the household or a person: outcome, amount, reasons, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from caseworker.rules.logic import Names, Number, Span, all_of, unique
from caseworker.rules.reasons import Reason
from caseworker.rules.text import half_up, yuan

ELIGIBLE, INELIGIBLE, SUPERSEDED = "eligible", "ineligible", "superseded"
NEEDS_INFORMATION, NEEDS_DECISION = "needs_information", "needs_decision"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for a programme; `amount` in fen per `per`, None where there is none or it hangs on something."""

    programme: str
    members: Names
    outcome: str
    reasons: tuple[Reason, ...]
    missing: Names = ()
    amount: int | None = None
    per: str | None = None
    by: str | None = None
    details: tuple[tuple[str, Any], ...] = ()

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


def conclude(
    programme: str,
    members: Sequence[str],
    reasons: Sequence[Reason],
    *,
    amount: Span | None = None,
    per: str | None = None,
    rounded: Any = half_up,
    details: Sequence[tuple[str, Any]] = (),
    notes: Sequence[Reason] = (),
) -> Verdict:
    """The outcome of a list of conditions: one no decides; an unknown fact before an open decision; else eligible.

    `notes` are reasons that explain the amount and decide nothing.
    """
    whole = all_of(reason.truth for reason in reasons)
    shown = (*reasons, *notes)
    if whole.value is False:
        return Verdict(programme, tuple(members), INELIGIBLE, shown, per=per)
    if whole.value is None:
        outcome = NEEDS_INFORMATION if whole.missing else NEEDS_DECISION
        return Verdict(programme, tuple(members), outcome, shown, most_decisive(whole.missing, reasons), per=per)
    paid = rounded(amount.low) if amount is not None and amount.exact else None
    missing = () if amount is None or amount.exact else unique(amount.missing)
    return Verdict(programme, tuple(members), ELIGIBLE, shown, missing, paid, per, None, tuple(details))


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
            return replace(verdict, outcome=SUPERSEDED, by=by, amount=None, missing=(), details=())
    for outcome in (NEEDS_INFORMATION, NEEDS_DECISION):
        for above in higher:
            if above.outcome == outcome:
                waiting = tuple(r for r in above.reasons if r.truth.value is None)
                reasons = (*verdict.reasons, *waiting)
                return replace(verdict, outcome=outcome, amount=None, missing=above.missing, details=(), reasons=reasons)
    return verdict


def money(amount: Number) -> str:
    """An amount in `details`: yuan text, rounded half up to the fen."""
    return yuan(half_up(amount))
