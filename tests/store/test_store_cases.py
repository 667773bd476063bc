"""Accepted cases: numbers by year, references taken once, every revision frozen."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_made import DAY, NOW, PACKS, WHO, accept, assessment, household, member, numbers, rows

from caseworker.store import STAGE_ACCEPTED, AcceptedCase, CaseRow, Store, StoreError
from caseworker.store.canonical import canonical, digest, dump, load

LATER = {"now": "2026-03-05T10:00:00", "actor": "审核"}


def test_an_accepted_case_keeps_all_it_was_given(store: Store) -> None:
    facts, found = household(member("示例乙", "spouse"), member(), reference="T-1"), assessment(dibao="eligible")
    clocks, papers = {"dibao": {"clocks": [{"id": "total"}], "calendar_complete": True}}, [{"code": "M01"}]
    row = accept(store, facts, assessment=found, clocks=clocks, papers=papers)
    assert row == AcceptedCase(
        number="2026-0001",
        reference="T-1",
        applicant="示例甲",
        village="示例村",
        programmes=["dibao"],
        outcomes={"dibao": "eligible"},
        stage=STAGE_ACCEPTED,
        accepted_on="2026-03-02",
        due="2026-04-01",
        overdue=False,
        revision=1,
        change="new",
    )
    case = store.case("2026-0001")
    assert case is not None
    assert (case.facts, case.assessment, case.packs) == (facts, found, PACKS)
    assert (case.clocks, case.papers) == (clocks, papers)
    assert (case.created_at, case.updated_at, case.actor) == (NOW, NOW, "经办")


def test_documents_come_back_with_their_keys_in_the_order_given(store: Store) -> None:
    number = accept(store, household(zebra=1, alpha=2)).number
    case = store.case(number)
    assert case is not None
    assert list(case.facts) == ["village", "members", "zebra", "alpha"]


def test_the_digests_are_those_of_the_canonical_json(store: Store) -> None:
    facts = household(note="中文 é", b=1, a={"d": None, "c": [True, "0.10"]})
    case = store.case(accept(store, facts).number)
    assert case is not None
    text = '{"a":{"c":[true,"0.10"],"d":null},"b":1,"members":[{"id":"m1","name":"示例甲","relation":"self"}],'
    text += '"note":"中文 é","village":"示例村"}'
    assert case.facts_sha256 == sha256(text.encode()).hexdigest()
    assert case.assessment_sha256 == digest(case.assessment)
    assert case.packs_sha256 == digest(PACKS)


def test_numbers_follow_each_other_within_their_year(store: Store) -> None:
    days = [date(2025, 12, 31), date(2026, 1, 4), date(2025, 12, 30), date(2026, 1, 5)]
    found = [accept(store, accepted_on=day).number for day in days]
    assert found == ["2025-0001", "2026-0001", "2025-0002", "2026-0002"]


def test_households_without_a_reference_are_cases_of_their_own(store: Store) -> None:
    found = [accept(store, household(reference=blank)).number for blank in (None, "", "  ")] + [accept(store).number]
    assert len(set(found)) == 4
    assert {row.reference for row in store.queue(today=DAY).rows} == {None}


def test_the_same_facts_and_assessment_again_change_nothing(store: Store, path: Path) -> None:
    first = accept(store, household(reference="T-1"))
    before = [rows(path, f"SELECT * FROM {table}") for table in ("cases", "case_revisions", "people", "log")]
    again = accept(store, dict(reversed(household(reference=" T-1 ").items())) | {"reference": "T-1"}, **LATER)
    assert again == replace(first, change="unchanged")
    assert [rows(path, f"SELECT * FROM {table}") for table in ("cases", "case_revisions", "people", "log")] == before


def test_a_known_reference_updates_its_case_under_the_same_number(store: Store) -> None:
    accept(store, household(reference="T-0"))
    first = accept(store, household(reference="T-1"))
    facts = household(member("示例丙"), reference="T-1", village="前进村")
    second = accept(store, facts, assessment=assessment(dibao="ineligible"), due="2026-05-06", **LATER)
    assert (second.number, second.revision, second.change) == (first.number, 2, "updated")
    assert (second.applicant, second.village, second.due) == ("示例丙", "前进村", "2026-05-06")
    assert store.queue(today=DAY).total == 2
    assert numbers(store, "示例丙") == [first.number]
    assert numbers(store, "示例甲") == ["2026-0001"]


def test_every_revision_stays_readable_as_it_was(store: Store) -> None:
    number = accept(store, household(reference="T-1")).number
    first = store.case(number)
    accept(store, household(reference="T-1", note="x"), assessment=assessment(dibao="ineligible"), **LATER)
    latest = store.case(number)
    assert first is not None
    assert latest is not None
    assert (latest.revision, latest.created_at, latest.updated_at, latest.actor) == (2, NOW, LATER["now"], "审核")
    kept = store.case(number, revision=1)
    assert kept is not None
    assert (kept.facts, kept.assessment, kept.packs) == (first.facts, first.assessment, first.packs)
    assert (kept.facts_sha256, kept.assessment_sha256) == (first.facts_sha256, first.assessment_sha256)
    assert (kept.updated_at, kept.actor) == (NOW, "经办")
    assert store.case(number, revision=3) is None


def test_a_new_policy_alone_is_a_new_revision(store: Store) -> None:
    accept(store, household(reference="T-1"))
    found = assessment()
    found["policy"] = {"packs": [{**PACKS[0], "version": "2026.2"}]}
    assert accept(store, household(reference="T-1"), assessment=found).change == "updated"


def test_a_correction_back_to_earlier_facts_is_a_revision_too(store: Store) -> None:
    for note in ("a", "b", "a"):
        last = accept(store, household(reference="T-1", note=note))
    assert (last.revision, last.change) == (3, "updated")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (["ineligible", "eligible"], "eligible"),
        (["ineligible", "needs_information", "superseded"], "needs_information"),
        (["needs_decision", "superseded"], "needs_decision"),
        (["superseded", "ineligible"], "superseded"),
    ],
)
def test_the_queue_shows_the_most_open_of_several_outcomes(store: Store, entries: list[str], expected: str) -> None:
    found = assessment()
    found["assessments"] = [{"programme": "dibao_single", "outcome": outcome} for outcome in entries]
    assert accept(store, assessment=found).outcomes == {"dibao_single": expected}


def test_programmes_are_those_asked_for_or_all_that_were_assessed(store: Store) -> None:
    found = assessment(dibao="eligible", premium_aid="eligible")
    assert accept(store, household(programmes=["premium_aid"]), assessment=found).programmes == ["premium_aid"]
    assert accept(store, household(programmes=[]), assessment=found).programmes == ["dibao", "premium_aid"]


def test_a_household_whose_applicant_has_no_name_yet_has_none(store: Store) -> None:
    assert accept(store, household({"id": "m1", "relation": "self", "name": None})).applicant == ""
    assert accept(store, {"members": []}).applicant == ""


def test_a_draft_turns_into_a_case_once_only(store: Store) -> None:
    draft = store.save_draft(None, household(), **WHO)
    number = accept(store, draft_id=draft).number
    assert store.drafts() == []
    with pytest.raises(StoreError, match="已经不在了"):
        accept(store, draft_id=draft)
    assert numbers(store) == [number]


def test_an_unknown_number_is_no_case(store: Store) -> None:
    assert store.case("2026-9999") is None
    assert store.case("\udcff") is None


def test_days_may_be_read_without_a_deadline(store: Store) -> None:
    row = accept(store, due=None)
    assert (row.due, row.overdue) == (None, False)
    assert accept(store, due="2026-03-01").overdue
    assert isinstance(row, CaseRow)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE case_revisions SET assessment = '{}'",
        "UPDATE case_revisions SET due = NULL",
        "DELETE FROM case_revisions",
        "DELETE FROM cases",
        "UPDATE cases SET number = '2026-0009'",
        "UPDATE cases SET created_at = ''",
        "INSERT OR REPLACE INTO case_revisions SELECT * FROM case_revisions",
        "INSERT INTO case_revisions SELECT case_id, 5, facts, assessment, packs, clocks, papers, facts_sha256,"
        " assessment_sha256, packs_sha256, accepted_on, due, recorded_at, actor, 99 FROM case_revisions",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_decided(store: Store, path: Path, statement: str) -> None:
    accept(store)
    before = rows(path, "SELECT * FROM cases") + rows(path, "SELECT * FROM case_revisions")
    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert rows(path, "SELECT * FROM cases") + rows(path, "SELECT * FROM case_revisions") == before


_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters()), inner, max_size=3),
    max_leaves=10,
)


@given(_JSON)
def test_any_json_is_kept_exactly_and_hashed_the_same_whatever_its_order(value: Any) -> None:
    assert load(dump(value)) == value
    assert digest(load(canonical(value))) == digest(value) == digest(_reversed(value))
    dump(value).encode("utf-8")


def test_half_a_character_is_kept_and_does_not_stop_the_work(store: Store) -> None:
    facts = household(member("示例\ud83d"), note="\udcff")
    case = store.case(accept(store, facts).number)
    assert case is not None
    assert case.facts == facts
    assert case.applicant == "示例\ufffd"
    assert store.verify_log() is None


def _reversed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _reversed(value[name]) for name in reversed(value)}
    return [_reversed(item) for item in value] if isinstance(value, list) else value
