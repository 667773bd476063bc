"""The assessment as lines to read: one per programme with mark and word, then its reasons down to the clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caseworker.household.labels import label, member_name

SHORT = {
    "dibao": "低保",
    "dibao_single": "单人保",
    "special_hardship": "特困",
    "temporary_assistance": "临时救助",
    "medical_assistance": "医疗救助",
    "premium_aid": "资助参保",
    "low_income_edge": "低保边缘",
    "rigid_expenditure": "刚性支出",
}
MARKS = {"eligible": "✓", "needs_decision": "!", "needs_information": "?", "superseded": "=", "ineligible": "✗"}
WORDS = {
    "eligible": "符合",
    "ineligible": "不符合",
    "superseded": "已由上层覆盖",
    "needs_information": "待问",
    "needs_decision": "待人工决定",
}
ANSWERS = {"yes": "✓ 是", "no": "✗ 否", "unknown": "? 未知"}
_PER = {"month": "元/月", "year": "元/年", "once": "元"}
# A refusal first says which condition failed, an open question first says what is not known.
_FIRST = {"ineligible": ("no", "unknown", "yes"), "needs_information": ("unknown", "no", "yes")}


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition: its answer, the sentence, the arithmetic, and where it stands."""

    answer: str
    statement: str
    working: str
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the conclusions, with the reasons that open below it; `key` stays the same between refreshes."""

    key: str
    mark: str
    word: str
    title: str
    amount: str
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    outcome: str

    @property
    def line(self) -> str:
        """Mark, name, word and amount in one line."""
        open_facts = f" 缺{len(self.missing)}项" if self.missing else ""
        return f"{self.mark} {self.title} {self.word}{open_facts}{' ' + self.amount if self.amount else ''}"


def verdicts(assessment: Mapping[str, Any], household: Mapping[str, Any]) -> list[Verdict]:
    """Every entry of an assessment of the contract's form, in its order."""
    return [_verdict(entry, household) for entry in assessment["assessments"]]


def tally(found: Sequence[Verdict]) -> str:
    """All verdicts on one line, by outcome: ✓符合 低保390.00元/月 ?待问 医疗救助 ✗不符合 特困.

    A programme judged for several people stands once, under the outcome that leaves most to do.
    """
    groups: list[str] = []
    told: set[str] = set()
    for outcome, mark in MARKS.items():
        here = {v.title.split(" ")[0]: v.amount for v in found if v.outcome == outcome}
        names = [name + amount for name, amount in here.items() if name not in told]
        told |= set(here)
        if names:
            groups.append(f"{mark}{WORDS[outcome]} {'、'.join(names)}")
    return "  ".join(groups)


def programme_names(programmes: Sequence[str]) -> str:
    """The short names of programmes in one list; where a fact decides nearly all of them, how many."""
    names = list(dict.fromkeys(SHORT.get(name, name) for name in programmes))
    return f"{len(names)}个项目" if len(names) > 5 else "、".join(names)


def outcome_summary(outcomes: Mapping[str, str]) -> str:
    """A case's outcomes in a row of the queue: what is eligible, else what is open, else that nothing fits."""
    named = [(SHORT.get(name, name), outcome) for name, outcome in outcomes.items()]
    for outcome in ("eligible", "needs_decision", "needs_information"):
        names = [name for name, found in named if found == outcome]
        if names:
            return f"{MARKS[outcome]}{'、'.join(names)}"
    return f"{MARKS['ineligible']}都不符合"


def _verdict(entry: Mapping[str, Any], household: Mapping[str, Any]) -> Verdict:
    outcome = entry["outcome"]
    title = SHORT.get(entry["programme"], entry["programme"])
    members = entry.get("members") or []
    if entry["programme"] in ("dibao_single", "special_hardship", "medical_assistance", "premium_aid"):
        title += "".join(f" {member_name(household, member)}" for member in members)
    word = WORDS.get(outcome, label("outcome", outcome))
    if outcome == "superseded" and entry.get("by"):
        word = f"已由{SHORT.get(entry['by'], entry['by'])}覆盖"
    return Verdict(
        key=":".join([entry["programme"], *members]),
        mark=MARKS.get(outcome, "?"),
        word=word,
        title=title,
        amount=_amount(entry),
        reasons=_reasons(entry),
        missing=tuple(entry.get("missing") or ()),
        outcome=outcome,
    )


def _amount(entry: Mapping[str, Any]) -> str:
    if entry.get("amount") is None:
        return ""
    return f"{entry['amount']}{_PER.get(entry.get('per') or '', '元')}"


def _reasons(entry: Mapping[str, Any]) -> tuple[Reason, ...]:
    order = _FIRST.get(entry["outcome"], ())
    found = [
        Reason(item["answer"], item["statement"], item.get("working") or "", _source(item.get("citation") or {}))
        for item in entry.get("reasons") or []
    ]
    if order:
        found.sort(key=lambda reason: order.index(reason.answer) if reason.answer in order else len(order))
    return tuple(found)


def _source(citation: Mapping[str, Any]) -> str:
    return " ".join(str(citation[part]) for part in ("document", "clause") if citation.get(part))
