"""From a case to the flat view that the template of the review record (审核记录) needs. Pure: no files, no clock.

The view holds strings, booleans and lists of such rows only; every word in it is Chinese as the paper prints it. A
county that edits the template finds here which tags it may use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from caseworker.documents import wording
from caseworker.documents.conclusions import conclusion_rows, findings, full_rows, names, told_in_full
from caseworker.documents.facts import figure_rows, masked, member_rows
from caseworker.documents.sources import Sources
from caseworker.household.labels import PROGRAMMES, label, member_name, yes_no

Facts = Mapping[str, Any]

TITLE = "社会救助审核记录"
NOTICE = "样表 — 以县级民政部门规定文本为准"


def review_view(case: Facts) -> dict[str, Any]:
    """The view of one case; `case` is what the desk hands over (see `record.review_record`).

    Citations are numbered as they are met, so the list of documents is taken last.
    """
    household, assessment = case["household"], case["assessment"]
    asked = list(household.get("programmes") or [])
    found, sources = findings(assessment), Sources()
    full = told_in_full(found, asked)
    view: dict[str, Any] = {
        "title": TITLE,
        "notice": NOTICE,
        **_head(case, asked),
        "members": _members(case),
        "headcount": _headcount(household, assessment["household"]),
        "figures": figure_rows(household, assessment["household"]),
        "conclusions": conclusion_rows(found, full, household, sources),
        "programmes": full_rows(full, household, sources),
        "referrals": referrals(assessment.get("referrals") or [], household),
        "papers": paper_rows(case.get("papers") or []),
        "clocks": clock_rows(case.get("clocks") or {}, sources),
        "calendar_complete": _calendar_complete(case.get("clocks") or {}),
        "packs": [_pack(p) for p in case["title_policy"]],
        "log_head": case["log_head"],
        "prepared_by": case["prepared_by"],
        "prepared_at": wording.moment(case["prepared_at"]),
    }
    return {**view, "documents": sources.rows()}


def _head(case: Facts, asked: Sequence[str]) -> dict[str, str]:
    household = case["household"]
    applicant = next((m for m in household["members"] if m.get("relation") == "self"), household["members"][0])
    return {
        "number": case["number"],
        "reference": household.get("reference") or "无",
        "office": f"{case['office']['region_name']}{case['office']['township']}",
        "applicant": member_name(household, applicant["id"]),
        "applicant_id": masked(applicant.get("id_number")),
        "village": household.get("village") or "未登记",
        "area": label("area", household.get("area")),
        "residence": label("residence_basis", household.get("residence_basis")),
        "channel": label("channel", household.get("channel")),
        "asked": "、".join(label("programme", p) for p in asked) or "未指定，逐项审核全部项目",
        "applied_on": wording.day(household.get("applied_on")),
        "accepted_on": wording.day(case["accepted_on"]),
        "policy_on": wording.day(case["assessment"]["policy"]["on"]),
        "stage": label("stage", case["stage"]),
        "authorised": yes_no(household.get("authorised")),
        "truth_pledge": yes_no(household.get("truth_pledge")),
        "staff_relative": yes_no(household.get("staff_relative")),
    }


def _members(case: Facts) -> list[dict[str, str]]:
    assessment = case["assessment"]
    taken = [
        member
        for entry in assessment["assessments"]
        if entry["programme"] == "special_hardship" and entry["outcome"] == "eligible"
        for member in entry["members"]
    ]
    on = date.fromisoformat(assessment["policy"]["on"])
    return member_rows(case["household"], assessment["household"]["counted_members"], taken, on)


def _headcount(household: Facts, result: Facts) -> str:
    return f"申报{len(household['members'])}人，计入共同生活家庭成员{len(result['counted_members'])}人"


def referrals(rows: Sequence[Facts], household: Facts) -> str:
    """The services to refer to, by addressee: "教育部门：……（示例丙，第1项）；……"; "" without any.

    The source that closes each `why` is left to the JSON: the number of the service leads to it.
    """
    by_office: dict[str, list[str]] = {}
    for row in rows:
        whom = wording.people(names(household), row.get("members") or []) or "家庭"
        by_office.setdefault(row["to"], []).append(f"{_without_source(row['why'])}（{whom}，清单第{row['service']}项）")
    return "；".join(f"{office}：{'，'.join(items)}" for office, items in by_office.items())


def _without_source(why: str) -> str:
    return why.partition("（依据：")[0].partition("（参照：")[0]


def paper_rows(papers: Sequence[Facts]) -> list[dict[str, str]]:
    """The papers by what is to be done about them, as rows of label and text; empty rows are left out.

    A paper is due when the fact that calls for it is there (`applies`). Its `present` is true, false or, where nobody
    has recorded it, None: not recorded is not the same as missing.
    """
    if not papers:
        return [{"label": "材料", "text": "本案没有材料清单"}]
    due = [p for p in papers if p["need"] in ("required", "if_present") and p.get("applies")]
    groups = {
        "应交": due,
        "已收": [p for p in papers if p.get("present")],
        "尚缺": [p for p in due if p.get("present") is False],
        "收取未登记": [p for p in due if p.get("present") is None],
        "可后补": [p for p in papers if p["need"] == "later" and p.get("applies") and not p.get("present")],
        "视事实待定": [p for p in papers if p["need"] != "not_needed" and p.get("applies") is None],
    }
    return [
        {"label": name, "text": wording.listed(p["name"] for p in group)}
        for name, group in groups.items()
        if group or name in ("应交", "已收", "尚缺")
    ]


def _clock_lists(clocks: Facts) -> dict[str, Facts]:
    """The clock lists of a case by programme; `clocks` is one list in the contract's form, or one for each."""
    return {"": clocks} if "clocks" in clocks else dict(clocks)


def _calendar_complete(clocks: Facts) -> bool:
    return all(group.get("calendar_complete", True) for group in _clock_lists(clocks).values())


def clock_rows(clocks: Facts, sources: Sources) -> list[dict[str, str]]:
    """The statutory clocks by due date: what, due, period, citation; programmes with the same clock share a row."""
    named: dict[str, list[str]] = {}
    shared: dict[str, Facts] = {}
    for programme, group in _clock_lists(clocks).items():
        for clock in group["clocks"]:
            shared[repr(clock)] = clock
            named.setdefault(repr(clock), []).append(PROGRAMMES.get(programme, programme))
    return [
        _clock(clock, "、".join(filter(None, named[key])), sources)
        for key, clock in sorted(shared.items(), key=lambda pair: pair[1]["due"])
    ]


def _clock(clock: Facts, programmes: str, sources: Sources) -> dict[str, str]:
    what = clock.get("label") or label("clock", clock["id"])
    return {
        "what": f"{programmes}：{what}" if programmes else what,
        "due": wording.day(clock["due"]),
        "period": next((f"{clock[unit]}{word}" for unit, word in _UNITS.items() if clock.get(unit) is not None), ""),
        "citation": sources.cite(clock.get("citation")),
    }


_UNITS = {"working_days": "个工作日", "days": "日", "hours": "小时"}


def _pack(pack: Facts) -> dict[str, str]:
    return {"id": pack["id"], "version": pack["version"], "sha256": pack["sha256"][:12]}
