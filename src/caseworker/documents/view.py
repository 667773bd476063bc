"""From a case to the flat view that the template of the review record (审核记录) needs. Pure: no files, no clock.

The view holds strings, booleans and lists of such rows only; every word in it is Chinese as the paper prints it. A
county that edits the template finds here which tags it may use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from caseworker.documents import wording
from caseworker.documents.conclusions import conclusion_rows, findings, names, reason_blocks, told_in_full
from caseworker.documents.facts import figure_rows, masked, member_rows
from caseworker.documents.sources import Sources
from caseworker.documents.steps import calendar_complete, clock_rows, paper_rows
from caseworker.household.labels import label, member_name, yes_no

Facts = Mapping[str, Any]

TITLE = "社会救助审核记录"
NOTICE = "样表 — 以县级民政部门规定文本为准"


def review_view(case: Facts, services: Mapping[int, str]) -> dict[str, Any]:
    """The view of one case; `case` is what the desk hands over (see `record.review_record`), `services` names the
    services of the referral catalogue by number.

    Citations are numbered as they are met, so the list of documents is taken last.
    """
    household, assessment = case["household"], case["assessment"]
    asked = list(household.get("programmes") or [])
    found, sources = findings(assessment, household), Sources()
    full = told_in_full(found, asked)
    view: dict[str, Any] = {
        "title": TITLE,
        "notice": NOTICE,
        **_head(case, asked),
        "members": _members(case),
        "headcount": _headcount(household, assessment["household"]),
        "figures": figure_rows(household, assessment["household"]),
        "conclusions": conclusion_rows(found, full, household, sources),
        "reasons": reason_blocks(full, household, sources),
        "referrals": referrals(assessment.get("referrals") or [], household, services),
        "papers": paper_rows(case.get("papers") or []),
        "clocks": clock_rows(case.get("clocks") or {}, sources),
        "calendar_complete": calendar_complete(case.get("clocks") or {}),
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
    own_layer = [
        member
        for entry in assessment["assessments"]
        if entry["programme"] == "special_hardship" and entry["outcome"] == "eligible"
        for member in entry["members"]
    ]
    on = date.fromisoformat(assessment["policy"]["on"])
    return member_rows(case["household"], assessment["household"]["counted_members"], own_layer, on)


def _headcount(household: Facts, result: Facts) -> str:
    counted = result["counted_members"]
    told = "计入人数待查" if counted is None else f"计入共同生活家庭成员{len(counted)}人"
    return f"申报{len(household['members'])}人，{told}"


def referrals(rows: Sequence[Facts], household: Facts, services: Mapping[int, str]) -> str:
    """The services to refer to, by addressee: "民政：困难残疾人生活补贴（第71项，示例乙）；教育：……"; "" without any.

    The reason and its source are left to the JSON: name and number of the service lead to them.
    """
    by_office: dict[str, list[str]] = {}
    for row in rows:
        whom = wording.people(names(household), row.get("members") or []) or "家庭"
        service = services.get(row["service"]) or row["why"]
        by_office.setdefault(row["to"], []).append(f"{service}（第{row['service']}项，{whom}）")
    return "；".join(f"{office}：{'、'.join(items)}" for office, items in by_office.items())


def _pack(pack: Facts) -> dict[str, str]:
    return {"id": pack["id"], "version": pack["version"], "sha256": pack["sha256"][:12]}
