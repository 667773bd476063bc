"""Conclusions of a draft as it stands: all programmes at once, the most decisive question first, faults as data."""

from __future__ import annotations

from desk_files import household, member

from caseworker.desk import Desk
from caseworker.desk.conclusions import open_questions


def test_a_full_file_has_conclusions_and_no_questions_on_the_household_itself(desk: Desk) -> None:
    concluded = desk.conclude(household())
    assert concluded.faults == []
    assert concluded.assessment is not None
    dibao = next(e for e in concluded.assessment["assessments"] if e["programme"] == "dibao")
    assert (dibao["outcome"], dibao["amount"]) == ("eligible", "645.00")


def test_a_fresh_draft_already_says_what_to_ask(desk: Desk) -> None:
    concluded = desk.conclude(desk.draft(desk.new_draft()))
    assert concluded.assessment is not None
    assert concluded.questions
    assert all(question.label and question.programmes for question in concluded.questions)
    scores = [question.score for question in concluded.questions]
    assert scores == sorted(scores, reverse=True)


def test_faults_come_back_as_data(desk: Desk) -> None:
    concluded = desk.conclude(household(area="city", members=[member(id_number="123")]))
    assert concluded.assessment is None
    assert {fault.path for fault in concluded.faults} == {"area", "members[0].id_number"}


def test_a_region_without_policy_is_a_fault_too(desk: Desk) -> None:
    concluded = desk.conclude(household(region="110101"))
    assert [fault.path for fault in concluded.faults] == ["region"]


def test_without_a_day_of_application_today_decides(desk: Desk) -> None:
    concluded = desk.conclude(household(applied_on=None))
    assert concluded.assessment is not None
    assert concluded.assessment["policy"]["on"] == "2021-08-03"


def test_the_fact_on_which_most_hangs_is_asked_first() -> None:
    entries = [
        {"programme": "dibao", "outcome": "needs_information", "missing": ["incomes", "assets"]},
        {"programme": "low_income_edge", "outcome": "needs_information", "missing": ["assets"]},
        {"programme": "medical_assistance", "outcome": "eligible", "missing": ["medical[0].total"]},
        {"programme": "premium_aid", "outcome": "ineligible", "missing": []},
    ]
    file = household(medical=[{"member": "m1", "kind": "inpatient"}])
    found = open_questions({"assessments": entries}, file)
    assert [(q.path, q.score) for q in found] == [("assets", 1.5), ("incomes", 0.5), ("medical[0].total", 0)]
    assert found[0].programmes == ("dibao", "low_income_edge")
    assert found[2].label == "示例甲的医疗费用的总费用"
