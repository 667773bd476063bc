"""The view: which programme is told in full, who stands in a line, what is due, how sums and days are worded."""

from __future__ import annotations

from datetime import date
from typing import Any

import cases
import pytest

from caseworker.documents import wording
from caseworker.documents.conclusions import composition, findings, short_reason, told_in_full
from caseworker.documents.facts import condition, figure_rows
from caseworker.documents.sources import Sources
from caseworker.documents.view import clock_rows, paper_rows, review_view


def rows(view: dict[str, Any], key: str, field: str) -> list[str]:
    return [row[field] for row in view[key]]


def test_persons_with_the_same_finding_share_a_line() -> None:
    found = findings(cases.plain()["assessment"])
    assert [(f.programme, f.members) for f in found if f.programme == "premium_aid"] == [
        ("premium_aid", ["m1", "m2", "m3"])
    ]


def test_missing_facts_of_those_who_share_a_line_are_all_named() -> None:
    single = next(f for f in findings(cases.large()["assessment"]) if f.programme == "dibao_single")
    assert single.missing == [f"members[{n}].{fact}" for n in (1, 2, 5) for fact in ("dependent", "illness")]


def outcome(programme: str, value: str, member: str = "m1") -> dict[str, Any]:
    return cases.entry(programme, value, [member], [cases.reason(value, "no", "", cases.LAW_2021, "第一条")])


@pytest.mark.parametrize(
    ("entries", "asked", "full"),
    [
        ([("dibao", "eligible")], [], ["eligible"]),
        ([("dibao", "needs_information"), ("low_income_edge", "needs_decision")], [], None),
        ([("dibao", "ineligible")], [], []),
        ([("dibao", "ineligible")], ["dibao"], ["ineligible"]),
        ([("dibao", "superseded")], ["dibao"], []),
        ([("special_hardship", "eligible"), ("special_hardship", "ineligible")], ["special_hardship"], ["eligible"]),
    ],
)
def test_told_in_full(entries: list[tuple[str, str]], asked: list[str], full: list[str] | None) -> None:
    found = findings({"assessments": [outcome(*entry) for entry in entries]})
    told = [f.entry["outcome"] for f in told_in_full(found, asked)]
    assert told == ([value for _, value in entries] if full is None else full)


def test_a_programme_not_told_in_full_says_what_failed() -> None:
    view = review_view(cases.plain())
    notes = {(row["programme"], row["who"]): row["note"] for row in view["conclusions"]}
    assert notes["最低生活保障", "家庭（3人）"] == "理由见下（一）"
    assert notes["临时救助", "家庭（3人）"] == "发生突发困难或者必需支出突然增加：否（经询问，没有困难事由）[2]二（一）"
    assert notes["刚性支出困难家庭", "家庭（3人）"] == "条件符合，按“最低生活保障”救助，不重复"


def test_every_programme_stands_in_the_list_of_conclusions() -> None:
    for make in cases.ALL.values():
        case = make()
        told = {row["programme"] for row in review_view(case)["conclusions"]}
        assert len(told) == len({entry["programme"] for entry in case["assessment"]["assessments"]})


def test_citations_count_documents_as_they_are_met() -> None:
    view = review_view(cases.plain())
    assert rows(view, "documents", "no") == ["1", "2", "3", "4", "5", "6"]
    assert view["documents"][0]["title"] == cases.TK_2021
    cited = {row["citation"] for block in view["programmes"] for row in block["reasons"]}
    assert {"[3]第二十三条", "[4]", "[6]附件1 第48项"} <= cited


def test_a_reason_without_a_source_cites_nothing() -> None:
    assert Sources().cite(None) == ""


def test_an_amount_still_open_is_not_silent() -> None:
    view = review_view(cases.large())
    assert next(row["amount"] for row in view["conclusions"] if row["programme"] == "资助参保") == "金额待定"
    edge = {"assessments": [outcome("low_income_edge", "eligible")], "referrals": []}
    case = cases.plain()
    case["assessment"] |= edge
    assert rows(review_view(case), "conclusions", "amount") == [""]


def test_short_reason_lists_every_no_and_nothing_else() -> None:
    reasons = [
        cases.reason("甲", "yes", "", cases.LAW_2021, "第一条"),
        cases.reason("乙", "no", "5 > 4", cases.LAW_2021, "第二条"),
        cases.reason("丙", "unknown", "", cases.LAW_2021, "第三条"),
        cases.reason("丁", "no", "", cases.COUNTY, ""),
    ]
    assert short_reason(cases.entry("dibao", "ineligible", ["m1"], reasons), Sources()) == (
        "乙：否（5 > 4）[1]第二条；丁：否[2]"
    )


@pytest.mark.parametrize(
    ("programme", "details", "told"),
    [
        ("dibao", {"base": "435.00", "top_up": [{"member": "m2", "group": "elder", "amount": "64.50"}]},
         "差额435.00元，增发示例乙（老年人）64.50元"),
        ("special_hardship", {"self_care": "partial", "basic": "906.00", "care": "300.00"},
         "部分丧失生活自理能力，基本生活906.00元，照料护理300.00元"),
        ("temporary_assistance", {"kind": "emergency", "township_first": "2000.00", "county_rest": "4300.00",
                                  "above_cap": False}, "急难型，乡镇先行2000.00元，县级后续4300.00元"),
        ("premium_aid", None, ""),
    ],
)  # fmt: skip
def test_composition(programme: str, details: dict[str, Any] | None, told: str) -> None:
    assert composition({"programme": programme, "details": details}, cases.plain()["household"]) == told


