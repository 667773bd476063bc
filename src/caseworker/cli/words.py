"""Names and marks for the terminal: meaning never hangs on colour, a mark always stands beside a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caseworker.household.labels import PROGRAMMES, label

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
ANSWERS = {"yes": "✓", "no": "✗", "unknown": "?"}
_PER = {"month": "每月 {} 元", "year": "每年 {} 元", "once": "一次性 {} 元"}


def outcome_words(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Mark and word of a result, with the layer that covers it where one does."""
    outcome = entry["outcome"]
    covered = outcome == "superseded" and entry.get("by")
    word = f"已由{label('programme', entry['by'])}覆盖" if covered else label("outcome", outcome)
    return MARKS.get(outcome, "?"), word


def amount_word(entry: Mapping[str, Any]) -> str:
    """`每月 435.00 元`; empty where there is no amount."""
    amount = entry.get("amount")
    return "" if amount is None else _PER.get(entry.get("per") or "", "{} 元").format(amount)


def outcome_marks(outcomes: Mapping[str, str]) -> list[str]:
    """The results of a case in short, what is granted first; what is plainly not met is left out."""
    shown = [(mark, name) for mark_of, mark in MARKS.items() for name, found in outcomes.items() if found == mark_of]
    return [f"{mark}{SHORT.get(name, name)}" for mark, name in shown if mark in "✓!?"] or ["✗都不符合"]


def programme_code(word: str) -> str:
    """The contract's name of a programme that was written in Chinese; anything else as it stands."""
    codes = {name: code for names in (PROGRAMMES, SHORT) for code, name in names.items()}
    return codes.get(word.strip(), word)
