"""Whatever is saved, accepted, imported and searched in whatever order, the store agrees with a simple model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from store_made import DAY, WHO, accept, assessment, household, member

from caseworker.store import StoreError, open_store
from caseworker.store.canonical import canonical

NAMES = ("示例甲", "测试乙", "张%三")
names = st.sampled_from(NAMES)
references = st.sampled_from(["A", "B", None])
outcomes = st.sampled_from(["eligible", "ineligible"])


@dataclass
class Known:
    """What the model knows of one case: every version it has had."""

    reference: str | None
    versions: list[tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=list)


class Office(RuleBasedStateMachine):
    """An office at work, beside lists and dictionaries that say what must be so."""

    def __init__(self) -> None:
        super().__init__()
        self.store = open_store(":memory:")
        self.drafts: dict[str, dict[str, Any]] = {}
        self.cases: dict[str, Known] = {}
        self.entries = 0

    @rule(name=names, reference=references)
    def begin_a_draft(self, name: str, reference: str | None) -> None:
        facts = household(member(name), reference=reference)
        draft = self.store.save_draft(None, facts, **WHO)
        assert draft not in self.drafts
        self.drafts[draft] = facts
        self.entries += 1

    @rule(data=st.data(), name=names)
    def save_a_draft(self, data: st.DataObject, name: str) -> None:
        if not self.drafts:
            return
        draft = data.draw(st.sampled_from(sorted(self.drafts)))
        facts = {**self.drafts[draft], "members": [member(name)]}
        self.entries += facts != self.drafts[draft]
        self.store.save_draft(draft, facts, **WHO)
        self.drafts[draft] = facts

    @rule(data=st.data())
    def discard_a_draft(self, data: st.DataObject) -> None:
        if self.drafts:
            draft = data.draw(st.sampled_from(sorted(self.drafts)))
            self.store.discard_draft(draft, **WHO)
            del self.drafts[draft]
            self.entries += 1

    @rule(data=st.data(), outcome=outcomes)
    def accept_a_draft(self, data: st.DataObject, outcome: str) -> None:
        if self.drafts:
            draft = data.draw(st.sampled_from(sorted(self.drafts)))
            self._take(self.drafts.pop(draft), outcome, draft_id=draft)
            self.entries += 1

    @rule(name=names, reference=references, outcome=outcomes)
    def import_a_household(self, name: str, reference: str | None, outcome: str) -> None:
        self._take(household(member(name), reference=reference), outcome)

    @rule(name=names, reference=references)
    def fail_to_accept(self, name: str, reference: str | None) -> None:
        with pytest.raises(StoreError):
            accept(self.store, household(member(name), reference=reference), draft_id="D9999")

    @invariant()
    def the_store_agrees(self) -> None:
        rows = {row.number: row for row in self.store.queue(today=DAY).rows}
        assert rows.keys() == self.cases.keys()
        for number, known in self.cases.items():
            assert (rows[number].reference, rows[number].revision) == (known.reference, len(known.versions))
            for revision, version in enumerate(known.versions, 1):
                case = self.store.case(number, revision)
                assert case is not None
                assert (case.facts, case.assessment) == version
        assert {draft.id: draft.household for draft in self.store.drafts()} == self.drafts

    @invariant()
    def the_search_agrees(self) -> None:
        for name in NAMES:
            expected = {n for n, known in self.cases.items() if known.versions[-1][0]["members"][0]["name"] == name}
            assert {row.number for row in self.store.queue(name, today=DAY).rows} == expected

    @invariant()
    def the_log_is_whole_and_has_an_entry_for_each_write(self) -> None:
        assert self.store.verify_log() is None
        assert self.store.verify_cases() == []
        assert len(self.store.log()) == self.entries

    def teardown(self) -> None:
        self.store.close()

    def _take(self, facts: dict[str, Any], outcome: str, draft_id: str | None = None) -> None:
        found = assessment(dibao=outcome)
        row = accept(self.store, facts, assessment=found, draft_id=draft_id)
        known = next((n for n, k in self.cases.items() if k.reference and k.reference == facts["reference"]), None)
        assert row.number == known or row.number not in self.cases
        case = self.cases.setdefault(row.number, Known(facts["reference"]))
        same = bool(case.versions) and canonical(case.versions[-1]) == canonical((facts, found))
        assert row.change == ("unchanged" if same else "updated" if known else "new")
        if not same:
            case.versions.append((facts, found))
            self.entries += 1


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
