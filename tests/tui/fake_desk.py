"""A desk in memory with the interface of the real one, for what a real one is slow or unwilling to do: fail, be huge."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from caseworker.desk import Conclusions, Office, Question
from caseworker.household import HouseholdFaults, read_household
from caseworker.store import CaseRow, Draft, Page, StoreError

SOURCE = {"document": "示例办法", "clause": "第一条"}


@dataclass
class FakeDesk:
    """Drafts and rows are plain lists; `broken` set = every save is refused with that line."""

    home: Path
    today: date = date(2026, 9, 1)
    rows: list[CaseRow] = field(default_factory=list)
    held: dict[str, dict[str, Any]] = field(default_factory=dict)
    saves: list[dict[str, Any]] = field(default_factory=list)
    broken: str = ""

    def office(self) -> Office:
        return Office("529999", "示例县", "示例乡", self.home, ())

    def new_draft(self, seed: Mapping[str, Any] | None = None) -> str:
        blank = {"applied_on": "2026-09-01", "region": "529999", "members": [{"id": "m1", "relation": "self"}]}
        name = f"D{len(self.held) + 1:04d}"
        self.held[name] = dict(seed or blank)
        return name

    def draft(self, draft_id: str) -> dict[str, Any]:
        return copy.deepcopy(self.held[draft_id])

    def save_draft(self, draft_id: str, household: Mapping[str, Any]) -> None:
        if self.broken:
            raise StoreError(self.broken)
        self.held[draft_id] = copy.deepcopy(dict(household))
        self.saves.append(self.held[draft_id])

    def drafts(self) -> list[Draft]:
        return [
            Draft(
                name,
                facts,
                facts["members"][0].get("name") or "",
                facts.get("village") or "",
                "2026-09-01T09:00:00",
                "经办",
            )
            for name, facts in self.held.items()
        ]

    def discard_draft(self, draft_id: str) -> None:
        del self.held[draft_id]

    def conclude(self, household: Mapping[str, Any]) -> Conclusions:
        try:
            read_household(household)
        except HouseholdFaults as error:
            return Conclusions(None, error.faults)
        missing = [name for name in ("area", "incomes", "assets") if household.get(name) is None]
        entry = {
            "programme": "dibao",
            "outcome": "needs_information" if missing else "eligible",
            "amount": None if missing else "435.00",
            "per": "month",
            "members": [member["id"] for member in household["members"]],
            "reasons": [
                {"rule": "r", "answer": "unknown" if missing else "yes", "statement": "家庭人均收入低于当地低保标准",
                 "working": "900.00 ÷ 2 = 450.00 < 645.00", "citation": SOURCE, "facts": ["incomes"]}
            ],
            "missing": missing,
        }  # fmt: skip
        questions = [Question(path, path, ("dibao",), 1.0) for path in missing]
        return Conclusions({"policy": {"packs": []}, "assessments": [entry], "referrals": []}, [], questions)

    def queue(self, search: str = "", stage: str | None = None, offset: int = 0, limit: int = 100) -> Page:
        found = [row for row in self.rows if search in row.applicant or search in row.number]
        return Page(found[offset : offset + limit], len(found))

    def summary(self) -> dict[str, Any]:
        late = sum(row.overdue for row in self.rows)
        return {"total": len(self.rows), "due_today": 0, "overdue": late, "drafts": len(self.held), "stages": {}}


def row(number: int, applicant: str = "示例甲", village: str = "示例村", **changes: Any) -> CaseRow:
    """A row of the queue."""
    given = {
        "number": f"2026-{number:04d}", "reference": None, "applicant": applicant, "village": village,
        "programmes": ["dibao"], "outcomes": {"dibao": "eligible", "special_hardship": "ineligible"}, "stage": "accepted",
        "accepted_on": "2026-08-01", "due": "2026-09-11", "overdue": False, "revision": 1,
    }  # fmt: skip
    return CaseRow(**{**given, **changes})
