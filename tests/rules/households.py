"""Households for the property tests of the rules: complete, small, near the lines, and ways to forget facts."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from caseworker.household import read_household
from caseworker.policy import PolicyDay, load_policy
from caseworker.rules import assess_household

PACK = Path(__file__).parent / "packs" / "test-county.toml"
DAY = date(2026, 9, 1)
SELF_CARE = ("eating", "dressing", "bed", "toilet", "walking", "bathing")


@cache
def law() -> PolicyDay:
    """The policy of the test county on the test day."""
    return load_policy([PACK], "529999").on(DAY)


def result(file: dict[str, Any]) -> dict[str, Any]:
    """The assessment of a file under the test county's policy."""
    return assess_household(read_household(file), law())


def outcomes(assessment: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """The entries by programme and, for personal programmes, member."""
    personal = ("dibao_single", "special_hardship", "medical_assistance", "premium_aid")
    return {
        (entry["programme"], entry["members"][0] if entry["programme"] in personal else ""): entry
        for entry in assessment["assessments"]
    }


money = st.sampled_from(
    [
        "0.00",
        "0.01",
        "100.00",
        "349.99",
        "350.00",
        "699.99",
        "700.00",
        "700.01",
        "1050.00",
        "1400.00",
        "2600.00",
        "9000.00",
    ]
)
birthdays = st.sampled_from(
    [
        "1944-09-01",
        "1956-09-01",
        "1966-09-01",
        "1966-09-02",
        "1980-05-05",
        "2004-03-03",
        "2009-12-31",
        "2010-09-02",
        "2016-02-29",
    ]
)


@st.composite
def disability(draw: st.DrawFn) -> Any:
    kind = draw(st.sampled_from(["none", "none", "none", "physical", "intellectual", "hearing", "visual", "multiple"]))
    if kind == "none":
        return "none"
    made: dict[str, Any] = {"kind": kind, "grade": draw(st.integers(1, 4))}
    if kind == "multiple":
        parts = st.fixed_dictionaries(
            {"kind": st.sampled_from(["physical", "speech", "psychiatric"]), "grade": st.integers(1, 4)}
        )
        made["components"] = draw(st.lists(parts, min_size=2, max_size=2))
        made["grade"] = min(part["grade"] for part in made["components"])
    return made


@st.composite
def member(draw: st.DrawFn, index: int) -> dict[str, Any]:
    relation = (
        "self"
        if index == 0
        else draw(st.sampled_from(["spouse", "child", "child", "parent", "child_in_law", "grandchild", "other"]))
    )
    return {
        "id": f"m{index + 1}",
        "name": f"示例{index + 1}",
        "birth_date": draw(birthdays),
        "sex": draw(st.sampled_from(["male", "female"])),
        "relation": relation,
        "shares_household": draw(st.sampled_from([True, True, False])),
        "absence": draw(st.sampled_from(["none"] * 6 + ["prison", "conscript", "religious_3y"])),
        "marital": draw(st.sampled_from(["single", "married", "widowed"])),
        "independent": draw(st.booleans()),
        "disability": draw(disability()),
        "illness": draw(st.sampled_from(["none", "none", "chronic", "severe"])),
        "schooling": draw(
            st.sampled_from(["none", "none", "compulsory", "senior_secondary", "undergraduate", "postgraduate"])
        ),
        "full_time": draw(st.sampled_from([True, True, False])),
        "labour": "none",
        "employment": draw(st.sampled_from(["none", "employed", "unemployed"])),
        "self_care": {name: draw(st.booleans()) for name in SELF_CARE},
        "insured": draw(st.booleans()),
        "categories": draw(
            st.lists(
                st.sampled_from(["dibao", "special_hardship", "low_income_edge", "orphan", "poverty_registered"]),
                max_size=2,
                unique=True,
            )
        ),
        "dependent": draw(st.booleans()),
        "long_term_care": draw(st.booleans()),
    }


@st.composite
def complete(draw: st.DrawFn, most: int = 3) -> dict[str, Any]:
    """A household file with every fact known."""
    size = draw(st.integers(1, most))
    members = [draw(member(i)) for i in range(size)]
    ids = [m["id"] for m in members]
    who = st.sampled_from([*ids, None])
    income_kinds = st.sampled_from(
        ["wage", "pension", "farming", "basic_pension", "old_age_allowance", "social_assistance"]
    )
    expense_kinds = st.sampled_from(["living", "illness", "schooling", "disability"])

    def rows(kinds: st.SearchStrategy[str], count: int) -> st.SearchStrategy[list[dict[str, Any]]]:
        row = st.fixed_dictionaries(
            {"member": who, "kind": kinds, "amount": money, "per": st.sampled_from(["month", "year", "once"])}
        )
        return st.lists(row, max_size=count)

    return {
        "applied_on": DAY.isoformat(),
        "region": "529999",
        "area": draw(st.sampled_from(["urban", "rural"])),
        "residence_basis": draw(st.sampled_from(["hukou", "hukou", "hukou", "residence_permit", "none"])),
        "authorised": draw(st.sampled_from([True, True, True, False])),
        "members": members,
        "incomes": draw(rows(income_kinds, 3)),
        "expenses": draw(rows(expense_kinds, 2)),
        "assets": {
            "financial": draw(st.sampled_from(["0.00", "16800.00", "33600.00", "33600.01", "90000.00"])),
            "homes": draw(st.integers(0, 2)),
            "vehicles": [{"kind": k} for k in draw(st.lists(st.sampled_from(["car", "motorcycle"]), max_size=1))],
            "businesses": draw(st.sampled_from([0, 0, 1])),
            "within_limits": draw(st.booleans()),
        },
        "obligors": draw(st.lists(obligor(), max_size=1)),
        "hardship": draw(st.one_of(st.just("none"), hardship(ids))),
        "medical": draw(st.lists(bill(ids), max_size=2)),
    }


def obligor() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "name": st.just("示例义务人"),
            "relation": st.sampled_from(["child", "parent", "sibling"]),
            "birth_date": birthdays,
            "disability": disability(),
            "status": st.sampled_from(["normal", "normal", "prison", "dibao", "special_hardship"]),
            "income_monthly": money,
            "household_size": st.integers(1, 4),
            "household_income_monthly": money,
            "supports": st.integers(1, 3),
            "agreed_monthly": st.sampled_from(["0.00", "0.00", "300.00"]),
            "within_limits": st.booleans(),
        }
    )


