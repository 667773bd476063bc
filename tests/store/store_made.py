"""Made-up households and assessments for the store's tests, and what a test needs to act as another program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from caseworker.store import AcceptedCase, Store

DAY = date(2026, 3, 2)
NOW = "2026-03-02T09:00:00"
WHO = {"now": NOW, "actor": "经办"}
PACKS = [{"id": "cn", "version": "2026.1", "sha256": "a" * 64}, {"id": "demo", "version": "1", "sha256": "b" * 64}]
# Fictitious region 529999, right check digits.
ID_A, ID_B = "529999199001010019", "52999919850203003X"


def member(name: str = "示例甲", relation: str = "self", **more: Any) -> dict[str, Any]:
    """One member in the contract's form."""
    return {"id": "m1", "name": name, "relation": relation, **more}


def household(*members: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A household file of 示例村; without members it has one."""
    return {"village": "示例村", "members": list(members) or [member()], **more}


def assessment(**outcomes: str) -> dict[str, Any]:
    """An assessment with one entry a programme."""
    entries = [{"programme": name, "outcome": outcome} for name, outcome in (outcomes or {"dibao": "eligible"}).items()]
    return {"policy": {"region": "529999", "on": "2026-03-02", "packs": PACKS}, "assessments": entries}


def accept(store: Store, facts: dict[str, Any] | None = None, **more: Any) -> AcceptedCase:
    """Accept a household on 2026-03-02, due 2026-04-01 unless told otherwise."""
    given = {
        "facts": facts or household(),
        "assessment": assessment(),
        "accepted_on": DAY,
        "due": "2026-04-01",
        "clocks": {"dibao": {"clocks": [], "calendar_complete": True}},
        "papers": [{"code": "M01", "need": "required"}],
        **WHO,
        **more,
    }
    return store.accept(**given)


def numbers(store: Store, search: str = "", **more: Any) -> list[str]:
    """The case numbers on the first page of a search."""
    return [row.number for row in store.queue(search, today=DAY, **more).rows]


def behind_the_back(path: Path, *statements: str) -> None:
    """Change the file as an intruder would: triggers dropped, foreign keys unchecked."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Read the file with another connection."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()
