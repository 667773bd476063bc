"""What is handed in when a household is accepted, and what is derived from it before the database is locked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from caseworker.store import facts
from caseworker.store.canonical import digest, dump, plain
from caseworker.store.errors import StoreError
from caseworker.store.facts import Person, people, reference

JSON_PARTS = ("facts", "assessment", "packs", "clocks", "papers")


@dataclass(frozen=True)
class Acceptance:
    """All that is recorded of one acceptance; `accepted_on` is the day from which the legal clocks run."""

    facts: dict[str, Any]
    assessment: dict[str, Any]
    accepted_on: date
    due: str | None
    clocks: dict[str, Any]
    papers: list[Any]
    actor: str
    now: str
    draft_id: str | None

    def prepare(self) -> None:
        """Derive everything now: the first pinyin takes half a second, which no other program should wait for."""
        _ = (self.columns, self.texts, self.digests, self.people)

    @cached_property
    def reference(self) -> str | None:
        """The source system's own number, by which a later import finds the case."""
        return reference(self.facts)

    @cached_property
    def people(self) -> list[Person]:
        """The members as the search knows them."""
        return people(self.facts)

    @cached_property
    def packs(self) -> list[dict[str, Any]]:
        """The policy packs the assessment was made with; raises StoreError when it names none."""
        found: list[dict[str, Any]] = self.assessment.get("policy", {}).get("packs") or []
        if not found:
            raise StoreError("assessment.policy.packs: 没有政策包的版本: 评估结果须写明所用的政策包")
        return found

    @cached_property
    def texts(self) -> dict[str, str]:
        """The JSON texts that are frozen, by part."""
        return {part: dump(getattr(self, part)) for part in JSON_PARTS}

    @cached_property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each part's canonical JSON, keyed `<part>_sha256`."""
        return {f"{part}_sha256": digest(getattr(self, part)) for part in JSON_PARTS}

    @cached_property
    def columns(self) -> dict[str, str | None]:
        """The columns of the queue that every revision writes anew."""
        return {
            **facts.columns(self.facts, self.assessment),
            "accepted_on": self.accepted_on.isoformat(),
            "due": self.due,
            "updated_at": plain(self.now),
            "actor": plain(self.actor),
        }