def hardship(ids: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["fire", "sudden_illness", "illness_cost", "other"]),
            "occurred_on": st.just("2026-08-20"),
            "scope": st.sampled_from(["household", "individual"]),
            "member": st.sampled_from(ids),
            "urgent": st.booleans(),
            "severity": st.sampled_from(["light", "medium", "severe"]),
            "needs_now": st.booleans(),
            "cost": money,
            "covered": money,
            "months": st.just(3),
            "aid_this_year": st.just(0),
            "same_cause_aided": st.booleans(),
            "last_aid_on": st.sampled_from(["2025-09-01", "2026-03-01"]),
        }
    )


def bill(ids: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "member": st.sampled_from(ids),
            "kind": st.sampled_from(["inpatient", "outpatient_chronic", "outpatient"]),
            "admitted_on": st.just("2026-03-01"),
            "in_policy": st.sampled_from(["0.00", "5000.00", "90000.00"]),
            "basic_paid": st.sampled_from(["0.00", "3000.00"]),
            "serious_paid": st.just("0.00"),
            "other_paid": st.just("0.00"),
            "major": st.booleans(),
            "designated": st.sampled_from([True, True, False]),
            "referred": st.just(True),
            "assisted_this_year": st.sampled_from(["0.00", "30000.00"]),
        }
    )


# A fact that may be forgotten: path → whether the file has it. Names, ids and kinds of rows are not facts to ask.
_MEMBER = (
    "birth_date",
    "relation",
    "marital",
    "independent",
    "disability",
    "illness",
    "schooling",
    "employment",
    "self_care",
    "categories",
    "dependent",
    "long_term_care",
)
_OBLIGOR = (
    "birth_date",
    "disability",
    "status",
    "income_monthly",
    "household_size",
    "household_income_monthly",
    "supports",
    "agreed_monthly",
    "within_limits",
)
_HARDSHIP = ("kind", "scope", "urgent", "severity", "needs_now", "cost", "covered", "same_cause_aided", "last_aid_on")
_BILL = ("kind", "in_policy", "basic_paid", "major", "designated", "assisted_this_year")


def forgettable(file: dict[str, Any]) -> list[str]:
    """Every path of a known fact in a complete file that a clerk could have left unasked."""
    paths = [
        "area",
        "residence_basis",
        "authorised",
        "incomes",
        "expenses",
        "assets",
        "obligors",
        "hardship",
        "medical",
    ]
    paths += [f"assets.{name}" for name in ("financial", "homes", "vehicles", "businesses", "within_limits")]
    for i, person in enumerate(file["members"]):
        paths += [f"members[{i}].{name}" for name in _MEMBER if not (name == "relation" and i == 0)]
        paths += [f"members[{i}].self_care.{name}" for name in SELF_CARE]
        if isinstance(person["disability"], dict):
            paths += [f"members[{i}].disability.{name}" for name in ("kind", "grade")]
    paths += [f"incomes[{i}].amount" for i in range(len(file["incomes"]))]
    paths += [f"expenses[{i}].amount" for i in range(len(file["expenses"]))]
    paths += [f"obligors[{i}].{name}" for i in range(len(file["obligors"])) for name in _OBLIGOR]
    if isinstance(file["hardship"], dict):
        paths += [f"hardship.{name}" for name in _HARDSHIP]
    paths += [f"medical[{i}].{name}" for i in range(len(file["medical"])) for name in _BILL]
    return paths


def get(file: dict[str, Any], path: str) -> Any:
    """The fact at a path; None where it or anything above it is not known."""
    here: Any = file
    for step in _steps(path):
        if here is None or isinstance(here, str):
            return None
        here = here[step] if isinstance(step, int) else here.get(step)
    return here


def put(file: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of the file with the fact at a path replaced."""
    made = copy.deepcopy(file)
    here: Any = made
    *above, last = _steps(path)
    for step in above:
        here = here[step]
    here[last] = value
    return made


def forget(file: dict[str, Any], paths: list[str]) -> dict[str, Any]:
    """A copy of the file in which these facts were not asked (paths below a forgotten one are gone with it)."""
    made = file
    for path in sorted(paths, key=len, reverse=True):
        parent = path.rpartition(".")[0] if "." in path else ""
        above = get(made, parent) if parent else made
        if isinstance(above, dict):
            made = put(made, path, None)
    return made


def _steps(path: str) -> list[str | int]:
    steps: list[str | int] = []
    for part in path.split("."):
        name, _, index = part.partition("[")
        steps.append(name)
        if index:
            steps.append(int(index.rstrip("]")))
    return steps