def test_unknown_and_none_never_read_alike() -> None:
    case = cases.undecided()
    figures = {row["label"]: row["text"] for row in figure_rows(case["household"], case["assessment"]["household"])}
    assert figures["尚未询问"] == "收入、支出、义务人、医疗费用"
    assert "经询问无" not in figures
    assert figures["财产"] == "金融资产3000.00元，住房未询问，经营实体0个，车辆未询问，工作人员认定在限额内：未询问"
    assert figures["核算"] == "计入2人，月收入未能核定，月扣减未能核定，人均月收入未能核定"
    case["household"] |= {"incomes": [], "obligors": []}
    told = {row["label"]: row["text"] for row in figure_rows(case["household"], case["assessment"]["household"])}
    assert (told["经询问无"], told["尚未询问"]) == ("收入、义务人", "支出、医疗费用")


def test_the_condition_of_a_member() -> None:
    members = cases.large()["household"]["members"]
    assert condition(members[1]) == ["有劳动能力", "无业", "多重残疾（视力一级、智力三级）"]
    assert condition(members[4])[0] == "监狱服刑"
    assert condition(cases.undecided()["household"]["members"][1]) == []


def test_members_who_do_not_count() -> None:
    assert rows(review_view(cases.elder()), "members", "counted") == ["否（特困）"]
    assert rows(review_view(cases.large()), "members", "counted") == ["是"] * 4 + ["否"] + ["是"] * 5


def test_papers_not_recorded_are_not_missing() -> None:
    told = {row["label"]: row["text"] for row in paper_rows(cases.PAPERS)}
    assert told["尚缺"] == "财产情况说明"
    assert told["收取未登记"] == "收入材料（平台查不到的部分）；银行账户或社会保障卡"
    assert "残疾人证" not in "".join(told.values())


def test_papers_that_hang_on_a_fact_or_may_follow() -> None:
    papers = [
        cases.paper("甲", "required", None), cases.paper("乙", "later", True), cases.paper("丙", "not_needed", False),
        cases.paper("丁", "later", False),
    ]  # fmt: skip
    told = {row["label"]: row["text"] for row in paper_rows(papers)}
    assert told == {"应交": "无", "已收": "无", "尚缺": "无", "可后补": "乙", "视事实待定": "甲"}


def test_programmes_with_the_same_clock_share_a_row() -> None:
    clock = {"id": "total", "label": "办结", "due": "2026-04-17", "working_days": 30, "citation": None}
    hours = {"id": "first_help", "due": "2026-03-06", "hours": 24, "citation": None}
    groups = {
        "dibao": {"clocks": [clock], "calendar_complete": True},
        "low_income_edge": {"clocks": [dict(clock), hours], "calendar_complete": True},
    }
    assert [(row["what"], row["period"]) for row in clock_rows(groups, Sources())] == [
        ("最低生活保障边缘家庭：先行救助", "24小时"),
        ("最低生活保障、最低生活保障边缘家庭：办结", "30个工作日"),
    ]


def test_an_open_calendar_is_said() -> None:
    assert review_view(cases.undecided())["calendar_complete"] is False
    assert review_view(cases.plain())["calendar_complete"] is True


def test_the_view_is_made_of_plain_values() -> None:
    def check(value: object) -> None:
        if isinstance(value, dict):
            for item in value.values():
                check(item)
        elif isinstance(value, list):
            for item in value:
                check(item)
        else:
            assert isinstance(value, str | bool)

    for make in cases.ALL.values():
        check(review_view(make()))


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [("1966-03-05", "2026-03-05", 60), ("1966-03-06", "2026-03-05", 59), ("2024-02-29", "2025-02-28", 0)],
)
def test_ages_are_full_years(birth: str, on: str, age: int) -> None:
    assert wording.age_on(date.fromisoformat(birth), date.fromisoformat(on)) == age


@pytest.mark.parametrize(("n", "word"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_numerals(n: int, word: str) -> None:
    assert wording.numeral(n) == word


def test_people_are_named_or_numbered() -> None:
    names = {f"m{n}": f"示例{n}" for n in range(1, 9)}
    assert wording.people(names, ["m1", "m2"]) == "示例1、示例2"
    assert wording.people(names, list(names)) == "全体成员（8人）"
    assert wording.people(names, ["m1", "m2", "m3", "m5", "m7", "m8"]) == "第1—3、5、7—8号成员（6人）"
    assert wording.people({"m1": "长" * 40}, ["m1"]) == "长" * 40


def test_moments_keep_their_wall_time() -> None:
    assert wording.moment("2026-03-05T09:07:59+08:00") == "2026年3月5日 09:07"
    assert wording.moment("2026-03-05T09:07:59") == "2026年3月5日 09:07"
