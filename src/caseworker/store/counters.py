"""Serial numbers that are never given out twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection


def following(connection: Connection, name: str) -> int:
    """Give out the next serial of `name`, from 1, inside the caller's write transaction."""
    row = connection.execute(
        "INSERT INTO counters VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value", (name,)
    ).fetchone()
    return int(row["value"])


def last(connection: Connection, name: str) -> int:
    """Return the last serial of `name` given out, 0 when there is none yet."""
    row = connection.execute("SELECT value FROM counters WHERE name = ?", (name,)).fetchone()
    return 0 if row is None else int(row["value"])
