"""Applications still being typed: one row each, written at every save, so that a crash costs one field at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caseworker.store import counters, facts, log
from caseworker.store.canonical import digest, dump, load, plain
from caseworker.store.errors import StoreError
from caseworker.store.records import Draft

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

_UPSERT = """INSERT INTO drafts (id, serial, household, applicant, village, saved_at, actor)
    VALUES (:id, :serial, :household, :applicant, :village, :saved_at, :actor)
    ON CONFLICT (id) DO UPDATE SET household = excluded.household, applicant = excluded.applicant,
        village = excluded.village, saved_at = excluded.saved_at, actor = excluded.actor"""


def save(connection: Connection, draft_id: str | None, household: dict[str, Any], *, now: str, actor: str) -> str:
    """Write a draft, a new one for None, and return its id; raises StoreError when it was accepted or discarded."""
    stored = None if draft_id is None else _stored(connection, draft_id)
    text = dump(household)
    if stored is not None and stored["household"] == text:
        return str(stored["id"])
    serial = counters.following(connection, "draft") if stored is None else stored["serial"]
    name = f"D{serial:04d}" if stored is None else str(stored["id"])
    row = {
        "id": name,
        "serial": serial,
        "household": text,
        "applicant": facts.applicant(household),
        "village": facts.village(household),
        "saved_at": plain(now),
        "actor": plain(actor),
    }
    connection.execute(_UPSERT, row)
    action = "draft.create" if stored is None else "draft.save"
    _log(connection, action, name, {"sha256": digest(household)}, now, actor)
    return name


def get(connection: Connection, draft_id: str) -> Draft | None:
    """Read a draft; None when there is none of that id."""
    row = connection.execute("SELECT * FROM drafts WHERE id = ?", (plain(draft_id),)).fetchone()
    return None if row is None else _draft(row)


def every(connection: Connection) -> list[Draft]:
    """List the drafts, the one saved last first."""
    return [_draft(row) for row in connection.execute("SELECT * FROM drafts ORDER BY saved_at DESC, serial DESC")]


def discard(connection: Connection, draft_id: str, *, now: str, actor: str) -> None:
    """Throw a draft away; the log keeps the digest of what it held."""
    stored = _stored(connection, draft_id)
    _remove(connection, stored, "draft.discard", {}, now, actor)


def consume(connection: Connection, draft_id: str, number: str, *, now: str, actor: str) -> None:
    """Remove the draft that became case `number`, inside the transaction that accepts it."""
    stored = _stored(connection, draft_id)
    _remove(connection, stored, "draft.accept", {"case": number}, now, actor)


def _stored(connection: Connection, draft_id: str) -> Row:
    row: Row | None = connection.execute("SELECT * FROM drafts WHERE id = ?", (plain(draft_id),)).fetchone()
    if row is None:
        raise StoreError(f"草稿 {draft_id}: 已经不在了，可能已在别的窗口受理或丢弃: 请回到工作台核对")
    return row


def _remove(connection: Connection, stored: Row, action: str, detail: dict[str, Any], now: str, actor: str) -> None:
    connection.execute("DELETE FROM drafts WHERE id = ?", (stored["id"],))
    detail = {**detail, "sha256": digest(load(stored["household"]))}
    _log(connection, action, stored["id"], detail, now, actor)


def _log(connection: Connection, action: str, draft_id: str, detail: dict[str, Any], now: str, actor: str) -> None:
    log.append(connection, action=action, subject=f"draft:{draft_id}", detail=detail, now=now, actor=actor)


def _draft(row: Row) -> Draft:
    return Draft(
        id=row["id"],
        household=load(row["household"]),
        applicant=row["applicant"],
        village=row["village"],
        saved_at=row["saved_at"],
        actor=row["actor"],
    )
