"""The view: which programme is told in full, who stands in a line, what is due, how sums and days are worded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.documents import case_parts as parts
from tests.documents import cases

from caseworker.documents import wording
from caseworker.documents.conclusions import composition, findings, short_reason, told_in_full
from caseworker.documents.facts import condition, figure_rows
from caseworker.documents.sources import Sources
from caseworker.documents.view import clock_rows, paper_rows, review_view


def view_of(case: dict[str, Any]) -> dict[str, Any]:
    return review_view(case, {71: "重度残疾人护理补贴"})


def rows(view: dict[str, Any], key: str, field: str) -> list[str]:
    return [row[field] for row in view[key]]


def test_persons_with_the_same_finding_share_a_line() -> None:
    found = findings(cases.plain()["assessment"], cases.plain()["household"])
    assert [(f.programme, f.members) for f in found if f.programme == "premium_aid"] == [
        ("premium_aid", ["m1", "m2", "m3"])
    ]


def test_missing_facts_of_those_who_share_a_line_are_all_named() -> None:
    single = next(
        f for f in findings(cases.large()["assessment"], cases.large()["household"]) if f.programme == "dibao_single"
    )
    assert single.missing == [f"members[{n}].{fact}" for n in (1, 2, 5) for fact in ("dependent", "illness")]


def outcome(programme: str, value: str, member: str = "m1") -> dict[str, Any]:
    return parts.entry(programme, value, [member], [parts.reason(value, "no", "", parts.LAW_2021, "第一条")])


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
    found = findings({"assessments": [outcome(*entry) for entry in entries]}, cases.plain()["household"])
    told = [f.entry["outcome"] for f in told_in_full(found, asked)]
    assert told == ([value for _, value in entries] if full is None else full)


def test_a_programme_not_told_in_full_says_what_failed() -> None:
    view = view_of(cases.plain())
    notes = {(row["programme"], row["who"]): row["note"] for row in view["conclusions"]}
    assert notes["最低生活保障", "家庭（3人）"] == "理由见下（一）"
    assert notes["临时救助", "家庭（3人）"] == "没有需要临时救助的困难情形[3]第四十七条、[4]二（一）"
    assert notes["刚性支出困难家庭", "家庭（3人）"] == "条件符合，已按“最低生活保障”救助"


def test_every_programme_stands_in_the_list_of_conclusions() -> None:
    for make in cases.ALL.values():
        case = make()
        told = {row["programme"] for row in view_of(case)["conclusions"]}
        assert len(told) == len({entry["programme"] for entry in case["assessment"]["assessments"]})


def test_citations_count_documents_as_they_are_met() -> None:
    view = view_of(cases.plain())
    assert rows(view, "documents", "no") == ["1", "2", "3", "4", "5", "6", "7"]
    assert view["documents"][0]["title"] == parts.LAW_2021
    cited = {row["citation"] for block in view["reasons"] for row in block["reasons"]}
    assert {"[3]第十二条第一款、[1]第二十三条", "[7]", "[6]附件1 第48项"} <= cited


def test_a_reason_without_a_source_cites_nothing() -> None:
    assert Sources().cite(None) == ""


def test_conditions_that_programmes_share_are_told_once() -> None:
    both, one = parts.reason("甲", "yes", "", parts.LAW_2021, "第一条"), parts.reason("乙", "yes", "", parts.COUNTY, "")
    entries = [
        parts.entry("dibao", "eligible", ["m1", "m2", "m3"], [both, one], amount="1.00", per="month"),
        parts.entry("temporary_assistance", "needs_information", ["m1"], [both, both], missing=["hardship"]),
    ]
    case = cases.plain()
    case["assessment"] |= {"assessments": entries}
    told = [
        (block["heading"], block["missing"], [row["statement"] for row in block["reasons"]])
        for block in view_of(case)["reasons"]
    ]
    assert told == [
        ("（一）（二）共同条件", "", ["甲"]),
        ("（一）最低生活保障　家庭（3人）　符合　每月1.00元", "", ["乙"]),
        ("（二）临时救助　示例甲　待补充事实", "困难事由", []),
    ]


def test_persons_refused_in_the_same_words_share_a_row() -> None:
    told = [(row["programme"], row["who"], row["outcome"]) for row in view_of(cases.plain())["conclusions"]]
    assert ("最低生活保障（单人保）", "全体（3人）", "不符合") in told
    assert ("特困人员救助供养", "示例甲、示例乙", "不符合") in told
    assert ("特困人员救助供养", "示例丙", "不符合") in told


def test_referrals_name_the_service_or_else_the_reason() -> None:
    told = view_of(cases.large())["referrals"]
    assert told.startswith("民政 / 残联 / 人力资源社会保障：重度残疾人护理补贴（第71项，第1—4、6—10号成员（9人））、")
    assert "（第72项" in told


def test_an_amount_still_open_is_not_silent() -> None:
    view = view_of(cases.large())
    assert next(row["amount"] for row in view["conclusions"] if row["programme"] == "资助参保") == "金额待定"
    edge = {"assessments": [outcome("low_income_edge", "eligible")], "referrals": []}
    case = cases.plain()
    case["assessment"] |= edge
    assert rows(view_of(case), "conclusions", "amount") == [""]


def test_short_reason_lists_every_no_and_nothing_else() -> None:
    reasons = [
        parts.reason("甲", "yes", "", parts.LAW_2021, "第一条"),
        parts.reason("乙", "no", "5 > 4", parts.LAW_2021, "第二条"),
        parts.reason("丙", "unknown", "", parts.LAW_2021, "第三条"),
        parts.reason("丁", "no", "", parts.COUNTY, ""),
    ]
    assert short_reason(parts.entry("dibao", "ineligible", ["m1"], reasons), Sources()) == ("乙[1]第二条；丁[2]")
    assert short_reason(parts.entry("dibao", "ineligible", ["m1"], reasons[:3]), Sources()) == "乙（5 > 4）[1]第二条"


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
    assert rows(view_of(cases.elder()), "members", "counted") == ["否（特困）"]
    assert rows(view_of(cases.large()), "members", "counted") == ["是"] * 4 + ["否"] + ["是"] * 5


def test_papers_not_recorded_are_not_missing() -> None:
    told = {row["label"]: row["text"] for row in paper_rows(parts.PAPERS)}
    assert told["尚缺"] == "财产情况说明"
    assert told["收取未登记"] == "收入材料（平台查不到的部分）；银行账户或社会保障卡"
    assert "残疾人证" not in "".join(told.values())


def test_papers_that_hang_on_a_fact_or_may_follow() -> None:
    papers = [
        parts.paper("甲", "required", None), parts.paper("乙", "later", True), parts.paper("丙", "not_needed", False),
        parts.paper("丁", "later", False),
    ]  # fmt: skip
    told = {row["label"]: row["text"] for row in paper_rows(papers)}
    assert told == {"应交": "无", "收取情况": "尚未登记", "可后补": "乙", "视事实待定": "甲"}


def test_programmes_with_the_same_clock_share_a_row() -> None:
    clock = {"id": "total", "label": "办结", "due": "2026-04-17", "working_days": 30, "citation": None}
    hours = {"id": "first_help", "due": "2026-03-06", "hours": 24, "citation": None}
    groups = {
        "dibao": {"clocks": [clock], "calendar_complete": True},
        "low_income_edge": {"clocks": [dict(clock), hours], "calendar_complete": True},
    }
    assert [(row["what"], row["period"]) for row in clock_rows(groups, Sources())] == [
        ("最低生活保障边缘家庭：先行救助", "24小时"),
        ("办结", "30个工作日"),
    ]


def test_an_open_calendar_is_said() -> None:
    assert view_of(cases.undecided())["calendar_complete"] is False
    assert view_of(cases.plain())["calendar_complete"] is True


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
        check(view_of(make()))


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
    assert wording.people(names, list(names)) == "全体（8人）"
    assert wording.people(names, ["m1", "m2", "m3", "m5", "m7", "m8"]) == "第1—3、5、7—8号成员（6人）"
    assert wording.people({"m1": "长" * 40}, ["m1"]) == "长" * 40


def test_moments_keep_their_wall_time() -> None:
    assert wording.moment("2026-03-05T09:07:59+08:00") == "2026年3月5日 09:07"
    assert wording.moment("2026-03-05T09:07:59") == "2026年3月5日 09:07"
