"""One verdict out of the verdicts of all scenes: what holds in every scene is sure, the rest is still to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from caseworker.rules.logic import Names, unique
from caseworker.rules.scenes import Branch
from caseworker.rules.verdict import ELIGIBLE, INELIGIBLE, NEEDS_DECISION, NEEDS_INFORMATION, Verdict

_ABSENT = "absent"


class Seen(NamedTuple):
    """A verdict in a scene (None: the programme does not arise there) and the choices that lead to the scene."""

    branches: Mapping[str, Branch]
    verdict: Verdict | None


def merge(seen: Sequence[Seen], complete: bool) -> Verdict:
    """The verdict over all scenes; where there were too many scenes only what is missing is said."""
    shown = next(item.verdict for item in seen if item.verdict is not None)
    if len(seen) == 1:
        return shown
    outcomes = {_outcome(item) for item in seen}
    if outcomes == {_ABSENT, INELIGIBLE}:
        return shown
    if not complete and outcomes != {NEEDS_INFORMATION}:
        return _open(shown, _all_missing(seen))
    if len(outcomes) > 1:
        return _open(shown, unique(_facts(seen) + _deciding(seen, _outcome)))
    if shown.outcome == NEEDS_INFORMATION:
        return _open(shown, unique(_facts(seen) + _deciding(seen, _stakes)))
    if shown.outcome == ELIGIBLE and len({_amount(item) for item in seen}) > 1:
        return shown._replace(amount=None, details=(), missing=unique(_facts(seen) + _deciding(seen, _amount)))
    return shown


def _outcome(item: Seen) -> str:
    """The outcome, with the layer that covers where one does."""
    if item.verdict is None:
        return _ABSENT
    return item.verdict.outcome if item.verdict.by is None else f"{item.verdict.outcome} by {item.verdict.by}"


def _amount(item: Seen) -> object:
    return (item.verdict.amount, item.verdict.missing) if item.verdict else _ABSENT


def _stakes(item: Seen) -> object:
    """What is still at stake in a scene: the answers that are known, and the arithmetic of those that are not."""
    if item.verdict is None:
        return _ABSENT
    deciding = item.verdict.reasons[: item.verdict.conditions]
    return tuple((r.rule, r.truth.value, r.working if r.truth.value is None else "") for r in deciding)


def _open(shown: Verdict, missing: Names) -> Verdict:
    outcome = NEEDS_INFORMATION if missing else NEEDS_DECISION
    return shown._replace(outcome=outcome, amount=None, by=None, details=(), missing=missing)


def _facts(seen: Sequence[Seen]) -> Names:
    """What the verdicts themselves hang on: the amount where they are eligible, else the outcome."""
    wanted = (ELIGIBLE,) if all(_outcome(item) == ELIGIBLE for item in seen) else (NEEDS_INFORMATION,)
    verdicts = [item.verdict for item in seen if item.verdict is not None]
    return unique(tuple(path for v in verdicts if v.outcome in wanted for path in v.missing))


def _all_missing(seen: Sequence[Seen]) -> Names:
    branches = tuple(path for item in seen for branch in item.branches.values() for path in branch.missing)
    return unique(_facts(seen) + branches)


def _deciding(seen: Sequence[Seen], look: Callable[[Seen], object]) -> Names:
    """The facts behind those choices that alone turn what is looked at."""
    found: list[str] = []
    keys = dict.fromkeys(key for item in seen for key in item.branches)
    for key in keys:
        by_rest: dict[object, set[object]] = {}
        facts: dict[object, Names] = {}
        for item in seen:
            if key in item.branches:
                rest = tuple((k, b.taken) for k, b in item.branches.items() if k != key)
                by_rest.setdefault(rest, set()).add(look(item))
                facts[rest] = (*facts.get(rest, ()), *item.branches[key].missing)
        found += [path for rest, looks in by_rest.items() if len(looks) > 1 for path in facts[rest]]
    return unique(tuple(found))
