"""What follows from a draft as it stands: conclusions over all programmes, or its faults; and what to ask next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from caseworker.household import Fault, Household
    from caseworker.policy import PolicyDay


@dataclass(frozen=True, slots=True)
class Question:
    """An open fact: its path, what it is called, the programmes that hang on it, and how much it decides."""

    path: str
    label: str
    programmes: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Conclusions:
    """Either an assessment (the contract's form) with its open questions, most decisive first, or faults."""

    assessment: dict[str, Any] | None
    faults: list[Fault] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def conclude(household: Mapping[str, Any], policy_for: Callable[[Household], PolicyDay]) -> Conclusions:
    """Assess a household file as it stands; never raises for what is wrong with the file or missing in the policy."""
    from caseworker.household import Fault, HouseholdFaults, read_household
    from caseworker.policy import PolicyFaults, PolicyMissing
    from caseworker.rules import assess_household

    try:
        read = read_household(household)
        assessment = assess_household(read, policy_for(read))
    except HouseholdFaults as error:
        return Conclusions(None, error.faults)
    except (PolicyMissing, PolicyFaults) as error:
        return Conclusions(None, [Fault("region", line, "请管理员补上政策包") for line in error.lines])
    return Conclusions(assessment, [], open_questions(assessment, household))


def open_questions(assessment: Mapping[str, Any], household: Mapping[str, Any]) -> list[Question]:
    """Every open fact once: first what decides most outcomes, then what moves only amounts, then the file's order.

    A fact gains 1 / (number of open facts of the programme) from each programme it keeps undecided.
    """
    from caseworker.household.labels import path_label

    outcome_score: dict[str, float] = {}
    amount_score: dict[str, float] = {}
    programmes: dict[str, dict[str, None]] = {}
    for entry in assessment["assessments"]:
        missing = entry["missing"]
        score = outcome_score if entry["outcome"] == "needs_information" else amount_score
        for path in missing:
            score[path] = score.get(path, 0) + 1 / len(missing)
            programmes.setdefault(path, {})[entry["programme"]] = None
    found = [
        Question(path, path_label(path, household), tuple(names), outcome_score.get(path, 0))
        for path, names in programmes.items()
    ]
    return sorted(found, key=lambda question: (-question.score, -amount_score.get(question.path, 0)))


def policy_date(household: Household, today: date) -> date:
    """The day whose policy decides: the day of application, today while it is not yet filled in."""
    return household.applied_on or today
