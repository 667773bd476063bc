"""Referrals: every trigger of the catalogue with a household it fires for and one it just does not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseworker.household import Household, read_household
from caseworker.policy.services import catalogue
from caseworker.rules.referral_facts import standing
from caseworker.rules.referrals import referrals

ON = date(2024, 5, 6)
LAW = "2026-07-01"
EVE = "2026-06-30"
CARE = ("eating", "dressing", "bed", "toilet", "walking", "bathing")
CAN_DO_ALL = dict.fromkeys(CARE, True)
CANNOT_WALK = {**CAN_DO_ALL, "walking": False}
MEMBER: dict[str, Any] = {
    "id": "m1", "name": "示例甲", "age": 40, "sex": "male", "relation": "self", "absence": "none", "marital": "single",
    "disability": "none", "illness": "none", "schooling": "none", "labour": "full", "employment": "employed",
    "self_care": CAN_DO_ALL, "insured": True, "categories": [], "dependent": False, "long_term_care": False,
}  # fmt: skip
TOP: dict[str, Any] = {
    "area": "urban", "incomes": [], "expenses": [], "assets": {"homes": 2}, "obligors": [], "hardship": "none",
    "medical": [],
}  # fmt: skip

# What may be left open in a valid file; without an absence a member is there, without categories none is known.
FACTS = [fact for fact in (*MEMBER, *TOP) if fact not in {"id", "name", "relation", "absence", "categories"}]

Patch = Mapping[str, Any]


def disabled(kind: str, grade: int, **more: Any) -> dict[str, Any]:
    return {"disability": {"kind": kind, "grade": grade, **more}}


def income(kind: str, amount: str | None = "500.00") -> list[dict[str, Any]]:
    return [{"member": "m1", "kind": kind, "amount": amount, "per": "month"}]


def expense(kind: str, amount: str = "500.00") -> list[dict[str, Any]]:
    return [{"member": "m1", "kind": kind, "amount": amount, "per": "year"}]


def member(index: int, on: date, patch: Patch) -> dict[str, Any]:
    facts = {**MEMBER, "id": f"m{index}", **{key: patch[key] for key in patch if key in MEMBER}}
    age = facts.pop("age")
    facts["birth_date"] = None if age is None else on.replace(year=on.year - age).isoformat()
    facts |= {key: patch[key] for key in ("full_time", "shares_household", "birth_date") if key in patch}
    return facts


def situation(patch: Patch) -> tuple[Household, dict[str, frozenset[str]], date, str]:
    """A household of one (and `others`) with the facts of a patch; `held` are the statuses of the first member."""
    on = date.fromisoformat(patch.get("on", ON.isoformat()))
    people = [patch, *({"relation": "child", **other} for other in patch.get("others", ()))]
    top = {key: patch.get(key, value) for key, value in TOP.items()}
    data = {**top, "members": [member(index, on, person) for index, person in enumerate(people, 1)]}
    held = frozenset(patch.get("held", ()))
    return read_household(data), {"m1": held}, on, patch.get("region", "139999")


def services(patch: Patch) -> dict[int, list[str]]:
    return {line["service"]: line["members"] for line in referrals(*situation(patch))}


def holds(number: int, nth: int, patch: Patch) -> bool:
    """Whether the nth trigger of a service holds for the first member."""
    before = sum(len(service.when) for service in catalogue() if service.number < number)
    rows = standing(*situation(patch))
    return any(row.member == "m1" and row.bits >> (before + nth) & 1 for row in rows)


COMPULSORY = {"schooling": "compulsory", "age": 12}
PRESCHOOL = {"schooling": "preschool", "age": 5}
VOCATIONAL = {"schooling": "vocational", "age": 17}
SENIOR = {"schooling": "senior_secondary", "age": 17}
JOBLESS = {"employment": "unemployed"}
DIBAO = {"held": ["dibao"]}
TK = {"held": ["special_hardship"]}
EDGE = {"held": ["low_income_edge"]}
RIGID_NOW = {"held": ["rigid_expenditure"], "on": LAW}
EDGE_NOW = {**EDGE, "on": LAW}
HOME = {"assets": {"homes": 1}}
HOMELESS: Patch = {"assets": {"homes": 0}}
PHYSICAL_1 = disabled("physical", 1)
PHYSICAL_3 = disabled("physical", 3)
VETERAN = {"categories": ["veteran"]}
ELDER = {"age": 70, "employment": "retired", "incomes": income("pension")}
BY_GRANDPARENT = {"age": 10, "schooling": "compulsory", "relation": "grandchild", "others": [{"relation": "self"}]}
WITH_PARENT = {"others": [{"relation": "self"}, {"relation": "child"}]}

# service, which of its triggers, the facts it fires for, the one change after which it just does not
CASES: list[tuple[int, int, Patch, Patch]] = [
    (1, 0, COMPULSORY, {"schooling": "preschool"}),
    (3, 0, COMPULSORY | DIBAO, {"held": ["low_income_edge"]}),
    (3, 1, COMPULSORY | EDGE_NOW, {"on": EVE}),
    (4, 0, PRESCHOOL | {"categories": ["orphan"]}, {"categories": []}),
    (4, 1, PRESCHOOL | disabled("hearing", 4), {"disability": "none"}),
    (4, 2, PRESCHOOL | RIGID_NOW, {"on": EVE}),
    (5, 0, VOCATIONAL | DIBAO, {"full_time": False}),
    (5, 1, VOCATIONAL | EDGE_NOW, {"on": EVE}),
    (6, 0, VOCATIONAL | {"area": "rural"}, {"area": "urban"}),
    (6, 1, VOCATIONAL | DIBAO, {"held": []}),
    (6, 2, VOCATIONAL | RIGID_NOW, {"on": EVE}),
    (7, 0, SENIOR | TK, {"schooling": "vocational"}),
    (7, 1, SENIOR | EDGE_NOW, {"on": EVE}),
    (8, 0, SENIOR | DIBAO | {"area": "rural"}, {"area": "urban"}),
    (8, 1, SENIOR | {"categories": ["poverty_registered"]}, {"categories": ["long_term_dibao"]}),
    (8, 2, SENIOR | DIBAO | PHYSICAL_3, {"held": []}),
    (8, 3, SENIOR | EDGE_NOW | {"area": "rural"}, {"on": EVE}),
    (8, 4, SENIOR | EDGE_NOW | PHYSICAL_3, {"on": EVE}),
    (9, 0, JOBLESS | {"age": 16}, {"age": 15}),
    (10, 0, JOBLESS | {"labour": "partial", "age": 59}, {"labour": "none"}),
    (10, 1, {"employment": "self_employed"}, {"employment": "flexible"}),
    (11, 0, JOBLESS, {"others": [{"relation": "spouse", "employment": "flexible"}]}),
    (11, 1, JOBLESS | DIBAO | {"on": EVE}, {"on": LAW}),
    (11, 2, JOBLESS | RIGID_NOW, {"on": EVE}),
    (14, 0, JOBLESS | {"age": 59}, {"age": 60}),
    (20, 0, {"age": 60}, {"incomes": income("basic_pension")}),
    (20, 1, {"employment": "farming", "held": ["dibao"], "on": "2020-12-31"}, {"on": "2021-01-01"}),
    (23, 0, {"insured": False, "employment": "farming"}, {"employment": "employed"}),
    (23, 1, {"insured": False, "age": 15, "employment": None}, {"age": 16}),
    (32, 0, {"age": 65}, {"age": 64}),
    (33, 0, {"illness": "chronic"}, {"illness": "severe"}),
    (34, 0, disabled("psychiatric", 3), disabled("intellectual", 3)),
    (43, 0, {"age": 60, "area": "rural", "obligors": [{"relation": "child"}]}, {"age": 59}),
    (44, 0, {"others": [{"age": 20, **PHYSICAL_3}]}, {"obligors": [{"relation": "child"}]}),
    (48, 0, {"insured": False, **EDGE}, {"held": ["rigid_expenditure"]}),
    (48, 1, {"medical": [{"member": "m1"}], **DIBAO}, {"medical": []}),
    (48, 2, {"illness": "severe", "categories": ["illness_impoverished"]}, {"illness": "chronic"}),
    (48, 3, {"medical": [{"member": "m1"}], **RIGID_NOW}, {"on": EVE}),
    (48, 4, {"illness": "severe", **RIGID_NOW}, {"on": EVE}),
    (48, 5, {"hardship": {"kind": "illness_cost", "member": "m1"}}, {"hardship": {"kind": "fire", "member": "m1"}}),
    (50, 0, {"expenses": expense("disaster")}, {"expenses": expense("disaster", "0")}),
    (51, 0, {"held": ["dibao_single"]}, {"held": ["low_income_edge"]}),
    (51, 1, RIGID_NOW, {"on": EVE}),
    (52, 0, {"age": 80, **EDGE}, {"age": 79}),
    (52, 1, {"age": 100}, {"age": 99}),
    (52, 2, ELDER | DIBAO | {"long_term_care": True, "age": 60}, {"age": 59}),
    (52, 3, ELDER | DIBAO | {"self_care": CANNOT_WALK}, {"held": ["dibao", "special_hardship"]}),
    (53, 0, COMPULSORY | EDGE | {"age": 17}, {"age": 18}),
    (53, 1, COMPULSORY | disabled("visual", 4), {"disability": "none"}),
    (53, 2, BY_GRANDPARENT, WITH_PARENT),
    (54, 0, BY_GRANDPARENT | {"area": "rural", "age": 15}, {"age": 16}),
    (56, 0, VETERAN, {"categories": []}),
    (56, 1, {"incomes": income("preferential_allowance")}, {"incomes": income("preferential_allowance", None)}),
    (57, 0, VETERAN, {"categories": ["poverty_monitored"]}),
    (58, 0, VETERAN | ELDER | {"age": 60}, {"others": [{"relation": "spouse"}]}),
    (58, 1, VETERAN | PHYSICAL_3, {"others": [{"relation": "spouse"}]}),
    (58, 2, VETERAN | {"long_term_care": True}, {"long_term_care": False}),
    (58, 3, VETERAN | {"self_care": CANNOT_WALK}, {"self_care": CAN_DO_ALL}),
    (58, 4, VETERAN | TK, {"held": ["dibao"]}),
    (59, 0, HOMELESS | EDGE, {"assets": {"homes": 1}}),
    (59, 1, HOMELESS | RIGID_NOW, {"on": EVE}),
    (61, 0, HOME | DIBAO | {"area": "rural"}, {"area": "urban"}),
    (61, 1, HOME | EDGE | PHYSICAL_3 | {"area": "rural"}, {"disability": "none"}),
    (61, 2, HOME | RIGID_NOW | {"area": "rural"}, {"on": EVE}),
    (71, 0, disabled("speech", 4) | DIBAO, {"held": ["low_income_edge"]}),
    (71, 1, disabled("hearing", 2) | {"long_term_care": True}, disabled("hearing", 3)),
    (72, 0, PHYSICAL_1 | {"dependent": True, "employment": "none", "age": 18}, {"age": 17}),
    (72, 1, disabled("intellectual", 3) | {"dependent": True, "employment": "none"}, disabled("physical", 3)),
    (73, 0, PHYSICAL_3 | EDGE, {"held": ["rigid_expenditure"]}),
    (74, 0, PHYSICAL_3 | DIBAO, {"held": []}),
    (74, 1, disabled("visual", 2), disabled("visual", 3)),
    (75, 0, PHYSICAL_3 | DIBAO | HOMELESS, {"assets": {"homes": 1}}),
    (75, 1, PHYSICAL_3 | DIBAO | HOME | {"area": "rural"}, {"assets": {"homes": 2}}),
    (75, 2, PHYSICAL_3 | RIGID_NOW | HOMELESS, {"on": EVE}),
    (76, 0, disabled("intellectual", 4) | {"age": 59}, {"age": 60}),
    (76, 1, disabled("physical", 2), disabled("physical", 3)),
    (76, 2, disabled("visual", 1) | DIBAO | {"age": 62}, {"region": "529999"}),
    (77, 0, disabled("hearing", 4) | {"age": 6}, {"age": 7}),
    (77, 1, PHYSICAL_3 | {"expenses": expense("disability")}, {"expenses": expense("illness")}),
    (78, 0, SENIOR | PHYSICAL_3, {"schooling": "undergraduate"}),
    (78, 1, disabled("intellectual", 1) | {"age": 15}, {"age": 16}),
    (79, 0, PHYSICAL_3 | {"labour": "partial"}, {"labour": "none"}),
    (81, 0, disabled("visual", 2) | DIBAO, disabled("visual", 3)),
]
IDS = [f"{number}-{nth}" for number, nth, _, _ in CASES]


def test_every_trigger_has_its_two_households() -> None:
    told = [(number, nth) for number, nth, _, _ in CASES]
    assert told == [(service.number, nth) for service in catalogue() for nth in range(len(service.when))]


def test_a_household_without_any_trigger_is_referred_nowhere() -> None:
    assert services({}) == {}


@pytest.mark.parametrize(("number", "nth", "fires", "change"), CASES, ids=IDS)
def test_a_trigger_fires_and_just_does_not(number: int, nth: int, fires: Patch, change: Patch) -> None:
    assert holds(number, nth, fires)
    assert "m1" in services(fires)[number]
    assert not holds(number, nth, {**fires, **change})


@pytest.mark.parametrize(("number", "nth", "fires", "_change"), CASES, ids=IDS)
def test_an_unknown_fact_never_triggers(number: int, nth: int, fires: Patch, _change: Patch) -> None:
    """Each fact that a trigger needs, not asked: it no longer holds. Statuses are known or not there."""
    trigger = catalogue()[number - 1].when[nth]
    asked = {fact for fact, _ in trigger.needs} & set(FACTS)
    if trigger.age_from is not None or trigger.age_to is not None:
        asked.add("age")
    for fact in asked:
        assert not holds(number, nth, {**fires, fact: None}), fact


@settings(deadline=None)
@given(st.sampled_from(CASES), st.sampled_from(CASES), st.sets(st.sampled_from(FACTS), min_size=1, max_size=6))
def test_forgetting_facts_never_adds_a_referral(one: Any, other: Any, forgotten: Iterable[str]) -> None:
    patch = {**one[2], **other[2]}
    forgetful = {**patch, **dict.fromkeys(forgotten)}
    before, after = services(patch), services(forgetful)
    assert after.keys() <= before.keys()
    assert all(set(after[number]) <= set(before[number]) for number in after)


def test_an_empty_household_file_says_nothing_and_raises_nothing() -> None:
    assert referrals(read_household({"members": [{"id": "m1", "relation": "self"}]}), {}, ON, None) == []


FAMILY: Patch = {
    **PHYSICAL_1, **DIBAO, **HOME, "area": "rural", "age": 52, "labour": "none", "employment": "none",
    "long_term_care": True, "categories": ["dibao"],
    "others": [
        {"relation": "spouse", "age": 50, "sex": "female", "employment": "unemployed", "categories": ["dibao"]},
        {**SENIOR, "sex": "female", "labour": "none", "employment": "none", "categories": ["dibao"]},
    ],
}  # fmt: skip


def test_the_rural_family_with_a_disabled_father_and_a_pupil() -> None:
    found = services(FAMILY)
    assert found[71] == ["m1"]
    assert found[7] == found[8] == ["m3"]
    assert found[9] == ["m2"]
    assert found[61] == ["m1", "m2", "m3"]
    assert not {6, 59} & found.keys()


def test_the_reason_names_the_fact_the_list_and_the_law() -> None:
    source = "河北省“十三五”推进基本公共服务均等化规划（冀政发〔2018〕12号）附件1"
    both = "低保家庭中的残疾人，可领困难残疾人生活补贴；一、二级残疾且需长期照护，可领重度残疾人护理补贴"
    here = {line["service"]: line for line in referrals(*situation(FAMILY))}
    assert here[8]["why"] == f"农村低保家庭的普通高中在校生，免学杂费（依据：{source} 第8项）"
    assert here[71]["why"] == f"{both}（依据：{source} 第71项）"
    assert here[71]["to"] == "民政 / 残联"
    later = {line["service"]: line for line in referrals(*situation(SENIOR | EDGE_NOW))}
    assert later[7]["why"].endswith(f"（依据：{source} 第7项、社会救助法第二十五条）")


@pytest.mark.parametrize("region", ["520000", None])
def test_outside_the_province_the_list_is_only_a_pointer(region: str | None) -> None:
    facts, held, on, _ = situation(FAMILY)
    assert all("（参照：河北省" in line["why"] for line in referrals(facts, held, on, region))


def test_what_is_handed_out_is_a_fresh_copy() -> None:
    first = referrals(*situation(FAMILY))
    first[0]["members"].append("m9")
    assert "m9" not in referrals(*situation(FAMILY))[0]["members"]


def test_the_order_of_the_members_changes_no_reason() -> None:
    others = [{**SENIOR, "categories": ["dibao"]}, {**SENIOR, "categories": ["poverty_registered"]}]
    lines = [referrals(*situation({"others": order})) for order in (others, others[::-1])]
    reasons = [json.dumps([{**line, "members": len(line["members"])} for line in way]) for way in lines]
    assert reasons[0] == reasons[1]


@pytest.mark.parametrize(
    ("components", "care", "nursing"),
    [
        ([{"kind": "intellectual", "grade": 3}, {"kind": "physical", "grade": 2}], True, True),
        ([{"kind": "hearing", "grade": 3}, {"kind": "speech", "grade": 3}], False, False),
        (None, False, True),
    ],
)
def test_a_multiple_disability_counts_by_its_components(components: Any, care: bool, nursing: bool) -> None:
    found = services(disabled("multiple", 1, components=components) | {"long_term_care": True})
    assert (76 in found, 71 in found) == (care, nursing)


@pytest.mark.parametrize(
    ("patch", "concerned"),
    [
        ({"absence": "prison"}, False),
        ({"absence": "conscript"}, False),
        ({"shares_household": False}, False),
        ({"shares_household": False, **DIBAO}, True),
        ({"absence": None}, True),
    ],
)
def test_whom_referrals_concern(patch: Patch, concerned: bool) -> None:
    assert (1 in services({**COMPULSORY, **patch})) is concerned


def test_a_pupil_studies_full_time_unless_said_otherwise() -> None:
    assert 7 in services(SENIOR | DIBAO)
    assert 7 in services(SENIOR | DIBAO | {"full_time": None})
    assert 7 not in services(SENIOR | DIBAO | {"full_time": False})


def test_a_job_not_asked_leaves_open_whether_nobody_works() -> None:
    spouse = {"relation": "spouse", "employment": None}
    assert not holds(11, 0, JOBLESS | {"others": [spouse]})
    assert holds(11, 0, JOBLESS | {"others": [{**spouse, "age": 15}]})
    assert holds(11, 0, JOBLESS | {"others": [{**spouse, "schooling": "undergraduate"}]})


def test_the_birthday_itself_counts() -> None:
    assert 32 in services({"birth_date": "1959-05-06"})
    assert 32 not in services({"birth_date": "1959-05-07"})


def test_orphans_keep_the_care_subsidy_and_lose_the_living_subsidy() -> None:
    child = {**PHYSICAL_1, **DIBAO, "age": 8, "schooling": "compulsory", "long_term_care": True}
    assert holds(71, 0, child)
    orphan = {**child, "categories": ["de_facto_orphan"]}
    assert not holds(71, 0, orphan)
    assert holds(71, 1, orphan)
    assert 71 not in services({**child, **TK})


def test_two_daughters_count_by_their_sex_wherever_it_stands() -> None:
    elder = {"age": 66, "area": "rural", "others": [{"sex": "female"}]}
    daughter = {"relation": "child", "id_number": "139999199001010024"}
    assert 43 in services(elder | {"obligors": [daughter]})
    assert 43 not in services(elder | {"obligors": [{"relation": "child"}]})
    assert 43 not in services(elder | {"obligors": None})


def test_what_happened_to_one_member_concerns_that_member() -> None:
    event = {"kind": "sudden_illness"}
    two = {"others": [{"relation": "spouse"}]}
    assert services({**two, "hardship": {**event, "member": "m2"}})[48] == ["m2"]
    assert services({**two, "hardship": {**event, "scope": "household"}})[48] == ["m1", "m2"]
    assert 48 not in services({**two, "hardship": event})
