"""The work queue: one page by deadline, found by what a clerk remembers of the household."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from caseworker.store import facts
from caseworker.store.canonical import load, plain
from caseworker.store.records import CaseRow, Page

if TYPE_CHECKING:
    from sqlite3 import Connection

_ORDER = "ORDER BY due IS NULL, due, year, serial LIMIT :limit OFFSET :offset"
_SHOWN = ("number", "reference", "applicant", "village", "stage", "accepted_on", "due", "revision")
_WHOLE_ID = re.compile(r"[0-9]{17}[0-9X]")
_ID_TAIL = re.compile(r"[0-9]{3,17}[0-9X]")
_SERIAL = re.compile(r"[0-9]{1,9}")
_NUMBER_START = re.compile(r"[0-9]{4}-[0-9]*")
# More words than this are a pasted sentence, not a search; SQLite bounds how long a statement may grow.
_MOST_WORDS = 8
# From so many hits on, walking the queue until a page is full beats fetching and sorting all hits.
_MANY = 1000

# Villages are few: stepping from one distinct value to the next reads a dozen index entries instead of all.
_VILLAGES = """WITH RECURSIVE village(key) AS (
        SELECT min(village_key) FROM cases
        UNION ALL SELECT (SELECT min(village_key) FROM cases WHERE village_key > key) FROM village WHERE key IS NOT NULL
    ) SELECT key FROM village"""


def page(connection: Connection, search: str, stage: str | None, *, today: date, offset: int, limit: int) -> Page:
    """Fetch one page ordered by deadline (none last), then by number, and count all that match."""
    values: dict[str, Any] = {"stage": stage, "limit": limit, "offset": offset}
    conditions = [] if stage is None else ["stage = :stage"]
    total = None
    if found := _found(search, values):
        hits = _collect(connection, found, values)
        conditions.append(f"{'+id' if hits > _MANY else 'id'} IN (SELECT id FROM temp.found)")
        total = hits if stage is None else None
    chosen = f"FROM cases WHERE {' AND '.join(conditions) or 'TRUE'}"
    if total is None:
        total = connection.execute(f"SELECT count(*) {chosen}", values).fetchone()[0]
    rows = connection.execute(f"SELECT * {chosen} {_ORDER}", values).fetchall()
    return Page([CaseRow(**line(dict(row), today.isoformat())) for row in rows], total)


def summary(connection: Connection, today: date) -> dict[str, Any]:
    """Count for the strip above the queue: total, due_today, overdue, drafts, and stages (stage -> cases)."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM cases) AS total,"
        " (SELECT count(*) FROM cases WHERE (due IS NULL) = 0 AND due BETWEEN :day AND :day) AS due_today,"
        " (SELECT count(*) FROM cases WHERE (due IS NULL) = 0 AND due < :day) AS overdue,"
        " (SELECT count(*) FROM drafts) AS drafts",
        {"day": today.isoformat()},
    ).fetchone()
    stages = connection.execute("SELECT stage, count(*) AS cases FROM cases GROUP BY stage ORDER BY stage")
    return {**dict(row), "stages": {stage["stage"]: stage["cases"] for stage in stages}}


def _collect(connection: Connection, found: str, values: dict[str, Any]) -> int:
    """Find the matching cases once, for the count and for the page; the table is this connection's own, in memory."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY) STRICT")
    connection.execute("DELETE FROM temp.found")
    return connection.execute(f"INSERT OR IGNORE INTO temp.found {found}", values).rowcount


def _found(search: str, values: dict[str, Any]) -> str:
    """Write the query for cases in which every word is found somewhere; "" when nothing is searched for."""
    parts = [_word(word, index, values) for index, word in enumerate(_words(search))]
    return parts[0] if len(parts) == 1 else " INTERSECT ".join(f"SELECT id FROM ({part})" for part in parts)


def _words(search: str) -> list[str]:
    text = unicodedata.normalize("NFKC", plain(search)).strip()
    together = re.sub(r"[\s-]", "", text).upper()
    # A whole ID number may be typed in groups.
    return [together] if _WHOLE_ID.fullmatch(together) else text.split()[:_MOST_WORDS]


def _word(word: str, index: int, values: dict[str, Any]) -> str:
    """Look for one word as village, name, pinyin initials, end of an ID number and case number."""
    values[f"key{index}"] = facts.key(word)
    # instr() takes the text as it is: % and _ mean nothing to it, and it is faster than LIKE.
    parts = [
        f"SELECT id FROM cases WHERE village_key IN ({_VILLAGES} WHERE instr(key, :key{index}))",
        f"SELECT case_id AS id FROM people WHERE instr(name_norm, :key{index})",
    ]
    for look in (_initials, _identity, _number):
        parts += look(word.upper(), index, values)
    return " UNION ALL ".join(parts)


def _initials(word: str, index: int, values: dict[str, Any]) -> list[str]:
    if not re.fullmatch("[A-Z]+", word):
        return []
    return [f"SELECT case_id AS id FROM people WHERE {_begins('pinyin', word.lower(), index, values)}"]


def _identity(word: str, index: int, values: dict[str, Any]) -> list[str]:
    if not _ID_TAIL.fullmatch(word):
        return []
    values[f"tail{index}"], values[f"id{index}"] = word[-4:], f"%{word}"
    return [f"SELECT case_id AS id FROM people WHERE id_tail = :tail{index} AND id_number LIKE :id{index}"]


def _number(word: str, index: int, values: dict[str, Any]) -> list[str]:
    """Take a number with its year as the beginning of a case number, one without as the serial."""
    if _NUMBER_START.fullmatch(word):
        return [f"SELECT id FROM cases WHERE {_begins('number', word, index, values)}"]
    if not _SERIAL.fullmatch(word):
        return []
    values[f"serial{index}"] = int(word)
    return [f"SELECT id FROM cases WHERE serial = :serial{index}"]


def _begins(column: str, start: str, index: int, values: dict[str, Any]) -> str:
    """Write what LIKE 'start%' would mean as a range, which reads the index."""
    values[f"from{index}"], values[f"to{index}"] = start, start + "\U0010ffff"
    return f"{column} >= :from{index} AND {column} < :to{index}"


def line(row: Mapping[str, Any], today: str) -> dict[str, Any]:
    """Turn a row of `cases` into the fields of a queue line; overdue is what should have been done before today."""
    shown = {name: row[name] for name in _SHOWN}
    overdue = row["due"] is not None and row["due"] < today
    return {**shown, "programmes": load(row["programmes"]), "outcomes": load(row["outcomes"]), "overdue": overdue}
