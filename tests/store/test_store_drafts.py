"""Drafts and settings: what is typed is kept whatever its shape, and each write is in the log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from store_made import DAY, NOW, WHO, accept, household, member, rows

from caseworker.store import Draft, Store, StoreError, open_store
from caseworker.store.canonical import digest


def _saved(store: Store, draft_id: str | None, content: dict[str, Any], at: str = NOW) -> str:
    return store.save_draft(draft_id, content, now=at, actor="经办")


def test_a_draft_is_one_row_written_at_each_save(store: Store, path: Path) -> None:
    draft = _saved(store, None, {})
    assert _saved(store, draft, {"village": "示例村"}) == draft
    _saved(store, draft, household(member("示例乙")), at="2026-03-02T09:05:00")
    assert store.draft(draft) == Draft(
        id=draft,
        household=household(member("示例乙")),
        applicant="示例乙",
        village="示例村",
        saved_at="2026-03-02T09:05:00",
        actor="经办",
    )
    assert rows(path, "SELECT count(*) FROM drafts") == [(1,)]
    assert [entry.action for entry in store.log()] == ["draft.create", "draft.save", "draft.save"]


def test_a_saved_draft_is_on_disk_at_once(store: Store, path: Path) -> None:
    draft = _saved(store, None, {"village": "示例村"})
    with open_store(path) as other:
        assert other.draft(draft) == store.draft(draft)


def test_saving_the_same_again_writes_nothing(store: Store) -> None:
    draft = _saved(store, None, household())
    _saved(store, draft, household(), at="2026-03-02T10:00:00")
    assert len(store.log()) == 1
    assert store.drafts()[0].saved_at == NOW


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"members": None},
        {"members": "？"},
        {"members": [None, 3, {"relation": "self"}], "village": None},
        {"members": [{"relation": "self", "name": 5}], "village": ["x"]},
        {"village": "\ud800", "members": [{"relation": "self", "name": "\ud800"}]},
        {"note": "[/] 张%三 \x00 ' \" \\ \n"},
    ],
)
def test_a_draft_may_hold_anything(store: Store, content: dict[str, Any]) -> None:
    found = store.draft(_saved(store, None, content))
    assert found is not None
    assert found.household == content


def test_drafts_are_listed_with_the_last_one_first(store: Store) -> None:
    first, second, third = (_saved(store, None, household(note=note)) for note in "abc")
    _saved(store, first, household(note="d"), at="2026-03-02T09:30:00")
    assert [draft.id for draft in store.drafts()] == [first, third, second]


def test_a_discarded_draft_is_gone_and_the_log_says_what_it_was(store: Store) -> None:
    draft = _saved(store, None, household())
    store.discard_draft(draft, **WHO)
    assert (store.draft(draft), store.drafts()) == (None, [])
    entry = store.log()[-1]
    assert (entry.action, entry.detail) == ("draft.discard", {"sha256": digest(household())})


def test_an_id_is_never_given_to_another_draft(store: Store) -> None:
    first = _saved(store, None, {})
    store.discard_draft(first, **WHO)
    assert _saved(store, None, {}) != first


def test_a_draft_that_was_accepted_or_discarded_takes_no_more(store: Store) -> None:
    accepted, discarded = _saved(store, None, household()), _saved(store, None, household())
    accept(store, draft_id=accepted)
    store.discard_draft(discarded, **WHO)
    for draft in (accepted, discarded, "\udcff"):
        with pytest.raises(StoreError, match="已经不在了"):
            _saved(store, draft, {})
    with pytest.raises(StoreError, match="已经不在了"):
        store.discard_draft(accepted, **WHO)
    assert store.drafts() == []


def test_an_accepted_draft_is_tied_to_its_case_in_the_log(store: Store) -> None:
    draft = _saved(store, None, household())
    number = accept(store, draft_id=draft).number
    assert store.log(f"draft:{draft}")[-1].detail == {"case": number, "sha256": digest(household())}


@pytest.mark.parametrize("value", [None, "示例乡", 3, ["a"], {"b": {"c": None}}, False])
def test_a_setting_comes_back_as_it_was_put(store: Store, value: object) -> None:
    store.put_setting("key", value, **WHO)
    assert store.get_setting("key", "unset") == value


def test_a_setting_never_put_has_the_default(store: Store) -> None:
    assert store.get_setting("region") is None
    assert store.get_setting("region", "x") == "x"


def test_the_log_says_what_a_setting_was_before(store: Store) -> None:
    for value in ("甲乡", "甲乡", "乙乡"):
        store.put_setting("township", value, **WHO)
    assert [entry.detail for entry in store.log("setting:township")] == [
        {"value": "甲乡", "was": None},
        {"value": "乙乡", "was": "甲乡"},
    ]


def test_the_summary_counts_drafts_deadlines_and_stages(store: Store) -> None:
    assert store.summary(DAY) == {"total": 0, "due_today": 0, "overdue": 0, "drafts": 0, "stages": {}}
    _saved(store, None, {})
    for due in ("2026-03-01", "2026-03-02", "2026-03-02", "2026-03-03", None):
        accept(store, due=due)
    assert store.summary(DAY) == {
        "total": 5,
        "due_today": 2,
        "overdue": 1,
        "drafts": 1,
        "stages": {"accepted": 5},
    }
