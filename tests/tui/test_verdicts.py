"""Verdicts as lines: mark and word, amounts, the decisive reason first; the worst fit leaves nothing unnamed."""

from __future__ import annotations

from typing import Any

from caseworker.tui.verdicts import outcome_summary, programme_names, tally, verdicts

SOURCE = {"document": "示例办法", "clause": "第一条"}
HOUSEHOLD = {"members": [{"id": "m1", "name": "示例甲"}, {"id": "m2", "name": "示例乙"}]}


def entry(programme: str, outcome: str, **more: Any) -> dict[str, Any]:
    given = {"amount": None, "per": None, "members": [], "reasons": [], "missing": []}
    return {"programme": programme, "outcome": outcome, **given, **more}


def reason(answer: str) -> dict[str, Any]:
    return {"rule": "r", "answer": answer, "statement": answer, "working": None, "citation": SOURCE, "facts": []}


def test_a_line_says_mark_word_and_amount() -> None:
    found = verdicts({"assessments": [entry("dibao", "eligible", amount="435.00", per="month")]}, HOUSEHOLD)
    assert found[0].line == "✓ 低保 符合 435.00元/月"


def test_a_refusal_begins_with_the_condition_that_failed() -> None:
    refused = entry("dibao", "ineligible", reasons=[reason("yes"), reason("unknown"), reason("no")])
    assert [r.answer for r in verdicts({"assessments": [refused]}, HOUSEHOLD)[0].reasons] == ["no", "unknown", "yes"]


def test_what_covers_it_and_whose_it_is_are_named() -> None:
    found = verdicts(
        {
            "assessments": [
                entry("low_income_edge", "superseded", by="dibao"),
                entry("special_hardship", "needs_information", members=["m2"], missing=["members[1].labour"]),
            ]
        },
        HOUSEHOLD,
    )
    assert [v.line for v in found] == ["= 低保边缘 已由低保覆盖", "? 特困 示例乙 待问 缺1项"]


def test_the_tally_names_a_programme_once_where_most_is_left_to_do() -> None:
    found = verdicts(
        {
            "assessments": [
                entry("dibao_single", "ineligible", members=["m1"]),
                entry("dibao_single", "needs_information", members=["m2"]),
                entry("dibao", "eligible", amount="1.00", per="month"),
            ]
        },
        HOUSEHOLD,
    )
    assert tally(found) == "✓符合 低保1.00元/月  ?待问 单人保"


def test_outcomes_in_a_row_of_the_queue() -> None:
    assert outcome_summary({"dibao": "eligible", "special_hardship": "ineligible"}) == "✓低保"
    assert outcome_summary({"dibao": "ineligible"}) == "✗都不符合"
    assert programme_names(["dibao", "dibao", "special_hardship"]) == "低保、特困"
