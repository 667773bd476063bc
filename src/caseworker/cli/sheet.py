"""An assessment and a case as text for a clerk, laid out in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from caseworker.cli.help import page_width
from caseworker.cli.words import ANSWERS, amount_word, outcome_words
from caseworker.household.labels import label, member_name, path_label
from caseworker.text.cells import width, wrap


def assessment_sheet(household: Mapping[str, Any], assessment: Mapping[str, Any]) -> list[str]:
    """All lines: policy, the household as counted, each programme with its reasons, and where else to refer."""
    lines = [*_policy(assessment["policy"]), *_counted(household, assessment["household"])]
    for entry in assessment["assessments"]:
        lines += ["", *_entry(entry, household)]
    if assessment["referrals"]:
        lines += ["", "转办:"]
        lines += [line for referral in assessment["referrals"] for line in _referral(referral, household)]
    return lines


def case_sheet(case: Mapping[str, Any]) -> list[str]:
    """A stored case: its heading, its assessment, its clocks and papers."""
    due = f"最迟 {case['due']}{'（已超期）' if case['overdue'] else ''}" if case["due"] else ""
    heading = [
        case["number"],
        case["applicant"],
        case["village"],
        label("stage", case["stage"]),
        f"受理 {case['accepted_on']}",
        due,
    ]
    lines = ["  ".join(filter(None, heading))]
    if case["reference"]:
        lines.append(f"来源编号: {case['reference']}")
    lines += assessment_sheet(case["household"], case["assessment"])
    return [*lines, *_clock_lines(case["clocks"]), *_paper_lines(case["papers"])]


def _policy(policy: Mapping[str, Any]) -> Iterator[str]:
    packs = "、".join(f"{pack['id']} {pack['version']}" for pack in policy["packs"])
    yield from _hang("政策: ", f"地区 {policy['region']}，{policy['on']} 有效；政策包 {packs}")


def _counted(household: Mapping[str, Any], counted: Mapping[str, Any]) -> Iterator[str]:
    members = counted.get("counted_members")
    names = "、".join(member_name(household, member) for member in members) if members else ""
    sums = [("月收入", "income_monthly"), ("月扣减", "deductions_monthly"), ("人均", "income_per_capita")]
    means = "，".join(f"{title} {_known(counted.get(key))}" for title, key in sums)
    yield from _hang("家庭: ", f"计 {_known(counted.get('size'))} 人{f'（{names}）' if names else ''}；{means}")


def _known(value: object) -> str:
    return "待定" if value is None else str(value)


def _entry(entry: Mapping[str, Any], household: Mapping[str, Any]) -> Iterator[str]:
    who = "、".join(member_name(household, member) for member in entry.get("members") or [])
    mark, word = outcome_words(entry)
    title = label("programme", entry["programme"]) + (f"（{who}）" if who else "")
    yield from _hang(f"{mark} ", "  ".join(filter(None, [title, word, amount_word(entry)])))
    for reason in entry["reasons"]:
        yield from _reason(reason)
    if entry["missing"]:
        yield from _hang("  还缺: ", "；".join(path_label(path, household) for path in entry["missing"]))


def _reason(reason: Mapping[str, Any]) -> Iterator[str]:
    yield from _hang(f"  {ANSWERS.get(reason['answer'], '?')} ", reason["statement"])
    if reason.get("working"):
        yield from _hang("    ", reason["working"])
    if reason.get("citation"):
        yield from _hang("    依据: ", source_words(reason["citation"]))


def source_words(citation: Mapping[str, Any]) -> str:
    """Document and clause; where several stand together, each document with its own clause."""
    documents, clauses = citation["document"].split("；"), (citation.get("clause") or "").split("；")
    if len(documents) != len(clauses):
        return f"{citation['document']} {citation.get('clause') or ''}".strip()
    return "；".join(f"{document} {clause}".strip() for document, clause in zip(documents, clauses, strict=True))


def _referral(referral: Mapping[str, Any], household: Mapping[str, Any]) -> Iterator[str]:
    who = "、".join(member_name(household, member) for member in referral.get("members") or [])
    yield from _hang("  → ", f"{referral['to']}: {referral['why']}" + (f"（{who}）" if who else ""))


def _clock_lines(clocks: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if clocks:
        yield from ("", "时限:")
    for programme, listed in clocks.items():
        dates = "，".join(f"{clock.get('label') or clock['id']} {clock['due']}" for clock in listed["clocks"])
        unsure = "" if listed["calendar_complete"] else "（超出已公布的节假日安排，仅供参考）"
        yield from _hang(f"  {label('programme', programme)}: ", (dates or "没有法定时限") + unsure)


def _paper_lines(papers: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    shown = [paper for paper in papers if paper["need"] != "not_needed" and paper["applies"] is not False]
    if shown:
        yield from ("", "材料:")
    for paper in shown:
        yield from _hang(f"  {paper['code']} ", f"{paper['name']}（{label('paper_need', paper['need'])}）")


def _hang(head: str, text: str) -> Iterator[str]:
    """`text` wrapped behind `head`, later lines indented as deep as the head is wide."""
    indent = width(head)
    for count, line in enumerate(wrap(text, max(20, page_width() - indent)) or [""]):
        yield (head if not count else " " * indent) + line
