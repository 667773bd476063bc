"""The log: append-only in the database, chained by hash, and every change behind its back is found."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_made import NOW, WHO, accept, assessment, behind_the_back, household, rows

from caseworker.store import Store, open_store
from caseworker.store.log import GENESIS

COPY = "INSERT INTO log SELECT {seq}, at, actor, action, subject, detail, previous, {hash} FROM log WHERE seq = {of}"


@pytest.fixture
def written(store: Store, path: Path) -> Path:
    """A database with five entries in its log, closed."""
    draft = store.save_draft(None, household(), **WHO)
    store.put_setting("township", "示例乡", **WHO)
    accept(store, household(reference="T-1"), draft_id=draft)
    accept(store, household(reference="T-1", note="x"))
    assert len(store.log()) == 5
    store.close()
    return path


def _verified(path: Path) -> int | None:
    with open_store(path) as store:
        return store.verify_log()


def test_an_empty_log_is_whole(store: Store) -> None:
    assert (store.verify_log(), store.head(), store.log()) == (None, GENESIS, [])


def test_each_write_has_its_entry_and_the_head_moves_with_it(store: Store) -> None:
    heads = [store.head()]
    number = accept(store, household(reference="T-1")).number
    heads.append(store.head())
    accept(store, household(reference="T-1", note="x"))
    heads.append(store.head())
    store.note("record.write", number, {"files": 2}, **WHO)
    heads.append(store.head())
    assert [(entry.action, entry.subject) for entry in store.log(number)] == [
        ("case.accept", number),
        ("case.update", number),
        ("record.write", number),
    ]
    assert [entry.previous for entry in store.log()] == heads[:-1]
    assert [entry.hash for entry in store.log()] == heads[1:]


def test_the_entry_of_a_case_bears_witness_to_its_revision(store: Store) -> None:
    number = accept(store).number
    case, entry = store.case(number), store.log(number)[0]
    assert case is not None
    assert (entry.at, entry.actor) == (NOW, "经办")
    expected = {"revision": 1, "accepted_on": "2026-03-02", "due": "2026-04-01"}
    expected |= {"facts_sha256": case.facts_sha256, "assessment_sha256": case.assessment_sha256}
    assert expected.items() <= entry.detail.items()
    assert "示例甲" not in json.dumps(entry.detail, ensure_ascii=False)


def test_anyone_can_recompute_the_chain_from_the_bare_file(written: Path) -> None:
    previous = "0" * 64
    for *fields, found in rows(written, "SELECT seq, at, actor, action, subject, detail, previous, hash FROM log"):
        names = ("seq", "at", "actor", "action", "subject", "detail", "previous")
        entry = dict(zip(names, fields, strict=True))
        text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert entry["previous"] == previous
        assert hashlib.sha256(text.encode()).hexdigest() == found
        previous = found


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET detail = '{}' WHERE seq = 2",
        "UPDATE log SET seq = 9 WHERE seq = 5",
        "DELETE FROM log WHERE seq = 5",
        "DELETE FROM log",
        f"REPLACE INTO log SELECT {'seq, at, actor, action, subject, detail, previous, hash'} FROM log WHERE seq = 2",
        COPY.format(seq=7, of=5, hash="'x'"),
        COPY.format(seq=6, of=5, hash="'x'"),
    ],
)
def test_the_database_itself_refuses_to_touch_the_log(written: Path, statement: str) -> None:
    before = rows(written, "SELECT * FROM log")
    with closing(sqlite3.connect(written)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert rows(written, "SELECT * FROM log") == before
    assert _verified(written) is None


@pytest.mark.parametrize("field", ["at", "actor", "action", "subject", "detail", "previous", "hash"])
@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_changed_entry_is_found(written: Path, field: str, seq: int) -> None:
    behind_the_back(written, f"UPDATE log SET {field} = {field} || ' ' WHERE seq = {seq}")
    assert _verified(written) == seq


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_removed_entry_is_found(written: Path, seq: int) -> None:
    behind_the_back(written, f"DELETE FROM log WHERE seq = {seq}")
    assert _verified(written) == seq


def test_a_removed_entry_is_found_after_the_rest_moved_up(written: Path) -> None:
    behind_the_back(
        written,
        "DELETE FROM log WHERE seq = 3",
        "UPDATE log SET seq = 3 WHERE seq = 4",
        "UPDATE log SET seq = 4 WHERE seq = 5",
    )
    assert _verified(written) == 3


def test_a_log_cut_off_stays_short_whatever_is_written_after(written: Path) -> None:
    triggers = [sql for (sql,) in rows(written, "SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
    behind_the_back(written, "DELETE FROM log WHERE seq >= 4")
    with closing(sqlite3.connect(written)) as other, other:
        for sql in triggers:
            other.execute(sql)
    with open_store(written) as store:
        assert store.verify_log() == 4
        accept(store)
        accept(store)
        assert store.verify_log() is not None


def test_an_inserted_entry_is_found(written: Path) -> None:
    behind_the_back(written, COPY.format(seq=6, of=5, hash="'x'"))
    assert _verified(written) == 6


def test_an_inserted_entry_is_found_even_with_a_hash_that_fits(written: Path) -> None:
    ((previous,),) = rows(written, "SELECT hash FROM log WHERE seq = 5")
    entry = {"seq": 6, "at": NOW, "actor": "某人", "action": "case.accept", "subject": "2026-0001", "detail": "{}"}
    text = json.dumps({**entry, "previous": previous}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    values = [*entry.values(), previous, hashlib.sha256(text.encode()).hexdigest()]
    behind_the_back(written, f"INSERT INTO log VALUES ({', '.join(map(repr, values))})")
    assert _verified(written) == 6


def test_entries_that_changed_places_are_found(written: Path) -> None:
    swaps = ("-1 WHERE seq = 2", "2 WHERE seq = 4", "4 WHERE seq = -1")
    behind_the_back(written, *(f"UPDATE log SET seq = {swap}" for swap in swaps))
    assert _verified(written) == 2


def test_an_entry_that_is_no_text_any_more_is_found(written: Path) -> None:
    behind_the_back(written, "UPDATE log SET detail = CAST(x'ff00fe' AS TEXT) WHERE seq = 2")
    assert _verified(written) == 2


def test_a_case_that_says_what_the_log_says_is_whole(written: Path) -> None:
    with open_store(written) as store:
        accept(store, household(reference="T-2", note="\ud83d"), due=None)
        accept(store, household(reference="T-1"), assessment=assessment(premium_aid="needs_decision"))
        assert store.verify_cases() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE case_revisions SET facts = replace(facts, '示例甲', '示例乙') WHERE revision = 1",
        "UPDATE case_revisions SET assessment = replace(assessment, 'eligible', 'ineligible')",
        "UPDATE case_revisions SET packs = '[]'",
        "UPDATE case_revisions SET clocks = '{}'",
        "UPDATE case_revisions SET papers = '[]'",
        "UPDATE case_revisions SET facts = '{', facts_sha256 = ''",
        "UPDATE case_revisions SET due = '2027-01-01'",
        "UPDATE case_revisions SET accepted_on = '2027-01-01'",
        "UPDATE case_revisions SET log_seq = 2 WHERE revision = 1",
        "DELETE FROM case_revisions WHERE revision = 2",
        "DELETE FROM case_revisions",
        "UPDATE cases SET due = NULL",
        "UPDATE cases SET village = '别村'",
        "UPDATE cases SET outcomes = '{}'",
        "UPDATE cases SET revision = 1",
        "UPDATE cases SET number = '2026-0005'",
    ],
)
def test_a_case_changed_behind_the_logs_back_is_found(written: Path, statement: str) -> None:
    behind_the_back(written, statement)
    with open_store(written) as store:
        assert store.verify_log() is None
        assert len(store.verify_cases()) == 1
