"""What the assessment concluded, as the paper tells it: a line for every programme, and the full reasons where they
matter. Pure.

A programme is told in full when it is granted, when something is still open, and when it was asked for and nobody gets
it. Of the rest the line itself carries the condition that failed, with its arithmetic and clause: one "no" decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from caseworker.documents import wording
from caseworker.documents.sources import Sources
from caseworker.household.labels import label, member_name, path_label

Facts = Mapping[str, Any]

OPEN = ("eligible", "needs_information", "needs_decision")
CATEGORIES = ("low_income_edge", "rigid_expenditure")
HOUSEHOLD_PROGRAMMES = ("dibao", "temporary_assistance", *CATEGORIES)


@dataclass
class Finding:
    """One programme's finding for the persons who share it: same outcome, same amount, same reasons."""

    entry: Facts
    members: list[str]
    missing: list[str] = field(default_factory=list)

    @property
    def programme(self) -> str:
        return str(self.entry["programme"])


def findings(assessment: Facts, household: Facts) -> list[Finding]:
    """The entries of the assessment in their order; persons with the same finding in the same words share one."""
    shared: dict[str, Finding] = {}
    for entry in (_impersonal(entry, names(household)) for entry in assessment["assessments"]):
        words = {key: value for key, value in entry.items() if key not in ("members", "missing")}
        finding = shared.setdefault(repr(words), Finding(entry, []))
        finding.members += [m for m in entry.get("members") or [] if m not in finding.members]
        finding.missing += [path for path in entry.get("missing") or [] if path not in finding.missing]
    return list(shared.values())


def _impersonal(entry: Facts, named: Mapping[str, str]) -> Facts:
    """The entry of one person without that person's name before each statement: the line names them already."""
    members = entry.get("members") or []
    name = named.get(members[0], "") if len(members) == 1 else ""
    if entry["programme"] in HOUSEHOLD_PROGRAMMES or len(name) < 2:
        return entry
    reasons = [{**r, "statement": r["statement"].removeprefix(name).lstrip("：")} for r in entry["reasons"]]
    return {**entry, "reasons": reasons}


def told_in_full(found: Sequence[Finding], asked: Sequence[str]) -> list[Finding]:
    """Those whose every reason the paper shows (see the module's docstring)."""
    open_programmes = {f.programme for f in found if f.entry["outcome"] in OPEN}
    refused = set(asked) - open_programmes
    return [
        f
        for f in found
        if f.entry["outcome"] in OPEN or (f.entry["outcome"] == "ineligible" and f.programme in refused)
    ]


def conclusion_rows(
    found: Sequence[Finding], full: Sequence[Finding], household: Facts, sources: Sources
) -> list[Facts]:
    """One row a finding: programme, who, outcome, amount, note. Persons refused in the same words share a row."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for f in found:
        number = next((n for n, told in enumerate(full, 1) if told is f), None)
        note = f"理由见下{_marks([number])}" if number else short_reason(f.entry, sources)
        row = (f.programme, label("outcome", f.entry["outcome"]), granted(f.entry), note)
        rows[row] = [*rows.get(row, []), *f.members]
    return [
        {
            "programme": label("programme", programme),
            "who": who(programme, members, household),
            "outcome": outcome,
            "amount": amount,
            "note": note,
        }
        for (programme, outcome, amount, note), members in rows.items()
    ]


def granted(entry: Facts) -> str:
    """The amount with its period; granted with the amount still open says so; "" where there is none to give."""
    if entry.get("amount") is not None:
        return wording.amount(entry["amount"], entry.get("per"))
    return "金额待定" if entry["outcome"] == "eligible" and entry["programme"] not in CATEGORIES else ""


def who(programme: str, members: Sequence[str], household: Facts) -> str:
    """The persons concerned; a programme of the household names the number of heads."""
    if programme in HOUSEHOLD_PROGRAMMES and len(members) != 1:
        return f"家庭（{len(members)}人）" if members else "家庭"
    return wording.people(names(household), members) or "—"


def names(household: Facts) -> dict[str, str]:
    """Member ids and names in the order of the file."""
    return {member["id"]: member_name(household, member["id"]) for member in household["members"]}


def short_reason(entry: Facts, sources: Sources) -> str:
    """Why not, in one line: what failed, with its clause; the arithmetic too where one condition alone decided."""
    if entry["outcome"] == "superseded":
        return f"条件符合，已按“{label('programme', entry.get('by'))}”救助"
    failed = [reason for reason in entry["reasons"] if reason["answer"] == "no"]
    return wording.listed(
        reason["statement"] + (_in_brackets(reason.get("working")) if len(failed) == 1 else "") + cited
        for reason, cited in ((reason, sources.cite(reason.get("citation"))) for reason in failed)
    )


def _in_brackets(text: str | None) -> str:
    return f"（{text}）" if text else ""


def reason_blocks(full: Sequence[Finding], household: Facts, sources: Sources) -> list[Facts]:
    """The reasons as blocks of heading, missing and reasons: first those that several findings share, each once with
    the numbers of these, then what is each finding's own. What failed is never shared: it decides its own block."""
    places: dict[str, list[int]] = {}
    by_key: dict[str, Facts] = {}
    for n, finding in enumerate(full, 1):
        for reason in finding.entry["reasons"]:
            key = repr([*(reason[part] for part in _SHOWN), n if reason["answer"] == "no" else 0])
            by_key[key] = reason
            if n not in places.setdefault(key, []):
                places[key].append(n)
    blocks: dict[tuple[int, ...], list[Facts]] = {}
    for key, at in places.items():
        blocks.setdefault(tuple(at), []).append(by_key[key])
    shared = {at: reasons for at, reasons in blocks.items() if len(at) > 1}
    return [
        *(_block(f"{_marks(at)}共同条件", "", reasons, sources) for at, reasons in shared.items()),
        *(_own_block(n, f, blocks.get((n,), []), household, sources) for n, f in enumerate(full, 1)),
    ]


