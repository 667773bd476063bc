"""The checklist of papers: what applies, what is open, what must not be asked for, and on what ground."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from caseworker.casefile.facts import FACTS
from caseworker.casefile.paper_rows import paper_table
from caseworker.casefile.papers import LOCAL_DEMAND, Paper, checklist
from caseworker.household import Household, read_household
from caseworker.household.kinds import Programme

CODES = [f"M{number:02}" for number in range(1, 19)]


def household(member: dict[str, Any] | None = None, **facts: object) -> Household:
    """A household of one, asked nothing but what the test says."""
    person = {"id": "m1", "relation": "self", **(member or {})}
    return read_household({"applied_on": "2025-03-03", "members": [person]} | facts)


def papers(h: Household, *programmes: str) -> dict[str, Paper]:
    return {paper.code: paper for paper in checklist(h, programmes)}


def test_the_list_is_whole_and_in_order() -> None:
    for programme in set(get_args(Programme)) - {"premium_aid"}:
        assert [paper.code for paper in checklist(household(), [programme])] == CODES
    assert checklist(household(), ["premium_aid"]) == []
    assert checklist(household(), []) == []


def test_every_column_stands_once_in_every_row_and_every_fact_is_known() -> None:
    rows, sentences = paper_table()
    columns = {*get_args(Programme), "emergency", "expenditure"} - {"premium_aid", "temporary_assistance"}
    for row in rows:
        assert set(row.needs) == columns, row.code
        assert {row.fact, *row.fact_for.values()} <= set(FACTS) & set(sentences), row.code
        assert {c for ground in row.grounds for c in ground.columns} <= columns, row.code
        assert all(row.needs[c] != "not_needed" for ground in row.grounds for c in ground.columns), row.code


def test_what_is_always_needed_applies_whatever_was_asked() -> None:
    found = papers(household(), "dibao")
    for code in ("M01", "M02", "M04", "M05", "M08", "M17"):
        assert (found[code].need, found[code].applies) == ("required", True), code
    assert found["M15"].need == "not_needed"
    assert found["M15"].applies is False


@pytest.mark.parametrize(
    ("code", "yes", "no"),
    [
        ("M03", {"residence_basis": "residence_permit"}, {"residence_basis": "hukou"}),
        ("M07", {"incomes": [{"kind": "wage", "amount": "1.00", "per": "month"}]}, {"incomes": []}),
        ("M11", {"expenses": [{"kind": "illness", "amount": "1.00", "per": "month"}]}, {"expenses": []}),
    ],
)
def test_a_paper_follows_the_fact_of_the_household(code: str, yes: dict[str, Any], no: dict[str, Any]) -> None:
    assert papers(household(**yes), "dibao")[code].applies is True
    assert papers(household(**no), "dibao")[code].applies is False
    assert papers(household(), "dibao")[code].applies is None


@pytest.mark.parametrize(
    ("code", "yes", "no"),
    [
        ("M09", {"disability": {"kind": "visual", "grade": 1}}, {"disability": "none"}),
        ("M10", {"illness": "severe"}, {"illness": "none"}),
        ("M12", {"schooling": "undergraduate"}, {"schooling": "compulsory"}),
        ("M13", {"marital": "divorced"}, {"marital": "single"}),
        ("M14", {"absence": "prison"}, {"absence": "conscript"}),
        ("M18", {"employment": "unemployed"}, {"employment": "retired"}),
    ],
)
def test_a_paper_follows_the_fact_of_a_member(code: str, yes: dict[str, Any], no: dict[str, Any]) -> None:
    assert papers(household(yes), "dibao")[code].applies is True
    assert papers(household(no), "dibao")[code].applies is False
    # An absence that nobody mentioned is none, by the contract's defaults; every other fact stays open.
    assert papers(household(), "dibao")[code].applies is (False if code == "M14" else None)


def test_income_that_the_platform_shows_needs_no_paper() -> None:
    pension = [{"kind": "pension", "amount": "1500.00", "per": "month"}]
    assert papers(household(incomes=pension), "dibao")["M07"].applies is False


def test_one_member_is_enough_and_one_unknown_keeps_it_open() -> None:
    asked = {"id": "m2", "relation": "spouse", "disability": "none"}
    members = [{"id": "m1", "relation": "self"}, asked]
    found = checklist(read_household({"members": members}), ["dibao"])
    assert next(paper for paper in found if paper.code == "M09").applies is None
    asked["disability"] = {"kind": "physical", "grade": 2}  # type: ignore[assignment]
    found = checklist(read_household({"members": members}), ["dibao"])
    assert next(paper for paper in found if paper.code == "M09").applies is True


def test_who_may_stand_in_is_known_only_for_the_village_agent() -> None:
    assert papers(household(channel="village_agent"), "dibao")["M06"].applies is True
    assert papers(household(channel="window"), "dibao")["M06"].applies is None


def test_emergency_lets_papers_follow_and_needs_no_property_statement() -> None:
    emergency = {"kind": "fire", "urgent": True}
    found = papers(household(hardship=emergency, expenses=[]), "temporary_assistance")
    assert (found["M01"].need, found["M16"].need, found["M16"].applies) == ("later", "later", True)
    assert (found["M08"].need, found["M05"].need) == ("not_needed", "not_needed")
    assert found["M11"].applies is False


def test_expenditure_kind_needs_the_full_papers() -> None:
    found = papers(household(hardship={"kind": "illness_cost", "urgent": False}), "temporary_assistance")
    assert (found["M01"].need, found["M08"].need) == ("required", "required")
    assert (found["M11"].need, found["M11"].applies) == ("required", True)


def test_while_the_kind_is_open_the_milder_demand_counts() -> None:
    found = papers(household(hardship={"kind": "fire"}), "temporary_assistance")
    assert (found["M01"].need, found["M01"].applies) == ("later", True)
    assert (found["M08"].need, found["M08"].applies) == ("required", None)
    assert "是否急难尚未询问" in found["M08"].why
    assert checklist(household(hardship="none"), ["temporary_assistance"]) == []


def test_programmes_together_take_the_strictest_that_applies() -> None:
    h = household({"disability": {"kind": "visual", "grade": 1}}, hardship={"kind": "fire", "urgent": True})
    found = papers(h, "temporary_assistance", "dibao", "special_hardship")
    assert found["M01"].need == "required"
    assert (found["M09"].need, found["M09"].applies) == ("required", True)
    assert found["M09"].ground["document"].startswith("特困人员认定办法")
    assert found["M15"].need == "required"
    assert found["M16"].need == "later"


def test_medical_assistance_of_recognised_people_needs_no_application() -> None:
    direct = papers(household({"categories": ["dibao"]}), "medical_assistance")
    assert (direct["M01"].applies, direct["M05"].applies) == (False, False)
    assert papers(household({"categories": []}), "medical_assistance")["M01"].applies is True
    assert papers(household(), "medical_assistance")["M01"].applies is None


def test_the_ground_is_that_of_the_programme_and_of_the_day() -> None:
    dibao = papers(household(), "dibao")["M05"].ground
    assert dibao == {"document": "最低生活保障审核确认办法（民发〔2021〕57号）", "clause": "第九条"}
    for day, clause in [("2026-06-30", "第五十八条"), ("2026-07-01", "第四十条")]:
        assert papers(household(applied_on=day), "medical_assistance")["M05"].ground["clause"] == clause


def test_what_no_law_asks_for_is_shown_as_the_countys_own() -> None:
    assert papers(household(), "dibao")["M02"].ground == {"document": LOCAL_DEMAND, "clause": ""}
    assert papers(household(), "special_hardship")["M02"].ground["clause"] == "第十条"
    undated = read_household({"members": [{"id": "m1", "relation": "self"}]})
    assert papers(undated, "dibao")["M01"].ground["document"] == LOCAL_DEMAND
    assert papers(household(applied_on="2021-06-30"), "dibao")["M01"].ground["document"] == LOCAL_DEMAND


def test_a_paper_says_why_and_prints_as_json() -> None:
    paper = papers(household(), "special_hardship")["M05"]
    assert "法定义务人也须签署" in paper.why
    assert set(paper.to_dict()) == {"code", "name", "need", "ground", "applies", "why"}
    assert all(found.why for found in checklist(household(), ["dibao"]))


def test_an_unknown_programme_is_refused() -> None:
    with pytest.raises(ValueError, match="没有这个救助项目（housing）"):
        checklist(household(), ["housing"])
