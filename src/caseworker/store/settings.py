"""Settings of the office: small JSON values by name, each change in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseworker.store import log
from caseworker.store.canonical import Json, dump, load

if TYPE_CHECKING:
    from sqlite3 import Connection


def put(connection: Connection, key: str, value: Json, *, now: str, actor: str) -> None:
    """Keep a setting and log the old and the new value; the same value again writes nothing."""
    stored = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    text = dump(value)
    if stored is not None and stored["value"] == text:
        return
    connection.execute(
        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, text)
    )
    detail = {"value": value, "was": None if stored is None else load(stored["value"])}
    log.append(connection, action="setting.put", subject=f"setting:{key}", detail=detail, now=now, actor=actor)


def get(connection: Connection, key: str, default: Json) -> Json:
    """Read a setting, `default` where it was never put."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return default if row is None else load(row["value"])
