"""Accepting a case: its number, its frozen revision, its people for the search and its log entry, all or nothing.

Every function here works inside the caller's transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caseworker.store import counters, drafts, log, queue
from caseworker.store.acceptance import JSON_PARTS, Acceptance
from caseworker.store.canonical import load, plain
from caseworker.store.records import STAGE_ACCEPTED, AcceptedCase, Case

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

_CASE_FIELDS = (
    "number", "year", "serial", "reference", "applicant", "village", "village_key", "programmes", "outcomes", "stage",
    "accepted_on", "due", "revision", "created_at", "updated_at", "actor",
)  # fmt: skip
_CASE_UPDATES = (
    "applicant", "village", "village_key", "programmes", "outcomes", "accepted_on", "due", "revision", "updated_at",
    "actor",
)  # fmt: skip
_REVISION_FIELDS = (
    "case_id", "revision", "facts", "assessment", "packs", "clocks", "papers", "facts_sha256", "assessment_sha256",
    "packs_sha256", "accepted_on", "due", "recorded_at", "actor", "log_seq",
)  # fmt: skip
_PERSON_FIELDS = ("case_id", "position", "name", "name_norm", "id_number", "id_tail", "pinyin", "birth_date")

_SELECT_CASE = """SELECT c.number, c.reference, c.applicant, c.village, c.programmes, c.outcomes, c.stage,
        r.accepted_on, r.due, r.revision, r.facts, r.assessment, r.packs, r.clocks, r.papers, r.facts_sha256,
        r.assessment_sha256, r.packs_sha256, c.created_at, r.recorded_at AS updated_at, r.actor
    FROM cases AS c JOIN case_revisions AS r ON r.case_id = c.id
    WHERE c.number = ? AND r.revision = coalesce(?, c.revision)"""
_CASE_JSON = ("programmes", "outcomes", *JSON_PARTS)


def accept(connection: Connection, new: Acceptance) -> AcceptedCase:
    """Take a household in as a new case, or as the next revision of the case that has its reference."""
    stored = _stored(connection, new.reference)
    if stored is None:
        row, change = _create(connection, new), "new"
    elif _same(connection, stored, new):
        row, change = dict(stored), "unchanged"
    else:
        row, change = _update(connection, dict(stored), new), "updated"
    if new.draft_id is not None:
        drafts.consume(connection, new.draft_id, row["number"], now=new.now, actor=new.actor)
    return AcceptedCase(**queue.line(row, new.now[:10]), change=change)


def get(connection: Connection, number: str, revision: int | None) -> Case | None:
    """Read one revision of a case, the last for None; None when there is no such case or revision."""
    row = connection.execute(_SELECT_CASE, (plain(number), revision)).fetchone()
    if row is None:
        return None
    return Case(**{name: load(value) if name in _CASE_JSON else value for name, value in dict(row).items()})


def _stored(connection: Connection, reference: str | None) -> Row | None:
    row: Row | None = connection.execute("SELECT * FROM cases WHERE reference = ?", (reference,)).fetchone()
    return row


def _same(connection: Connection, stored: Row, new: Acceptance) -> bool:
    kept = connection.execute(
        "SELECT facts_sha256, assessment_sha256 FROM case_revisions WHERE case_id = ? AND revision = ?",
        (stored["id"], stored["revision"]),
    ).fetchone()
    return kept is not None and tuple(kept) == (new.digests["facts_sha256"], new.digests["assessment_sha256"])


def _create(connection: Connection, new: Acceptance) -> dict[str, Any]:
    from caseworker.casefile.number import case_number

    year = new.accepted_on.year
    serial = counters.following(connection, f"case-{year}")
    row: dict[str, Any] = {
        **new.columns,
        "number": case_number(year, serial),
        "year": year,
        "serial": serial,
        "reference": new.reference,
        "stage": STAGE_ACCEPTED,
        "revision": 1,
        "created_at": plain(new.now),
    }
    row["id"] = connection.execute(_insert("cases", _CASE_FIELDS), row).lastrowid
    _freeze(connection, row, new, "case.accept")
    return row


def _update(connection: Connection, stored: dict[str, Any], new: Acceptance) -> dict[str, Any]:
    """Write the next revision; number, reference, stage and the moment of creation stay."""
    row = {**stored, **new.columns, "revision": stored["revision"] + 1}
    changes = ", ".join(f"{name} = :{name}" for name in _CASE_UPDATES)
    connection.execute(f"UPDATE cases SET {changes} WHERE id = :id", row)
    _freeze(connection, row, new, "case.update")
    return row


def _freeze(connection: Connection, case: dict[str, Any], new: Acceptance, action: str) -> None:
    """Write the log entry, the frozen revision it bears witness to, and the people to search by."""
    witnessed = {**{name: case[name] for name in ("revision", "accepted_on", "due")}, **new.digests}
    entry = log.append(
        connection, action=action, subject=case["number"], detail=witnessed, now=new.now, actor=new.actor
    )
    kept = {"case_id": case["id"], "recorded_at": case["updated_at"], "actor": case["actor"], "log_seq": entry.seq}
    connection.execute(_insert("case_revisions", _REVISION_FIELDS), {**new.texts, **witnessed, **kept})
    _index_people(connection, case["id"], new)


def _index_people(connection: Connection, case_id: int, new: Acceptance) -> None:
    connection.execute("DELETE FROM people WHERE case_id = ?", (case_id,))
    rows = [{"case_id": case_id, "position": position, **vars(person)} for position, person in enumerate(new.people)]
    connection.executemany(_insert("people", _PERSON_FIELDS), rows)


def _insert(table: str, fields: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(fields)}) VALUES ({', '.join(f':{name}' for name in fields)})"
