"""Opening the file: whose it is, how it is written to, and bringing its tables up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.store import schema
from caseworker.store.errors import StoreError, translated

if TYPE_CHECKING:
    from sqlite3 import Connection

MEMORY = ":memory:"
# STRICT tables came with this release (https://www.sqlite.org/stricttables.html).
_OLDEST_SQLITE = (3, 37, 0)
_BUSY = 5
_WAL_TRIES = 20


def connect(path: Path | str, busy_ms: int) -> Connection:
    """Open or create the database at `path` with every pragma set and every migration applied; raises StoreError."""
    where = str(path)
    _check_library()
    if where != MEMORY:
        _make_file(Path(path))
    with translated(where):
        connection = _open(where)
        try:
            _set_pragmas(connection, busy_ms)
            _prepare(connection, where)
        except BaseException:
            connection.close()
            raise
        return connection


def _check_library() -> None:
    import sqlite3

    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        wanted = ".".join(map(str, _OLDEST_SQLITE))
        raise StoreError(f"SQLite {sqlite3.sqlite_version}: 版本太旧: 请换用带 SQLite {wanted} 以上的 Python")


def _make_file(path: Path) -> None:
    """Create an empty file that only its owner can read: it will hold ID numbers."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(f"{path}: 建不了数据库文件（{error.strerror}）: 请检查路径和文件夹权限") from error


def _open(where: str) -> Connection:
    import sqlite3

    # Transactions are begun and ended by hand; the Store's own lock lets the counter's worker threads share it.
    connection = sqlite3.connect(where, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def _set_pragmas(connection: Connection, busy_ms: int) -> None:
    for pragma in (
        f"busy_timeout = {int(busy_ms)}",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        "synchronous = FULL",
        # What a search collects on the way stays out of the disk's temporary folder.
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare(connection: Connection, where: str) -> None:
    # Nothing is written, not even the journal mode, before the file is known to be ours and not ahead of us.
    _check_owner(connection, where)
    pending = _pending(connection, where)
    _use_wal(connection)
    if pending:
        _migrate(connection)


def _check_owner(connection: Connection, where: str) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and mark != schema.APPLICATION_ID:
        raise StoreError(f"{where}: 是别的程序的数据库，没有改动它: 请换一个文件或办公文件夹")


def _pending(connection: Connection, where: str) -> bool:
    """Tell whether migrations are due; a migration we do not know means that a newer program wrote the file."""
    table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if table is None:
        return True
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (schema.MIGRATION_SET,))
    applied = {row["name"] for row in rows}
    if newer := sorted(applied - set(schema.names())):
        raise StoreError(f"{where}: 由更新版本的程序写成（{'、'.join(newer)}），没有改动它: 请先升级本程序")
    return applied != set(schema.names())


def _use_wal(connection: Connection) -> None:
    """Switch to the write-ahead log: readers never wait, and a commit is one write."""
    import sqlite3

    for _ in range(_WAL_TRIES):
        try:
            # A file system without shared memory keeps its rollback journal, which is as durable, only slower.
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != _BUSY:
                raise
        # SQLite does not wait when the mode changes; a write lock does, for as long as busy_timeout allows.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    connection.execute("PRAGMA journal_mode = WAL")


def _migrate(connection: Connection) -> None:
    """Apply what is pending under one write lock: another program opening the new file waits, then finds it done."""
    from sqlite_utils import Database

    connection.execute("BEGIN IMMEDIATE")
    try:
        schema.migrations().apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
