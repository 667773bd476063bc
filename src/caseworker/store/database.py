"""The store as the desk sees it: one object, every write with its log entry in one transaction.

Nothing here reads the clock: moments (`now`, ISO) and days are arguments, as is the `actor` who is answerable.
Every method raises StoreError, one Chinese line, when the database cannot do it; then nothing of it was written.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from caseworker.store import cases, connection, drafts, log, queue, settings, witness
from caseworker.store.acceptance import Acceptance
from caseworker.store.canonical import Json
from caseworker.store.errors import translated
from caseworker.store.records import AcceptedCase, Case, Draft, LogEntry, Page

if TYPE_CHECKING:
    from sqlite3 import Connection


def open_store(path: Path | str, busy_ms: int = 5000) -> Store:
    """Open the office's database, created and migrated where needed; ":memory:" keeps it in memory.

    `busy_ms`: how long to wait for another program that is writing. Raises StoreError: not a database, another
    program's or a newer one's, locked, read-only, disk full.
    """
    return Store(connection.connect(path, busy_ms), str(path))


class Store:
    """An open database; threads of one program may share it, each call being one transaction."""

    def __init__(self, opened: Connection, where: str) -> None:
        self._connection = opened
        self._where = where
        self._lock = threading.RLock()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        with self._lock, translated(self._where):
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the writes inside one: a batch is flushed to disk once, and each call in it still stands alone."""
        with self._writing():
            yield

    def put_setting(self, key: str, value: Json, *, now: str, actor: str) -> None:
        """Keep a JSON value under a name; the log has the old and the new one."""
        with self._writing() as opened:
            settings.put(opened, key, value, now=now, actor=actor)

    def get_setting(self, key: str, default: Json = None) -> Json:
        """Read a setting, `default` where it was never put."""
        with self._reading() as opened:
            return settings.get(opened, key, default)

    def save_draft(self, draft_id: str | None, household: dict[str, Any], now: str, actor: str) -> str:
        """Write what has been typed so far, as a new draft for None; returns its id. The same again writes nothing."""
        with self._writing() as opened:
            return drafts.save(opened, draft_id, household, now=now, actor=actor)

    def draft(self, draft_id: str) -> Draft | None:
        """Read a draft; None when it was accepted, discarded or never there."""
        with self._reading() as opened:
            return drafts.get(opened, draft_id)

    def drafts(self) -> list[Draft]:
        """List the drafts, the one saved last first."""
        with self._reading() as opened:
            return drafts.every(opened)

    def discard_draft(self, draft_id: str, *, now: str, actor: str) -> None:
        """Throw a draft away because a person said so."""
        with self._writing() as opened:
            drafts.discard(opened, draft_id, now=now, actor=actor)

    def accept(
        self,
        *,
        facts: dict[str, Any],
        assessment: dict[str, Any],
        accepted_on: date,
        due: str | None,
        clocks: dict[str, Any],
        papers: list[Any],
        actor: str,
        now: str,
        draft_id: str | None = None,
    ) -> AcceptedCase:
        """Accept a household: a new number, or the next revision of the case that has the same `reference`.

        `facts` and `assessment`, in the contract's form, are frozen with their policy packs; the same two again change
        nothing. `due` is an ISO day. With `draft_id` the draft goes in the same transaction.
        """
        new = Acceptance(facts, assessment, accepted_on, due, clocks, papers, actor, now, draft_id)
        new.prepare()
        with self._writing() as opened:
            return cases.accept(opened, new)

    def case(self, number: str, revision: int | None = None) -> Case | None:
        """Read a case as it stands, or as it stood in an earlier revision (from 1); None when there is none."""
        with self._reading() as opened:
            return cases.get(opened, number, revision)

    def queue(
        self, search: str = "", stage: str | None = None, *, today: date, offset: int = 0, limit: int = 100
    ) -> Page:
        """Fetch a page by deadline; every word of `search` is part of a number, village or member's name, or begins
        a name's pinyin initials, or ends an ID number (four characters or more)."""
        with self._reading() as opened:
            return queue.page(opened, search, stage, today=today, offset=offset, limit=limit)

    def summary(self, today: date) -> dict[str, Any]:
        """Count cases: total, due_today, overdue, drafts, and stages (stage -> cases)."""
        with self._reading() as opened:
            return queue.summary(opened, today)

    def note(self, action: str, subject: str, detail: dict[str, Any], *, now: str, actor: str) -> LogEntry:
        """Log something done outside the database, such as printing a record; `subject` is a case number."""
        with self._writing() as opened:
            return log.append(opened, action=action, subject=subject, detail=detail, now=now, actor=actor)

    def log(self, number: str | None = None) -> list[LogEntry]:
        """List the log of one case, or all of it, oldest first."""
        with self._reading() as opened:
            return log.entries(opened, number)

    def head(self) -> str:
        """Return the digest that stands for the whole log, printed on every review record."""
        with self._reading() as opened:
            return log.head(opened)

    def verify_log(self) -> int | None:
        """Return the place of the first entry changed, removed, inserted or moved; None when the log is whole."""
        with self._reading() as opened:
            return log.first_fault(opened)

    def verify_cases(self) -> list[str]:
        """List the numbers of cases that no longer say what the log bears witness to."""
        with self._reading() as opened:
            return witness.disowned(opened)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Hold the write lock from the start: a second program waits instead of failing half-way."""
        with self._lock, translated(self._where):
            opened = self._connection
            nested = opened.in_transaction
            opened.execute("SAVEPOINT step" if nested else "BEGIN IMMEDIATE")
            try:
                yield opened
                opened.execute("RELEASE step" if nested else "COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already.
                if opened.in_transaction:
                    for statement in ("ROLLBACK TO step", "RELEASE step") if nested else ("ROLLBACK",):
                        opened.execute(statement)
                raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Let all that one call reads come from one moment."""
        with self._lock, translated(self._where):
            opened = self._connection
            if opened.in_transaction:
                yield opened
                return
            opened.execute("BEGIN")
            try:
                yield opened
            finally:
                if opened.in_transaction:
                    opened.execute("COMMIT")
