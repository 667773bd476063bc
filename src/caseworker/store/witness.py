"""Whether the cases still say what the log bears witness to: changes made behind the program's back show here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from caseworker.store import facts
from caseworker.store.acceptance import JSON_PARTS
from caseworker.store.canonical import digest
from caseworker.store.errors import StoreError

if TYPE_CHECKING:
    from sqlite3 import Connection

_SELECT = """SELECT c.number, c.village_key, c.applicant, c.village, c.programmes, c.outcomes,
        c.due AS case_due, c.accepted_on AS case_accepted_on, c.revision AS last_revision,
        r.*, l.subject, l.detail,
        (SELECT count(*) FROM log AS w WHERE w.subject = c.number AND w.action IN ('case.accept', 'case.update'))
            AS witnesses,
        (SELECT count(*) FROM case_revisions AS k WHERE k.case_id = c.id) AS kept
    FROM cases AS c LEFT JOIN case_revisions AS r ON r.case_id = c.id LEFT JOIN log AS l ON l.seq = r.log_seq
    ORDER BY c.year, c.serial, r.revision"""


def disowned(connection: Connection) -> list[str]:
    """List the numbers of cases whose facts, assessment, packs, clocks, papers, days or queue line were changed."""
    rows = connection.execute(_SELECT)
    return list(dict.fromkeys(row["number"] for row in map(dict, rows) if not _holds(row)))


def _holds(row: dict[str, Any]) -> bool:
    try:
        return _is_witnessed(row) and (row["revision"] != row["last_revision"] or _is_in_step(row))
    except (ValueError, TypeError, LookupError, AttributeError, StoreError):
        # Text that is no JSON, or JSON of another shape, was not written by this program.
        return False


def _is_witnessed(row: dict[str, Any]) -> bool:
    """Compare one revision with its log entry, and count that no revision is missing beside its entry."""
    said = json.loads(row["detail"])
    found = {f"{part}_sha256": digest(json.loads(row[part])) for part in JSON_PARTS}
    found |= {name: row[name] for name in ("revision", "accepted_on", "due")}
    columns = all(row[f"{part}_sha256"] == said[f"{part}_sha256"] for part in ("facts", "assessment", "packs"))
    complete = row["last_revision"] == row["kept"] == row["witnesses"]
    return row["subject"] == row["number"] and complete and columns and found == said


def _is_in_step(row: dict[str, Any]) -> bool:
    """Compare the queue line with the last revision, from which it follows."""
    expected = facts.columns(json.loads(row["facts"]), json.loads(row["assessment"]))
    days = row["case_due"] == row["due"] and row["case_accepted_on"] == row["accepted_on"]
    return days and all(row[name] == value for name, value in expected.items())
