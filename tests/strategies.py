"""Hypothesis strategies for household files: made-up people of fictitious counties, much of it not asked.

What `households()` draws is always a valid file of contract.md (`read_household` takes it). Every object begins as one
about which all is known and ordinary, or nothing is, and a few facts of it are then changed: so a failing file shrinks
to the facts that matter. `complete=True` leaves nothing unasked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st

from caseworker.household import kinds

Drawn = st.SearchStrategy[Any]
Known = Mapping[str, Any]

REGIONS = ("529999", "139999")
FIRST_DAY, LAST_DAY = date(2014, 5, 1), date(2027, 12, 31)
NAMES = ("示例甲", "示例乙", "示例丙", "测试丁", "测试·戊", "欧阳示例", "𠮷示例")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LIFETIME = 100 * 365
_MOST_MEMBERS = 5
_ABLE = dict.fromkeys(("eating", "dressing", "bed", "toilet", "walking", "bathing"), True)
_ADULT: Known = {
    "shares_household": True, "absence": "none", "marital": "single", "independent": True, "disability": "none",
    "illness": "none", "schooling": "none", "full_time": False, "labour": "full", "employment": "none",
    "employed_since": "2020-01-01", "self_care": _ABLE, "insured": True, "categories": [], "dependent": False,
    "long_term_care": False,
}  # fmt: skip
_ASSETS: Known = {"financial": "0.00", "homes": 1, "vehicles": [], "businesses": 0, "within_limits": True}
_OBLIGOR: Known = {
    "name": "示例义", "relation": "child", "owes_to": ["m1"], "birth_date": "1980-05-05", "disability": "none",
    "status": "normal", "income_monthly": "3000.00", "household_size": 3, "household_income_monthly": "6000.00",
    "consent": True, "supports": 1, "agreed_monthly": "0", "within_limits": True,
}  # fmt: skip
_HARDSHIP: Known = {
    "kind": "fire", "occurred_on": "2020-06-20", "scope": "household", "member": "m1", "urgent": True,
    "severity": "medium", "needs_now": True, "cost": "8000.00", "covered": "0.00", "months": 3, "aid_this_year": 0,
    "same_cause_aided": False, "last_aid_on": "2019-01-01",
}  # fmt: skip
_BILL: Known = {
    "kind": "inpatient", "admitted_on": "2020-06-01", "total": "20000.00", "in_policy": "18000.00",
    "basic_paid": "9000.00", "serious_paid": "0.00", "other_paid": "0.00", "major": False, "designated": True,
    "referred": True, "assisted_this_year": "0.00",
}  # fmt: skip
_MEANS: Known = {"incomes": [], "expenses": [], "assets": _ASSETS, "obligors": [], "hardship": "none", "medical": []}
_FILE: Known = {
    "region": REGIONS[0], "area": "urban", "reference": "T-1", "township": "示例乡", "village": "示例村",
    "residence_basis": "hukou", "channel": "window", "programmes": [], "authorised": True, "truth_pledge": True,
    "staff_relative": False, **_MEANS,
}  # fmt: skip


def id_number(born: date, serial: int = 1, region: str = REGIONS[0]) -> str:
    """An 18-character number of nobody, with a right check digit; an odd `serial` (0-999) is male."""
    body = f"{region}{born:%Y%m%d}{serial:03d}"
    rest = (12 - sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))) % 11
    return body + ("X" if rest == 10 else str(rest))


def yuan(most: int = 2_000_000) -> Drawn:
    """An amount up to `most` fen, in every form that the contract takes."""
    whole = st.integers(0, most // 100)
    text = st.integers(0, most).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
    return st.one_of(text, whole, whole.map(str), whole.map(lambda n: f"{n}.5"))


def word(kind: Any) -> Drawn:
    """A value of a closed list in `caseworker.household.kinds`."""
    return st.sampled_from(get_args(kind))


def _related() -> Drawn:
    """A relation to the applicant, other than being the applicant."""
    return st.sampled_from([name for name in get_args(kinds.Relation) if name != "self"])


def _days(first: date = FIRST_DAY, last: date = LAST_DAY) -> Drawn:
    return st.dates(first, last).map(date.isoformat)


def _object(
    known: Known, answers: Mapping[str, Drawn], complete: bool, must: Mapping[str, Drawn] | None = None
) -> Drawn:
    """An object with the fields `must` and, from all known or nothing known, a few `answers` changed (or to null)."""
    open_ = {name: answer if complete else st.none() | answer for name, answer in answers.items()}
    changes = st.lists(st.one_of([st.tuples(st.just(name), answer) for name, answer in open_.items()]), max_size=6)
    begin = [known] if complete else [known, dict.fromkeys(known), {}]
    drawn = st.tuples(st.sampled_from(begin), changes, st.fixed_dictionaries(dict(must or {})))
    return drawn.map(lambda parts: {**parts[0], **dict(parts[1]), **parts[2]})


@cache
def _disability(complete: bool) -> Drawn:
    grade, kind = st.integers(1, 4), st.sampled_from([k for k in get_args(kinds.DisabilityKind) if k != "multiple"])
    one = st.fixed_dictionaries({"kind": kind, "grade": grade})
    several = st.fixed_dictionaries(
        {"kind": st.just("multiple"), "grade": grade, "components": st.lists(one, min_size=1, max_size=3)}
    )
    unclear = st.sampled_from(
        [{"kind": None, "grade": 2}, {"kind": "physical"}, {"kind": "multiple", "grade": 1, "components": None}]
    )
    return st.one_of(st.just("none"), one, several) if complete else st.one_of(st.just("none"), one, several, unclear)


@cache
def _person(complete: bool) -> Drawn:
    """A member without id, name, relation and birth."""
    flags = ("shares_household", "independent", "full_time", "insured", "dependent", "long_term_care")
    answers: dict[str, Drawn] = {
        "absence": word(kinds.Absence), "marital": word(kinds.Marital), "illness": word(kinds.Illness),
        "schooling": word(kinds.Schooling), "labour": word(kinds.Labour), "employment": word(kinds.Employment),
        "disability": _disability(complete), "employed_since": _days(),
        "self_care": _object(_ABLE, dict.fromkeys(_ABLE, st.booleans()), complete),
        "categories": st.lists(word(kinds.Category), max_size=2, unique=True), "phone": st.just("13000000000"),
        **dict.fromkeys(flags, st.booleans()),
    }  # fmt: skip
    return _object(_ADULT, answers, complete)


@cache
def _members(complete: bool) -> Drawn:
    """What the members are drawn from: facts, relation, name, days lived, and how the birth is known."""
    names = st.sampled_from(NAMES) if complete else st.none() | st.sampled_from(NAMES)
    birth = st.sampled_from(("number", "stated") if complete else ("number", "stated", "not asked"))
    lived, male = st.integers(0, _LIFETIME), st.booleans()
    return st.lists(
        st.tuples(_person(complete), _related(), names, lived, male, birth), min_size=1, max_size=_MOST_MEMBERS
    )


def _member(index: int, parts: Sequence[Any], applied: date) -> dict[str, Any]:
    facts, relation, name, lived, male, birth = parts
    person = {"id": f"m{index + 1}", "name": name, "relation": relation if index else "self", **facts}
    born = applied - timedelta(days=lived)
    if birth == "number":
        return person | {"id_number": id_number(born, 2 * (index + 1) + male, REGIONS[index % 2])}
    if birth == "stated":
        return person | {"birth_date": born.isoformat(), "sex": "male" if male else "female"}
    return person


def _amounts(kind: Any, ids: Sequence[str], complete: bool) -> Drawn:
    must = {"kind": word(kind), "per": word(kinds.Per), "member": st.none() | st.sampled_from(ids)}
    amount = yuan() if complete else st.none() | yuan()
    return st.lists(st.fixed_dictionaries({**must, "amount": amount}), max_size=3)


def _assets(complete: bool) -> Drawn:
    vehicle = st.fixed_dictionaries({"kind": word(kinds.VehicleKind), "value": yuan()})
    few = st.integers(0, 3)
    answers: dict[str, Drawn] = {"financial": yuan(20_000_000), "homes": few, "vehicles": st.lists(vehicle, max_size=2)}
    return _object(_ASSETS, {**answers, "businesses": few, "within_limits": st.booleans()}, complete)


def _obligor(ids: Sequence[str], complete: bool) -> Drawn:
    answers: dict[str, Drawn] = {
        "name": st.sampled_from(NAMES),
        "relation": _related(),
        "owes_to": st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True),
        "birth_date": _days(date(1925, 1, 1), FIRST_DAY),
        "disability": _disability(complete),
        "status": word(kinds.ObligorStatus),
        "household_size": st.integers(1, 6),
        "supports": st.integers(0, 4),
        **dict.fromkeys(("consent", "within_limits"), st.booleans()),
        **dict.fromkeys(("income_monthly", "household_income_monthly", "agreed_monthly"), yuan()),
    }
    return _object(_OBLIGOR, answers, complete)


def _hardship(ids: Sequence[str], complete: bool) -> Drawn:
    answers: dict[str, Drawn] = {
        "occurred_on": _days(), "scope": word(kinds.Scope), "member": st.sampled_from(ids),
        "severity": word(kinds.Severity), "cost": yuan(5_000_000), "covered": yuan(1_000_000),
        "months": st.integers(0, 24), "aid_this_year": st.integers(0, 3), "last_aid_on": _days(),
        **dict.fromkeys(("urgent", "needs_now", "same_cause_aided"), st.booleans()),
    }  # fmt: skip
    kind = word(kinds.HardshipKind)
    return st.just("none") | _object(_HARDSHIP, answers, complete, {"kind": kind if complete else st.none() | kind})


def _bill(ids: Sequence[str], complete: bool) -> Drawn:
    money = ("total", "in_policy", "basic_paid", "serious_paid", "other_paid", "assisted_this_year")
    answers: dict[str, Drawn] = {
        "kind": word(kinds.MedicalKind),
        "admitted_on": _days(),
        **dict.fromkeys(money, yuan(20_000_000)),
        **dict.fromkeys(("major", "designated", "referred"), st.booleans()),
    }
    return _object(_BILL, answers, complete, {"member": st.sampled_from(ids)})


@cache
def _file(count: int, complete: bool) -> Drawn:
    """The file without its members, of whom there are `count`."""
    ids = tuple(f"m{number + 1}" for number in range(count))
    answers: dict[str, Drawn] = {
        "area": word(kinds.Area), "reference": st.integers(1, 9999).map(lambda n: f"T-{n}"),
        "residence_basis": word(kinds.ResidenceBasis), "channel": word(kinds.Channel),
        "programmes": st.lists(word(kinds.Programme), max_size=3, unique=True),
        **dict.fromkeys(("authorised", "truth_pledge", "staff_relative"), st.booleans()),
        "incomes": _amounts(kinds.IncomeKind, ids, complete), "expenses": _amounts(kinds.ExpenseKind, ids, complete),
        "assets": _assets(complete), "obligors": st.lists(_obligor(ids, complete), max_size=2),
        "hardship": _hardship(ids, complete), "medical": st.lists(_bill(ids, complete), max_size=2),
    }  # fmt: skip
    return _object(_FILE, answers, complete, {"region": st.sampled_from(REGIONS)})


@st.composite
def households(
    draw: st.DrawFn, /, *, complete: bool = False, applied_on: Drawn | None = None, **fixed: Any
) -> dict[str, Any]:
    """A household file as a dict; `applied_on`: strategy for its day (a date), `fixed`: fields set as they are."""
    applied: date = draw(st.dates(FIRST_DAY, LAST_DAY) if applied_on is None else applied_on)
    people = draw(_members(complete))
    members = [_member(index, parts, applied) for index, parts in enumerate(people)]
    rest = draw(_file(len(members), complete))
    return {"applied_on": applied.isoformat(), **rest, "members": members, **fixed}
