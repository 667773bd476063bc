"""The assessment (审核测算): every programme for a household under the policy of a day, in the contract's form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caseworker.household import Household
from caseworker.policy import PolicyDay
from caseworker.rules.dibao import dibao
from caseworker.rules.dibao_single import dibao_single
from caseworker.rules.edge import low_income_edge, with_special_difficulty
from caseworker.rules.logic import Span
from caseworker.rules.medical import medical_assistance
from caseworker.rules.merge import Seen, merge
from caseworker.rules.people import Person
from caseworker.rules.premium import premium_aid
from caseworker.rules.referrals import referrals
from caseworker.rules.rigid import rigid_expenditure
from caseworker.rules.scene import Scene
from caseworker.rules.scenes import Stage, Staged, stage
from caseworker.rules.temporary import temporary_assistance
from caseworker.rules.text import yuan
from caseworker.rules.verdict import ELIGIBLE, INELIGIBLE, SUPERSEDED, Verdict, under

ORDER = (
    "dibao", "dibao_single", "special_hardship", "temporary_assistance", "medical_assistance", "premium_aid",
    "low_income_edge", "rigid_expenditure",
)  # fmt: skip
CATEGORIES = ("low_income_edge", "rigid_expenditure")  # always assessed and reported (contract.md)
_STATUSES = ("dibao", "dibao_single", "special_hardship", *CATEGORIES)
_OWN = ("medical_assistance", "premium_aid")  # hang on the person and the area alone, not on who counts
Key = tuple[str, str]


def assess_household(household: Household, law: PolicyDay) -> dict[str, Any]:
    """The contract's assessment of a household: pure, exact, and the same bytes for the same input."""
    staged = stage(household, law)
    verdicts = _verdicts(staged)
    wanted = {*(household.programmes or ORDER), *CATEGORIES}
    return {
        "policy": {"region": law.region, "on": law.day.isoformat(), "packs": law.packs},
        "household": _summary(staged, verdicts),
        "assessments": [verdict.to_dict() for verdict in verdicts.values() if verdict.programme in wanted],
        "referrals": referrals(household, _statuses(household, verdicts), law.day, law.region),
    }


def _verdicts(staged: Stage) -> dict[Key, Verdict]:
    by_scene = [(item, dict(_in_scene(item, staged))) for item in staged.scenes]
    keys = dict.fromkeys(key for _, found in by_scene for key in found)
    merged = {}
    for key in sorted(keys, key=lambda k: (ORDER.index(k[0]), _position(staged, k[1]))):
        seen = [Seen(item.branches, found.get(key)) for item, found in by_scene]
        merged[key] = merge(seen, staged.complete or (key[0] in _OWN and staged.area_known))
    return merged


def _position(staged: Stage, member: str) -> int:
    return next((person.index for person in staged.people if person.id == member), -1)


def _in_scene(item: Staged, staged: Stage) -> Iterator[tuple[Key, Verdict]]:
    scene, setting = item.scene, item.scene.setting
    household_level = dibao(scene)
    yield ("dibao", ""), household_level
    singles = {p.id: under(dibao_single(scene, p), [household_level]) for p in scene.staying}
    singles |= {p.id: dibao_single(scene, p) for p in staged.people if _clergy(p) and p.id not in singles}
    yield from ((("dibao_single", i), verdict) for i, verdict in singles.items())
    yield from ((("special_hardship", i), verdict) for i, verdict in item.special.items())
    everyone = scene if scene.size == len(scene.counted) else Scene(setting, scene.counted)
    yield ("temporary_assistance", ""), temporary_assistance(everyone)
    for person in staged.people:
        if _has_bills(scene, person):
            yield ("medical_assistance", person.id), medical_assistance(setting, person)
        yield ("premium_aid", person.id), premium_aid(setting, person)
    higher = [household_level, *_covering(scene, singles)]
    edge = under(low_income_edge(scene), higher)
    yield ("low_income_edge", ""), with_special_difficulty(edge, scene.law)
    yield ("rigid_expenditure", ""), under(rigid_expenditure(scene), [*higher, edge])


def _clergy(person: Person) -> bool:
    """Clergy who live in a religious place apply alone; the family's dibao does not cover them."""
    return person.member.absence == "religious_3y"


def _has_bills(scene: Scene, person: Person) -> bool:
    """Whether medical assistance concerns the person: bills, bills not asked about, or asked for by name."""
    medical = scene.household.medical
    asked = "medical_assistance" in (scene.household.programmes or ())
    return asked or medical is None or any(bill.member == person.id for bill in medical)


def _covering(scene: Scene, singles: dict[str, Verdict]) -> list[Verdict]:
    """单人保 covers the household's category only where it covers everyone who counts."""
    ours = [singles[person.id] for person in scene.staying]
    return ours[:1] if ours and (len(ours) == 1 or all(v.outcome == ELIGIBLE for v in ours)) else []


def _statuses(household: Household, verdicts: dict[Key, Verdict]) -> dict[str, frozenset[str]]:
    """What each member is recognised as, or found to be now."""
    held: dict[str, set[str]] = {member.id: set(member.categories or ()) for member in household.members}
    for verdict in verdicts.values():
        if verdict.programme in _STATUSES and verdict.outcome == ELIGIBLE:
            for member in verdict.members:
                held[member].add(verdict.programme)
    return {member: frozenset(names) for member, names in held.items()}


def _summary(staged: Stage, verdicts: dict[Key, Verdict]) -> dict[str, Any]:
    """The household's figures where all scenes agree on them, else null."""
    rows = [_figures(item.scene) for item in staged.scenes]
    agreed = {name: rows[0][name] if all(r[name] == rows[0][name] for r in rows) else None for name in rows[0]}
    return {**agreed, "category": _category(verdicts)}


def _figures(scene: Scene) -> dict[str, Any]:
    income, net = scene.income, scene.net
    return {
        "counted_members": list(scene.ids),
        "size": scene.size,
        "income_monthly": _exact(income),
        "deductions_monthly": yuan(income.low - net.low) if income.exact and net.exact else None,
        "income_per_capita": _exact(scene.per_head) if scene.size else None,
    }


def _exact(amount: Span) -> str | None:
    return yuan(amount.low) if amount.exact else None


def _category(verdicts: dict[Key, Verdict]) -> str | None:
    """The household's layer: special_hardship, dibao, low_income_edge, rigid_expenditure, none; null while open."""
    for name in ("dibao", *CATEGORIES):
        verdict = verdicts[name, ""]
        if verdict.outcome in (ELIGIBLE, SUPERSEDED):
            return name if verdict.outcome == ELIGIBLE else verdict.by
        if verdict.outcome != INELIGIBLE:
            return None
    return "none"
