"""The rows the store hands out: plain, frozen, free of SQLite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

STAGE_ACCEPTED = "accepted"


@dataclass(frozen=True)
class Draft:
    """An application still being typed; `household` is whatever has been entered, in the contract's form."""

    id: str
    household: dict[str, Any]
    applicant: str
    village: str
    saved_at: str
    actor: str


@dataclass(frozen=True)
class CaseRow:
    """One line of the queue; days are ISO, `outcomes` maps a programme to its most open outcome."""

    number: str
    reference: str | None
    applicant: str
    village: str
    programmes: list[str]
    outcomes: dict[str, str]
    stage: str
    accepted_on: str
    due: str | None
    overdue: bool
    revision: int


@dataclass(frozen=True)
class AcceptedCase(CaseRow):
    """The queue line of a case just accepted; `change` is "new", "updated" or "unchanged"."""

    change: str


@dataclass(frozen=True)
class Case:
    """One revision of a case: its facts and its frozen assessment, with the SHA-256 of their canonical JSON."""

    number: str
    reference: str | None
    applicant: str
    village: str
    programmes: list[str]
    outcomes: dict[str, str]
    stage: str
    accepted_on: str
    due: str | None
    revision: int
    facts: dict[str, Any]
    assessment: dict[str, Any]
    packs: list[dict[str, Any]]
    clocks: dict[str, Any]
    papers: list[Any]
    facts_sha256: str
    assessment_sha256: str
    packs_sha256: str
    created_at: str
    updated_at: str
    actor: str


@dataclass(frozen=True)
class Page:
    """One page of the queue and how many cases match in all."""

    rows: list[CaseRow]
    total: int


@dataclass(frozen=True)
class LogEntry:
    """One link of the log: `hash` covers all other fields, `previous` is the hash of the entry before."""

    seq: int
    at: str
    actor: str
    action: str
    subject: str
    detail: dict[str, Any]
    previous: str
    hash: str
