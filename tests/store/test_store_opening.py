"""Opening: tables made once and only once, durable settings, and every bad file told in one Chinese line."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_made import DAY, WHO, accept, behind_the_back, household, rows

from caseworker.store import Store, StoreError, open_store


def _pragma(store: Store, name: str) -> object:
    return store._connection.execute(f"PRAGMA {name}").fetchone()[0]


def _refusal(path: Path, busy_ms: int = 5000) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(path, busy_ms=busy_ms)
    line = caught.value.line
    assert "\n" not in line
    assert line.startswith(str(path))
    assert line == str(caught.value)
    return line


def test_a_new_file_gets_its_tables_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "office.db"
    open_store(path).close()
    names = {name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"settings", "counters", "drafts", "cases", "case_revisions", "people", "log"} <= names
    assert path.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_every_table_is_strict_and_no_column_is_real(store: Store, path: Path) -> None:
    tables = rows(path, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    ours = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite_"))}
    assert ours
    assert set(ours.values()) == {1}
    for name in ours:
        kinds = {kind for (kind,) in rows(path, f"SELECT type FROM pragma_table_info('{name}')")}
        assert kinds <= {"TEXT", "INTEGER"}


def test_the_file_is_as_durable_as_sqlite_can_make_it(store: Store) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    expected |= {"recursive_triggers": 1, "trusted_schema": 0}
    assert {name: _pragma(store, name) for name in expected} == expected


def test_opening_again_keeps_what_is_there_and_migrates_nothing(store: Store, path: Path) -> None:
    number = accept(store).number
    store.put_setting("township", "示例乡", **WHO)
    store.close()
    migrations = rows(path, "SELECT * FROM _sqlite_migrations")
    with open_store(path) as again:
        assert again.case(number) is not None
        assert again.get_setting("township") == "示例乡"
    assert rows(path, "SELECT * FROM _sqlite_migrations") == migrations


def test_opening_a_database_that_is_up_to_date_does_not_load_sqlite_utils(path: Path) -> None:
    open_store(path).close()
    code = f"import sys; from caseworker.store import open_store; open_store({str(path)!r}).head()"
    code += "; sys.exit('sqlite_utils' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_the_store_loads_no_sqlite() -> None:
    code = "import sys, caseworker.store; sys.exit(bool({'sqlite3', 'sqlite_utils', 'pypinyin'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_database_in_memory_works_like_a_file() -> None:
    with open_store(":memory:") as store:
        assert accept(store).number == "2026-0001"
        assert store.verify_log() is None


def test_closing_twice_does_no_harm_and_a_closed_store_says_so(path: Path) -> None:
    store = open_store(path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="已经关闭"):
        store.head()


@pytest.mark.parametrize("content", [b"not a database at all" * 200, "姓名,身份证号\n".encode() * 100])
def test_a_file_that_is_no_database_is_told_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "不是数据库文件" in _refusal(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_told(store: Store, path: Path) -> None:
    for number in range(50):
        accept(store, household(reference=f"R{number}", note="示例" * 500))
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        open_store(path).queue(today=DAY)
    assert "损坏" in caught.value.line


def test_another_programs_database_is_told_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE notes (text TEXT)")
    before = path.read_bytes()
    assert "别的程序的数据库" in _refusal(path)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_program_is_told_and_left_alone(store: Store, path: Path) -> None:
    store.close()
    statement = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('caseworker', 'm999', '')"
    behind_the_back(path, statement)
    before = path.read_bytes()
    line = _refusal(path)
    assert "m999" in line
    assert "升级" in line
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir()
    assert "打不开数据库文件" in _refusal(path)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "建不了数据库文件" in _refusal(tmp_path / "file" / "office.db")


def test_an_old_sqlite_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 1))
    with pytest.raises(StoreError, match="版本太旧"):
        open_store(path)
    assert not path.exists()


def test_a_locked_new_file_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "占用" in _refusal(path, busy_ms=20)
    open_store(path).close()


def test_a_migration_that_fails_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from caseworker.store import schema

    with monkeypatch.context() as patched:
        patched.setattr(schema, "_run", _breaks_at_the_end)
        with pytest.raises(StoreError):
            open_store(path)
    assert rows(path, "SELECT name FROM sqlite_master") == []
    with open_store(path) as store:
        assert accept(store).number == "2026-0001"


def test_a_copy_on_another_machine_opens(store: Store, path: Path, tmp_path: Path) -> None:
    number = accept(store).number
    store.close()
    copy = tmp_path / "盘 %25?" / "副本 #1.db"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    with open_store(copy) as opened:
        assert opened.case(number) is not None
        assert opened.verify_log() is None


def _breaks_at_the_end(db: sqlite3.Connection, statements: tuple[str, ...]) -> None:
    for statement in (*statements, "CREATE TABLE broken ("):
        db.execute(statement)