_SHOWN = ("statement", "answer", "working", "citation")


def _marks(numbers: Sequence[int]) -> str:
    return "".join(f"（{wording.numeral(n)}）" for n in numbers)


def _own_block(n: int, f: Finding, reasons: Sequence[Facts], household: Facts, sources: Sources) -> Facts:
    told = [
        _marks([n]) + label("programme", f.programme),
        who(f.programme, f.members, household),
        label("outcome", f.entry["outcome"]),
        granted(f.entry) + _in_brackets(composition(f.entry, household)),
    ]
    missing = "、".join(path_label(path, household) for path in f.missing)
    return _block("　".join(filter(None, told)), missing, reasons, sources)


def _block(heading: str, missing: str, reasons: Sequence[Facts], sources: Sources) -> Facts:
    return {"heading": heading, "missing": missing, "reasons": [reason_row(r, sources) for r in reasons]}


def reason_row(reason: Facts, sources: Sources) -> Facts:
    """One condition: statement, answer (是/否/待查), whether it holds, working, citation."""
    return {
        "statement": reason["statement"],
        "answer": label("answer", reason["answer"]),
        "holds": reason["answer"] == "yes",
        "working": reason.get("working") or "",
        "citation": sources.cite(reason.get("citation")),
    }


def composition(entry: Facts, household: Facts) -> str:
    """What an amount is made of (`details` of the contract), as one sentence; "" where there is nothing to say."""
    details = entry.get("details") or {}
    sums = [f"{words}{details[key]}元" for key, words in _SUMS.get(entry["programme"], {}).items() if details.get(key)]
    return "，".join([*_kinds(details), *sums, *_shares(details, household)])


_SUMS: dict[str, dict[str, str]] = {
    "dibao": {"base": "差额"},
    "special_hardship": {"basic": "基本生活", "care": "照料护理"},
    "temporary_assistance": {"township_first": "乡镇先行", "county_rest": "县级后续"},
    "medical_assistance": {
        "base": "救助基数", "deductible": "起付线", "cap_left": "年度限额余额", "self_pay": "救助后自付",
    },
}  # fmt: skip


def _kinds(details: Facts) -> list[str]:
    return [
        *([label("assistance_kind", details["kind"])] if details.get("kind") else []),
        *([label("self_care_grade", details["self_care"])] if details.get("self_care") else []),
        *(["超过封顶线，须一事一议"] if details.get("above_cap") else []),
        *([f"救助比例{details['ratio']}"] if details.get("ratio") else []),
    ]


def _shares(details: Facts, household: Facts) -> list[str]:
    return [
        f"增发{member_name(household, share['member'])}（{label('top_up', share['group'])}）{share['amount']}元"
        for share in details.get("top_up") or []
    ]
