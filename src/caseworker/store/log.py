"""The log: append-only, each entry bound by its hash to the one before.

hash = SHA-256 of the canonical JSON of {seq, at, actor, action, subject, detail, previous}, where `detail` is the JSON
text as it stands in the row; `previous` of the first entry is 64 zeros. Anyone can recompute it without this program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caseworker.store import counters
from caseworker.store.canonical import canonical, digest, load, plain
from caseworker.store.records import LogEntry

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

GENESIS = "0" * 64
_COUNTER = "log"
_FIELDS = ("seq", "at", "actor", "action", "subject", "detail", "previous")


def append(
    connection: Connection, *, action: str, subject: str, detail: dict[str, Any], now: str, actor: str
) -> LogEntry:
    """Add one entry inside the caller's transaction, so that it stands or falls with what it records."""
    entry: dict[str, Any] = {
        # From a counter: where a tail was cut off behind our back, the gap stays, whatever is written after it.
        "seq": counters.following(connection, _COUNTER),
        "at": plain(now),
        "actor": plain(actor),
        "action": action,
        "subject": plain(subject),
        "detail": canonical(detail),
        "previous": head(connection),
    }
    entry["hash"] = digest(entry)
    connection.execute(
        "INSERT INTO log VALUES (:seq, :at, :actor, :action, :subject, :detail, :previous, :hash)", entry
    )
    return LogEntry(**{**entry, "detail": detail})


def head(connection: Connection) -> str:
    """Return the hash of the last entry, the digest that stands for the whole log (64 zeros for an empty one)."""
    row = connection.execute("SELECT hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return GENESIS if row is None else str(row["hash"])


def entries(connection: Connection, subject: str | None) -> list[LogEntry]:
    """List the entries about one subject, or all of them, oldest first."""
    if subject is None:
        rows = connection.execute("SELECT * FROM log ORDER BY seq")
    else:
        rows = connection.execute("SELECT * FROM log WHERE subject = ? ORDER BY seq", (plain(subject),))
    return [LogEntry(**{**dict(row), "detail": load(row["detail"])}) for row in rows]


def first_fault(connection: Connection) -> int | None:
    """Return the place in the chain where it first breaks (changed, removed, inserted, moved entry), or None."""
    expected, previous = 1, GENESIS
    # As bytes: an entry overwritten with something that is no text must be found, not stop the search.
    columns = ", ".join(f"CAST({name} AS BLOB) AS {name}" for name in (*_FIELDS[1:], "hash"))
    for row in connection.execute(f"SELECT seq, {columns} FROM log ORDER BY seq"):
        if row["seq"] != expected or _text(row, "previous") != previous or _text(row, "hash") != _hash(row):
            return expected
        expected, previous = expected + 1, _text(row, "hash")
    written = counters.last(connection, _COUNTER)
    return None if written == expected - 1 else min(written + 1, expected)


def _hash(row: Row) -> str:
    return digest({name: row["seq"] if name == "seq" else _text(row, name) for name in _FIELDS})


def _text(row: Row, name: str) -> str:
    return bytes(row[name]).decode("utf-8", "replace")
