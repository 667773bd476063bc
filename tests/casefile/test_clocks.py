"""The clocks of a case: which run, until when, by which clause, and what a county may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.casefile.calendar import WorkingDays
from caseworker.casefile.clocks import Clock, clocks, event_labels
from caseworker.casefile.periods import periods
from caseworker.household.kinds import Programme

ACCEPTED = date(2025, 3, 3)
MEASURE = "最低生活保障审核确认办法（民发〔2021〕57号）"


@dataclass(frozen=True)
class Stands:
    document: str = "示例县参数"
    clause: str = "第一条"


@dataclass(frozen=True)
class Local:
    value: object
    citation: Stands = Stands()


@dataclass(frozen=True)
class County:
    values: Mapping[str, object] = field(default_factory=dict)

    def get(self, name: str, area: str | None = None) -> Local | None:
        return Local(self.values[name]) if name in self.values else None


NATION = County()


def due(programme: str, accepted: date = ACCEPTED, county: County = NATION, **options: object) -> dict[str, str]:
    found = clocks(programme, accepted, county, **options)  # type: ignore[arg-type]
    return {clock.id: clock.due.isoformat() for clock in found.clocks}


def one(programme: str, name: str, accepted: date = ACCEPTED, county: County = NATION, **options: object) -> Clock:
    found = clocks(programme, accepted, county, **options).clocks  # type: ignore[arg-type]
    return next(clock for clock in found if clock.id == name)


def test_dibao_runs_three_clocks_from_acceptance() -> None:
    assert due("dibao") == {"survey_start": "2025-03-06", "total": "2025-04-15", "total_extended": "2025-05-08"}
    assert due("dibao_single") == due("low_income_edge") == due("dibao")


def test_the_json_is_the_contracts() -> None:
    printed = clocks("dibao", ACCEPTED, NATION, events={"notice_end": date(2025, 3, 20)}).to_dict()
    assert printed["calendar_complete"] is True
    assert printed["clocks"][0] == {
        "id": "survey_start",
        "label": "启动家庭经济状况调查",
        "due": "2025-03-06",
        "working_days": 3,
        "citation": {"document": MEASURE, "clause": "第十五条"},
    }
    notice = next(clock for clock in printed["clocks"] if clock["id"] == "notice_end")
    assert (notice["due"], notice["days"], "working_days" in notice) == ("2025-03-27", 7, False)


def test_later_steps_start_their_own_clocks() -> None:
    events = {"core_check_start": "2025-03-10", "county_decision": "2025-03-31", "refusal_notice": "2025-04-03"}
    found = due("dibao", events={name: date.fromisoformat(day) for name, day in events.items()})
    assert found["core_check_start"] == "2025-03-13"
    assert found["county_decision"] == "2025-04-15"
    assert found["refusal_notice"] == "2025-04-09"  # 4 to 6 April are off


def test_delegation_drops_the_county_and_shortens_the_total() -> None:
    assert due("dibao", delegated=True)["total"] == "2025-03-31"
    assert due("dibao", delegated=True)["total_extended"] == due("dibao")["total_extended"]
    assert one("dibao", "total", delegated=True).citation["clause"] == "四（一）"
    assert "county_decision" not in event_labels("dibao", ACCEPTED, delegated=True)
    assert "county_decision" not in event_labels("special_hardship", ACCEPTED, delegated=True)


def test_the_period_is_that_of_the_day_of_acceptance() -> None:
    before, after = date(2022, 10, 19), date(2022, 10, 20)
    assert one("dibao", "total", before, delegated=True).working_days == 30
    assert one("dibao", "total", after, delegated=True).working_days == 20
    assert one("dibao", "total_extended", before).citation == {"document": MEASURE, "clause": "第二十二条"}
    assert one("dibao", "total_extended", after).citation["clause"] == "四（一）"
    assert due("dibao", date(2021, 6, 30)) == {}
    assert due("rigid_expenditure", date(2024, 12, 31)) == {}
    assert due("rigid_expenditure", date(2025, 1, 1)) == {"total": "2025-02-18", "total_extended": "2025-03-11"}


def test_the_law_of_2026_leaves_the_measures_their_periods() -> None:
    assert due("dibao", date(2026, 9, 16))["survey_start"] == "2026-09-20"  # a Sunday that is worked
    assert due("dibao", date(2026, 9, 16))["total"] == "2026-11-03"


def test_a_family_at_the_edge_follows_dibao_since_a_text_says_so() -> None:
    assert due("low_income_edge", date(2023, 12, 31)) == {}
    first = one("low_income_edge", "total", date(2024, 1, 1))
    assert first.working_days == 30
    assert first.citation["document"].endswith(f"（国办发〔2023〕39号）；{MEASURE}")
    assert first.citation["clause"] == "二；第二十二条"
    delegated = one("low_income_edge", "total", date(2024, 1, 1), delegated=True)
    assert (delegated.working_days, delegated.citation["clause"]) == (20, "二；四（一）")


def test_special_hardship_has_its_own_steps() -> None:
    assert due("special_hardship") == {"township_opinion": "2025-03-24"}
    events = {"county_decision": date(2025, 4, 1), "objection_opinion": date(2025, 3, 28)}
    found = due("special_hardship", events=events)
    assert (found["county_decision"], found["objection_opinion"]) == ("2025-04-23", "2025-04-21")


def test_temporary_assistance_goes_by_the_county_alone() -> None:
    events = {"first_help": date(2025, 4, 30), "supplement": date(2025, 4, 30)}
    assert due("temporary_assistance", events=events) == {}
    county = County({"temporary.first_help_hours": 24, "temporary.supplement_working_days": 10})
    assert due("temporary_assistance", county=county, events=events) == {
        "first_help": "2025-05-01",  # hours run through holidays
        "supplement": "2025-05-19",
    }
    help_ = one("temporary_assistance", "first_help", county=county, events=events)
    assert help_.hours == 24
    assert help_.citation == {"document": "示例县参数", "clause": "第一条"}


@pytest.mark.parametrize(("hours", "day"), [(12, "2025-04-30"), (24, "2025-05-01"), (36, "2025-05-01")])
def test_hours_never_give_a_later_date_than_they_mean(hours: int, day: str) -> None:
    county = County({"temporary.first_help_hours": hours})
    events = {"first_help": date(2025, 4, 30)}
    assert due("temporary_assistance", county=county, events=events)["first_help"] == day


def test_a_county_may_shorten_and_is_then_the_source() -> None:
    clock = one("dibao", "total", county=County({"clock.dibao.total": 20}))
    assert (clock.working_days, clock.citation["document"]) == (20, "示例县参数")
    same = one("dibao", "total", county=County({"clock.dibao.total": 30}))
    assert same.citation["document"] == MEASURE


@given(st.integers(1, 90), st.dates(date(2022, 1, 1), date(2026, 9, 30)), st.booleans())
def test_a_county_never_lengthens(length: int, accepted: date, delegated: bool) -> None:
    local = one("dibao", "total", accepted, County({"clock.dibao.total": length}), delegated=delegated)
    national = one("dibao", "total", accepted, delegated=delegated)
    assert local.due <= national.due
    assert local.working_days == min(length, national.working_days or 0)


def test_a_notice_hangs_its_whole_term_whatever_the_county_says() -> None:
    county = County({"clock.dibao.notice_end": 3})
    assert one("dibao", "notice_end", county=county, events={"notice_end": ACCEPTED}).days == 7


@pytest.mark.parametrize("value", [0, -1, True, "20", None])
def test_a_local_value_that_is_no_period_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"审核确认办结.*: 正整数"):
        due("dibao", county=County({"clock.dibao.total": value}))


def test_an_unknown_programme_or_event_is_refused_with_what_is_possible() -> None:
    with pytest.raises(ValueError, match=r"没有这个救助项目（housing）: dibao、"):
        due("housing")
    with pytest.raises(ValueError, match=r"没有时限“survey_start”: core_check_start（县级民政部门"):
        due("dibao", events={"survey_start": ACCEPTED})
    with pytest.raises(ValueError, match="没有时限“county_decision”"):
        due("dibao", delegated=True, events={"county_decision": ACCEPTED})


def test_past_the_announced_years_the_list_says_so() -> None:
    found = clocks("dibao", date(2098, 12, 1), NATION)
    assert found.clocks
    assert not found.calendar_complete
    assert clocks("dibao", ACCEPTED, NATION).calendar_complete


def test_the_days_the_office_entered_move_the_clocks() -> None:
    calendar = WorkingDays({date(2025, 3, 5): False})
    assert clocks("dibao", ACCEPTED, NATION, calendar=calendar).clocks[0].due == date(2025, 3, 7)


def test_on_every_day_at_most_one_row_speaks_for_a_clock() -> None:
    edges = {day + timedelta(days=step) for p in periods() for day in (p.start, p.end) if day for step in (-1, 0, 1)}
    for programme in get_args(Programme):
        for accepted in edges:
            for delegated in (False, True):
                ids = [row.id for row in periods() if row.covers(programme, accepted, delegated)]
                assert len(ids) == len(set(ids)), (programme, accepted)


def test_every_row_has_a_source_or_is_the_countys_to_set() -> None:
    for row in periods():
        assert (row.length is None) == (row.citation is None), row.id
        assert row.unit in ("working_days", "days", "hours")
        assert set(row.programmes) <= set(get_args(Programme))
        assert row.fixed == (row.unit == "days"), row.id
