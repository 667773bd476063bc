"""Acceptance (受理): facts checked and assessed under the policy of their day, clocks and papers fixed, one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from caseworker.desk.statutory import earliest_total, programmes_of, statutory

if TYPE_CHECKING:
    from caseworker.desk.desk import Desk
    from caseworker.household import Household
    from caseworker.policy import PolicyDay
    from caseworker.store import AcceptedCase


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a case is made of, before it is written: JSON-ready."""

    facts: dict[str, Any]
    assessment: dict[str, Any]
    accepted_on: date
    due: str | None
    clocks: dict[str, Any]
    papers: list[dict[str, Any]]


def accept_draft(desk: Desk, draft_id: str) -> AcceptedCase:
    """Accept what the draft holds now, as it was saved; the draft is gone with the same transaction."""
    return store_case(desk, prepare(desk, desk.draft(draft_id)), draft_id)


def prepare(desk: Desk, data: Mapping[str, Any] | bytes) -> Prepared:
    """Check and assess a household file; raises HouseholdFaults, PolicyMissing or PolicyFaults."""
    from caseworker.casefile.papers import checklist
    from caseworker.household import Fault, HouseholdFaults, read_household, write_household
    from caseworker.rules import assess_household

    household = read_household(data)
    if household.applied_on is None:
        raise HouseholdFaults([Fault("applied_on", "没有填写", "申请日期，YYYY-MM-DD")])
    policy_day = desk.policy_for(household)
    facts, assessment = write_household(household), assess_household(household, policy_day)
    programmes = programmes_of(facts, assessment)
    clocks = _clocks(programmes, household, policy_day)
    papers = [{**paper.to_dict(), "present": None} for paper in checklist(household, programmes)]
    return Prepared(facts, assessment, household.applied_on, earliest_total(clocks), clocks, papers)


def store_case(desk: Desk, prepared: Prepared, draft_id: str | None = None) -> AcceptedCase:
    """Write a prepared case: a new number, or the same one where its reference is already known."""
    return desk.store.accept(
        facts=prepared.facts,
        assessment=prepared.assessment,
        accepted_on=prepared.accepted_on,
        due=prepared.due,
        clocks=prepared.clocks,
        papers=prepared.papers,
        actor=desk.actor,
        now=desk.clock.now(),
        draft_id=draft_id,
    )


def _clocks(programmes: list[str], household: Household, policy_day: PolicyDay) -> dict[str, Any]:
    accepted = household.applied_on or policy_day.day
    return {name: statutory(name, accepted, policy_day, _delegated(name, household, policy_day)) for name in programmes}


def _delegated(programme: str, household: Household, policy_day: PolicyDay) -> bool:
    value = policy_day.get(f"delegated.{programme}", household.area)
    return value is not None and value.value is True
