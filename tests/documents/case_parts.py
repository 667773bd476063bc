"""What the hand-written cases are made of: persons, reasons, papers, clocks, packs of the fictitious region 529999."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stdnum.cn.ric import calc_check_digit

Case = dict[str, Any]

LAW_2021 = "最低生活保障审核确认办法（民发〔2021〕57号）"
TK_2021 = "特困人员认定办法（民发〔2021〕43号）"
INTERIM = "社会救助暂行办法（国务院令第649号）"
LS_2018 = "关于进一步加强和改进临时救助工作的意见（民发〔2018〕23号）"
RIGID_2024 = "刚性支出困难家庭认定办法（民政部，2025年1月1日施行）"
LAYERS_2023 = "关于加强低收入人口动态监测做好分层分类社会救助工作的意见（国办发〔2023〕39号）"
SEED_HB = "河北省“十三五”推进基本公共服务均等化规划（冀政发〔2018〕12号）"
COUNTY = "示例县社会救助参数表（示例，非政策）"


def id_number(birth: str, serial: int) -> str:
    """An ID number of region 529999 with a right check digit; an odd serial is male."""
    body = f"529999{birth}{serial:03d}"
    return body + str(calc_check_digit(body + "0"))


def reason(statement: str, answer: str, working: str, document: str, clause: str, *facts: str) -> dict[str, Any]:
    return {
        "rule": "test.rule", "answer": answer, "statement": statement, "working": working,
        "citation": {"document": document, "clause": clause}, "facts": list(facts),
    }  # fmt: skip


def entry(programme: str, outcome: str, members: Sequence[str], reasons: list[Any], **more: Any) -> dict[str, Any]:
    return {
        "programme": programme, "outcome": outcome, "amount": None, "per": None, "members": list(members),
        "reasons": reasons, "missing": [], **more,
    }  # fmt: skip


def person(key: str, name: str, number: str, relation: str, **more: Any) -> dict[str, Any]:
    known = {
        "shares_household": True, "absence": "none", "marital": "single", "independent": True, "disability": "none",
        "illness": "none", "schooling": "none", "full_time": None, "labour": "full", "employment": "none",
        "employed_since": None, "self_care": None, "insured": True, "categories": [], "dependent": False,
        "long_term_care": False,
    }  # fmt: skip
    return {"id": key, "name": name, "id_number": number, "relation": relation, **known, **more}


def household(members: list[Any], **more: Any) -> dict[str, Any]:
    known = {
        "reference": "示例-2026-0312", "applied_on": "2026-03-05", "region": "529999", "township": "示例乡",
        "village": "示例村", "area": "urban", "residence_basis": "hukou", "channel": "window", "programmes": [],
        "authorised": True, "truth_pledge": True, "staff_relative": False, "members": members, "incomes": [],
        "expenses": [], "assets": None, "obligors": [], "hardship": "none", "medical": [],
    }  # fmt: skip
    return {**known, **more}


def paper(name: str, need: str, applies: bool | None = None, present: bool | None = None) -> dict[str, Any]:
    return {
        "code": "M00", "name": name, "need": need, "ground": {"document": LAW_2021, "clause": "第九条"},
        "applies": applies, "why": "", "present": present,
    }  # fmt: skip


PAPERS = [
    paper("社会救助申请书", "required", True, True),
    paper("计入成员身份证、户口簿", "required", True, True),
    paper("诚信承诺书", "required", True, True),
    paper("家庭经济状况核对授权书", "required", True, True),
    paper("财产情况说明", "required", True, False),
    paper("收入材料（平台查不到的部分）", "if_present", True, None),
    paper("残疾人证", "if_present", False, None),
    paper("学籍或在读证明", "if_present", True, True),
    paper("银行账户或社会保障卡", "required", True, None),
]

CLOCKS = {
    "clocks": [
        {"id": "survey_start", "due": "2026-03-10", "working_days": 3, "days": None,
         "citation": {"document": LAW_2021, "clause": "第十五条"}},
        {"id": "total", "due": "2026-04-17", "working_days": 30, "days": None,
         "citation": {"document": LAW_2021, "clause": "第二十二条"}},
        {"id": "total_extended", "due": "2026-05-11", "working_days": 45, "days": None,
         "citation": {"document": LAW_2021, "clause": "第二十二条"}},
    ],
    "calendar_complete": True,
}  # fmt: skip

PACKS = [
    {"id": "cn", "version": "2026.2", "sha256": "3f0c" * 16},
    {"id": "guizhou", "version": "2026.1", "sha256": "9a1b" * 16},
    {"id": "demo-guizhou", "version": "2021.1", "sha256": "07de" * 16},
]


def case(facts: dict[str, Any], counted: list[str], result: dict[str, Any], entries: list[Any], **more: Any) -> Case:
    assessment = {
        "policy": {"region": "529999", "on": facts["applied_on"], "packs": PACKS},
        "household": {"counted_members": counted, "size": len(counted), **result},
        "assessments": entries,
        "referrals": more.pop("referrals", []),
    }
    return {
        "number": "2026-0001", "accepted_on": "2026-03-05", "stage": "accepted",
        "office": {"township": "示例乡", "region_name": "示例县"}, "household": facts, "assessment": assessment,
        "papers": PAPERS, "clocks": CLOCKS, "log_head": "c0ffee12" * 8, "prepared_by": "测试经办",
        "prepared_at": "2026-03-05T10:21:00+08:00", "title_policy": PACKS, **more,
    }  # fmt: skip


def refused(programme: str, member: str, statement: str, working: str, document: str, clause: str) -> dict[str, Any]:
    """An entry of one person that one "no" decides."""
    return entry(programme, "ineligible", [member], [reason(statement, "no", working, document, clause)])
