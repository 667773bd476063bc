"""From a row of the tables to a household file of the contract; nothing here depends on the order of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from .people import USUAL, Facts, Person, birth_day, draw, id_number, made_up_name

FIRST_DAY = date(2026, 8, 3)
DEMO_DAY = date(2026, 11, 20)
# Offices are shut on these days of 2026; nobody applies at a window.
_SHUT = {date(2026, 9, 25), *(date(2026, 10, day) for day in range(1, 8))}
CHANNELS = (*("window",) * 6, *("village_agent",) * 3, "online")
_MEMBER_KEYS = (
    "shares_household", "absence", "marital", "independent", "disability", "illness", "schooling",
    "full_time", "labour", "employment", "employed_since", "self_care", "insured", "categories", "dependent",
    "long_term_care",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A made-up township: its region code, its villages (rural) and its communities (urban)."""

    region: str
    township: str
    villages: Sequence[str]
    communities: Sequence[str]


@dataclass(frozen=True)
class Sample:
    """A household of the table: its code, what it shows (Chinese), and what must come out of the assessment.

    `expect` maps "programme" or "programme:member" to "outcome", "outcome amount" ("-" = no amount), or
    "outcome path path …" with the facts that are missing.
    """

    code: str
    shows: str
    members: Sequence[Person]
    area: str = "rural"
    day: str | None = None
    expect: dict[str, str] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)


def sample(
    code: str,
    shows: str,
    *members: Person,
    area: str = "rural",
    day: str | None = None,
    expect: dict[str, str] | None = None,
    **facts: object,
) -> Sample:
    """A row of the table; `facts` are fields of the household file that differ from a fully asked, empty one."""
    return Sample(code, shows, members, area, day, expect or {}, facts)


def flow(member: str | None, kind: str, amount: str | None, per: str = "year") -> Facts:
    """An income or an expense; `member` None belongs to the household."""
    return {"member": member, "kind": kind, "amount": amount, "per": per}


def assets(financial: str | None = "2000.00", **facts: object) -> Facts:
    """Property: one house, some savings and nothing else, unless `facts` says otherwise."""
    return {
        "financial": financial, "homes": 1, "vehicles": [], "businesses": 0, "within_limits": True, **facts,
    }  # fmt: skip


def vehicle(kind: str, value: str) -> Facts:
    """A vehicle of the household."""
    return {"kind": kind, "value": value}


def obligor(name: str, relation: str, born: str, **facts: object) -> Facts:
    """A person outside the household who owes support: poor, asked about everything, unless `facts` says otherwise."""
    return {
        "name": name, "relation": relation, "birth_date": born, "disability": "none", "status": "normal",
        "income_monthly": "1500.00", "household_size": 3, "household_income_monthly": "3000.00", "consent": True,
        "supports": 1, "agreed_monthly": "0.00", "within_limits": True, **facts,
    }  # fmt: skip


def able_child(relation: str = "child", **facts: object) -> Facts:
    """An obligor who lives elsewhere, can pay something in law, and earns too little for a counted support."""
    return obligor("示例外住子女", relation, "1985-05-05", **facts)


def bill(member: str, in_policy: str | None, basic: str, serious: str = "0.00", **facts: object) -> Facts:
    """A hospital bill of 2026 at a designated hospital; amounts in yuan."""
    return {
        "member": member, "kind": "inpatient", "admitted_on": "2026-03-09", "total": in_policy, "in_policy": in_policy,
        "basic_paid": basic, "serious_paid": serious, "other_paid": "0.00", "major": False, "designated": True,
        "referred": True, "assisted_this_year": "0.00", **facts,
    }  # fmt: skip


def event(kind: str, occurred_on: str, **facts: object) -> Facts:
    """The event behind a request for temporary assistance: a sudden one that needs help now, for the household."""
    return {
        "kind": kind, "occurred_on": occurred_on, "scope": "household", "member": None, "urgent": True,
        "severity": "light", "needs_now": True, "cost": "0.00", "covered": "0.00", "months": 1, "aid_this_year": 0,
        "same_cause_aided": False, "last_aid_on": None, **facts,
    }  # fmt: skip


def burden(kind: str, cost: str | None, covered: str, **facts: object) -> Facts:
    """Necessary spending that a household cannot carry: the expenditure kind of temporary assistance."""
    settled: Facts = {"urgent": False, "severity": None, "needs_now": False, "months": 3}
    return event(kind, "2026-06-15", **{**settled, "cost": cost, "covered": covered, **facts})


def household(row: Sample, number: int, place: Place) -> Facts:
    """The household file of a row; `number` is its place in the table and names its people."""
    applied_on = date.fromisoformat(row.day) if row.day else _office_day(row.code)
    sites = place.communities if row.area == "urban" else place.villages
    file: Facts = {
        "reference": row.code, "applied_on": applied_on.isoformat(), "region": place.region,
        "township": place.township, "village": sites[draw(f"{row.code}:village", len(sites))], "area": row.area,
        "residence_basis": "hukou", "channel": CHANNELS[draw(f"{row.code}:channel", len(CHANNELS))],
        "programmes": [], "authorised": True, "truth_pledge": True, "staff_relative": False,
        "members": [_member(row, index, number, place.region, applied_on) for index in range(len(row.members))],
        "incomes": [], "expenses": [], "assets": assets(), "obligors": [], "hardship": "none", "medical": [],
    }  # fmt: skip
    unknown = set(row.facts) - set(file)
    if unknown:
        raise KeyError(f"{row.code}: not a field of the household file: {sorted(unknown)}")
    return file | row.facts


def _office_day(code: str) -> date:
    days = [FIRST_DAY + timedelta(days=offset) for offset in range((DEMO_DAY - FIRST_DAY).days + 1)]
    open_days = [day for day in days if day.weekday() < 5 and day not in _SHUT]
    return open_days[draw(f"{code}:applied", len(open_days))]


def _member(row: Sample, index: int, number: int, region: str, applied_on: date) -> Facts:
    person = row.members[index]
    born = birth_day(person, applied_on, f"{row.code}:{index}")
    made: Facts = {"id": f"m{index + 1}", "name": person.name or made_up_name(number, index)}
    if person.papers == "id":
        made["id_number"] = id_number(region, born, person.sex, number * 10 + index)
    else:
        made |= {"id_number": None, "birth_date": born.isoformat() if person.papers == "birth" else None}
        made["sex"] = person.sex
    made["relation"] = person.relation
    made |= {key: person.facts[key] for key in _MEMBER_KEYS if key in person.facts}
    if made.get("employment") == USUAL:
        made["employment"] = "farming" if row.area == "rural" else "flexible"
    return made
