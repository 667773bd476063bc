"""The tables, as migrations: one that has shipped never changes, a later need is a new one.

Money is nowhere a number here: it stands as text inside the facts and the assessment. JSON columns hold JSON text, days
are ISO `YYYY-MM-DD`, moments are ISO too and come from the caller.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

MIGRATION_SET = "caseworker"
# "CWRD": tells our file from any other SQLite database (PRAGMA application_id).
APPLICATION_ID = 0x43575244

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

_SMALL_TABLES = (
    """CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # The last serial given out, by name; counting rows instead would give a number out twice after a removal.
    """CREATE TABLE counters (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE drafts (
        id TEXT PRIMARY KEY,
        serial INTEGER NOT NULL UNIQUE,
        household TEXT NOT NULL,
        applicant TEXT NOT NULL,
        village TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        actor TEXT NOT NULL
    ) STRICT""",
)

_LOG = (
    """CREATE TABLE log (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
    ) STRICT""",
    "CREATE INDEX log_subject ON log (subject, seq)",
    "CREATE TRIGGER log_keeps_entries BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    "CREATE TRIGGER log_keeps_text BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    # REPLACE would slip past the other two where recursive triggers are off, so the place in the chain is held as well.
    """CREATE TRIGGER log_keeps_order BEFORE INSERT ON log
        WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM log)
          OR NEW.previous IS NOT coalesce((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), NEW.previous)
        BEGIN SELECT RAISE(ABORT, 'an entry goes to the end of the log only'); END""",
)

_CASES = (
    f"""CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        reference TEXT UNIQUE,
        applicant TEXT NOT NULL,
        village TEXT NOT NULL,
        village_key TEXT NOT NULL,
        programmes TEXT NOT NULL,
        outcomes TEXT NOT NULL,
        stage TEXT NOT NULL,
        accepted_on TEXT NOT NULL CHECK (accepted_on {_DAY}),
        due TEXT CHECK (due {_DAY}),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        UNIQUE (year, serial)
    ) STRICT""",
    "CREATE INDEX cases_queue ON cases (due IS NULL, due, year, serial)",
    "CREATE INDEX cases_stage ON cases (stage, due IS NULL, due, year, serial)",
    "CREATE INDEX cases_village ON cases (village_key)",
    "CREATE INDEX cases_serial ON cases (serial)",
    "CREATE TRIGGER cases_stay BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END",
    """CREATE TRIGGER cases_keep_number BEFORE UPDATE OF id, number, year, serial, created_at ON cases
        BEGIN SELECT RAISE(ABORT, 'a case keeps its number'); END""",
)

_REVISIONS = (
    f"""CREATE TABLE case_revisions (
        case_id INTEGER NOT NULL REFERENCES cases (id),
        revision INTEGER NOT NULL,
        facts TEXT NOT NULL,
        assessment TEXT NOT NULL,
        packs TEXT NOT NULL,
        clocks TEXT NOT NULL,
        papers TEXT NOT NULL,
        facts_sha256 TEXT NOT NULL,
        assessment_sha256 TEXT NOT NULL,
        packs_sha256 TEXT NOT NULL,
        accepted_on TEXT NOT NULL CHECK (accepted_on {_DAY}),
        due TEXT CHECK (due {_DAY}),
        recorded_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        log_seq INTEGER NOT NULL UNIQUE REFERENCES log (seq),
        PRIMARY KEY (case_id, revision)
    ) STRICT""",
    """CREATE TRIGGER case_revisions_stay BEFORE DELETE ON case_revisions
        BEGIN SELECT RAISE(ABORT, 'what was decided is never removed'); END""",
    """CREATE TRIGGER case_revisions_frozen BEFORE UPDATE ON case_revisions
        BEGIN SELECT RAISE(ABORT, 'what was decided is frozen'); END""",
    """CREATE TRIGGER case_revisions_order BEFORE INSERT ON case_revisions
        WHEN NEW.revision IS NOT
          (SELECT coalesce(max(revision), 0) + 1 FROM case_revisions WHERE case_id = NEW.case_id)
        BEGIN SELECT RAISE(ABORT, 'revisions follow one another'); END""",
)

_PEOPLE = (
    """CREATE TABLE people (
        case_id INTEGER NOT NULL REFERENCES cases (id),
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_norm TEXT NOT NULL,
        id_number TEXT,
        id_tail TEXT,
        pinyin TEXT NOT NULL,
        birth_date TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX people_name ON people (name_norm, case_id)",
    "CREATE INDEX people_pinyin ON people (pinyin, case_id)",
    "CREATE INDEX people_id ON people (id_tail, id_number, case_id)",
)


def _run(db: Database, statements: tuple[str, ...]) -> None:
    for statement in statements:
        db.execute(statement)


def _m001_office(db: Database) -> None:
    _run(db, (*_SMALL_TABLES, *_LOG, *_CASES, *_REVISIONS, *_PEOPLE, f"PRAGMA application_id = {APPLICATION_ID}"))


_STEPS: tuple[Callable[[Database], None], ...] = (_m001_office,)


def names() -> list[str]:
    """List the migrations this program knows, oldest first, without loading sqlite-utils."""
    return [step.__name__.lstrip("_") for step in _STEPS]


def migrations() -> Migrations:
    """Register the migrations with sqlite-utils, which applies those that are pending and records them."""
    from sqlite_utils import Migrations

    found = Migrations(MIGRATION_SET)
    for name, step in zip(names(), _STEPS, strict=True):
        found(name=name)(step)
    return found
