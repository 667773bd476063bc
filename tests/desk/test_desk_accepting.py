"""From a draft to a case: checked, assessed under the policy of its day, with clocks, papers and a deadline."""

from __future__ import annotations

import pytest
from desk_files import household, member

from caseworker.desk import Desk, DeskError
from caseworker.desk.statutory import earliest_total, programmes_of
from caseworker.household import HouseholdFaults


def test_a_new_draft_knows_the_day_and_the_place_and_nothing_else(desk: Desk) -> None:
    draft = desk.draft(desk.new_draft())
    assert draft["applied_on"] == "2021-08-03"
    assert (draft["region"], draft["township"]) == ("529999", "示例乡")
    assert draft["members"] == [{"id": "m1", "relation": "self"}]
    assert not set(draft) - {"applied_on", "region", "township", "members"}


def test_what_was_typed_is_there_for_the_next_desk(desk: Desk) -> None:
    name = desk.new_draft()
    desk.save_draft(name, {**desk.draft(name), "village": "示例村", "members": []})
    with Desk(desk.home, desk.today) as other:
        assert other.draft(name)["village"] == "示例村"
        assert [draft.id for draft in other.drafts()] == [name]


def test_accepting_takes_the_draft_into_the_queue(desk: Desk) -> None:
    name = desk.new_draft(household(programmes=["dibao"]))
    row = desk.accept(name)
    assert (row.number, row.applicant, row.village, row.stage) == ("2021-0001", "示例甲", "示例村", "accepted")
    assert row.outcomes["dibao"] == "eligible"
    assert [r.number for r in desk.queue().rows] == ["2021-0001"]
    assert desk.drafts() == []
    with pytest.raises(DeskError, match="已经不在"):
        desk.draft(name)


def test_a_case_holds_facts_frozen_assessment_clocks_and_papers(desk: Desk) -> None:
    case = desk.case(desk.accept(desk.new_draft(household(programmes=["dibao"]))).number)
    assert case.facts["members"][0]["birth_date"] == "1982-02-02"
    assert [pack["id"] for pack in case.assessment["policy"]["packs"]] == ["cn", "guizhou", "demo"]
    assert list(case.clocks) == ["dibao"]
    assert case.due == earliest_total(case.clocks)
    assert case.due is not None
    assert {"code", "name", "need", "ground", "applies", "why", "present"} <= set(case.papers[0])


def test_facts_not_in_order_are_not_accepted_and_the_draft_stays(desk: Desk) -> None:
    name = desk.new_draft(household(members=[member(), member()]))
    with pytest.raises(HouseholdFaults):
        desk.accept(name)
    assert desk.draft(name)["members"][1]["id"] == "m1"


def test_without_a_day_of_application_nothing_is_accepted(desk: Desk) -> None:
    with pytest.raises(HouseholdFaults, match="applied_on"):
        desk.accept(desk.new_draft(household(applied_on=None)))


def test_unknown_number_is_told(desk: Desk) -> None:
    with pytest.raises(DeskError, match="没有这个案卷号"):
        desk.case("2021-9999")


def test_programmes_of_a_case() -> None:
    entries = [{"programme": "dibao", "outcome": "eligible"}, {"programme": "premium_aid", "outcome": "ineligible"}]
    entries += [{"programme": "medical_assistance", "outcome": "needs_information"}] * 2
    assessment = {"assessments": entries}
    assert programmes_of({"programmes": ["premium_aid"]}, assessment) == ["premium_aid"]
    assert programmes_of({"programmes": []}, assessment) == ["dibao", "medical_assistance"]


def test_the_deadline_is_the_first_total_of_all_programmes() -> None:
    def clocks(*dates: str) -> dict[str, object]:
        return {
            "clocks": [{"id": "total", "due": day} for day in dates] + [{"id": "survey_start", "due": "2000-01-01"}]
        }

    assert earliest_total({"a": clocks("2021-09-01"), "b": clocks("2021-08-20"), "c": clocks()}) == "2021-08-20"
    assert earliest_total({"c": clocks()}) is None
