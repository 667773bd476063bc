"""When the database cannot write, one Chinese line says so and nothing of the step is left."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from store_made import DAY, WHO, accept, assessment, household, numbers, rows

from caseworker.store import Store, StoreError, log, open_store
from caseworker.store.errors import advice

WRITES: dict[str, Callable[[Store], Any]] = {
    "accept": accept,
    "save_draft": lambda store: store.save_draft(None, household(), **WHO),
    "put_setting": lambda store: store.put_setting("key", 1, **WHO),
    "note": lambda store: store.note("record.write", "2026-0001", {}, **WHO),
}
each_write = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())


def _line(store: Store, write: Callable[[Store], Any]) -> str:
    with pytest.raises(StoreError) as caught:
        write(store)
    assert "\n" not in caught.value.line
    return caught.value.line


@each_write
def test_a_database_another_program_is_writing_is_told_after_the_wait(
    path: Path, write: Callable[[Store], Any]
) -> None:
    with open_store(path, busy_ms=20) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "占用" in _line(store, write)
        assert store.queue(today=DAY).total == 0  # reading goes on
        other.execute("ROLLBACK")
        write(store)


@each_write
def test_a_read_only_database_is_told(store: Store, write: Callable[[Store], Any]) -> None:
    store._connection.execute("PRAGMA query_only = ON")
    assert "只读" in _line(store, write)


def test_a_full_disk_is_told_and_leaves_nothing_of_the_step(store: Store, path: Path) -> None:
    accept(store)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    assert "磁盘已满" in _line(store, lambda opened: accept(opened, household(note="示例" * 20_000)))
    assert rows(path, "SELECT count(*) FROM cases") == [(1,)]
    store._connection.execute("PRAGMA max_page_count = 1000000")
    assert accept(store).number == "2026-0002"
    assert store.verify_log() is None


@each_write
def test_what_the_log_cannot_take_is_not_written_at_all(
    store: Store, path: Path, write: Callable[[Store], Any]
) -> None:
    store._connection.execute("CREATE TEMP TRIGGER broken BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'no'); END")
    _line(store, write)
    for table in ("cases", "case_revisions", "people", "drafts", "settings", "counters", "log"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(0,)], table
    store._connection.execute("DROP TRIGGER broken")
    write(store)
    assert store.verify_log() is None


def test_a_draft_stays_when_its_acceptance_fails(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = store.save_draft(None, household(), **WHO)
    with monkeypatch.context() as patched:
        patched.setattr(log, "append", _fails)
        with pytest.raises(RuntimeError):
            accept(store, draft_id=draft)
    assert store.draft(draft) is not None
    assert numbers(store) == []
    accept(store, draft_id=draft)
    assert store.draft(draft) is None


def test_one_step_that_fails_inside_a_batch_spoils_neither_the_others_nor_the_log(store: Store) -> None:
    with store.transaction():
        accept(store, household(reference="A"))
        with pytest.raises(StoreError):
            accept(store, household(reference="B"), draft_id="D9999")
        accept(store, household(reference="C"))
    assert [row.reference for row in store.queue(today=DAY).rows] == ["A", "C"]
    assert numbers(store) == ["2026-0001", "2026-0002"]
    assert store.verify_log() is None


def test_a_batch_that_is_broken_off_leaves_nothing(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        _take_in_until_interrupted(store)
    assert numbers(store) == []
    assert store.log() == []


def test_an_assessment_without_its_packs_is_refused(store: Store) -> None:
    bare = {**assessment(), "policy": {"packs": []}}
    assert "政策包" in _line(store, lambda opened: accept(opened, assessment=bare))


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, DAY])
def test_what_json_cannot_hold_is_refused(store: Store, value: object) -> None:
    assert "不是可保存的数据" in _line(store, lambda opened: accept(opened, household(note=value)))


def test_a_due_day_that_is_no_day_is_refused(store: Store) -> None:
    assert "拒绝了这次写入" in _line(store, lambda opened: accept(opened, due="明天"))
    assert numbers(store) == []


def test_a_wrong_id_number_is_refused_in_words(store: Store) -> None:
    wrong = household({"id": "m1", "relation": "self", "name": "示例甲", "id_number": "529999199001010013"})
    assert "校验码" in _line(store, lambda opened: accept(opened, wrong))


@pytest.mark.parametrize(
    ("code", "said"), [(3, "权限"), (6, "占用"), (10, "读写磁盘出错"), (4874, "读写磁盘出错"), (17, "代码 17")]
)
def test_every_code_of_sqlite_has_its_advice(code: int, said: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    assert said in advice(error)


def _fails(*_: object, **__: object) -> None:
    raise RuntimeError


def _take_in_until_interrupted(store: Store) -> None:
    with store.transaction():
        accept(store)
        raise KeyboardInterrupt
