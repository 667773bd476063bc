"""The one door to the window: everything the counter and the command line can do, each a line into its module."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from caseworker.desk.clock import Clock
from caseworker.desk.faults import DeskError
from caseworker.desk.home import database, default_home
from caseworker.desk.policies import Policies

if TYPE_CHECKING:
    from caseworker.desk.conclusions import Conclusions
    from caseworker.desk.importing import ImportReport
    from caseworker.desk.office import Office
    from caseworker.household import Household
    from caseworker.policy import PolicyDay
    from caseworker.store import Case, CaseRow, Draft, LogEntry, Page, Store


class Desk:
    """The window of the office in the folder `home`; `today` fixes the day (tests, demo), `actor` signs every write.

    Opens the database at the first call that needs it. Raises DeskError where a request cannot be carried out,
    StoreError (locked, damaged), PolicyMissing and PolicyFaults as they come. May be used from several threads.
    """

    def __init__(self, home: Path | None = None, today: date | None = None, actor: str = "经办") -> None:
        self.home = home or default_home()
        self.actor = actor
        self.clock = Clock(today)
        self._policies = Policies(self.home)
        self._store: Store | None = None
        self._opening = Lock()

    # --- the office ---

    @property
    def today(self) -> date:
        """The day the window works on."""
        return self.clock.today()

    def init_office(self, region: str, township: str, packs: Sequence[Path] = ()) -> Office:
        """Set the office folder up; repeating for the same office is harmless."""
        from caseworker.desk.office import init_office

        return init_office(self, region, township, packs)

    def office(self) -> Office | None:
        """The office of this folder, or None where none was set up."""
        from caseworker.desk.office import read_office

        return read_office(self.store, self.home) if database(self.home).is_file() else None

    def require_office(self) -> Office:
        """The office; raises DeskError that says how to set one up."""
        office = self.office()
        if office is None:
            raise DeskError(
                f"{self.home}: 还没有办公文件夹: 先运行 caseworker init --region 县区划代码 --township 乡镇名称"
                "（只想看看，运行 caseworker demo）"
            )
        return office

    @property
    def store(self) -> Store:
        """The database, opened once."""
        with self._opening:
            if self._store is None:
                from caseworker.store import open_store

                self._store = open_store(database(self.home))
            return self._store

    def close(self) -> None:
        """Close the database; the next call opens it again."""
        with self._opening:
            if self._store is not None:
                self._store.close()
                self._store = None

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- policy and clocks ---

    def policy_on(self, day: date, region: str | None = None) -> PolicyDay:
        """The policy of a day for a region; without one, of the office's own packs."""
        return self._policies.on(day, region)

    def policy_for(self, household: Household) -> PolicyDay:
        """The policy that decides an application: of its region, on the day it was made."""
        return self.policy_on(household.applied_on or self.today, household.region)

    def clocks(
        self, programme: str, accepted: date, delegated: bool = False, events: Mapping[str, date] | None = None
    ) -> dict[str, Any]:
        """The statutory clocks of a programme under the office's policy, in the contract's form."""
        from caseworker.desk.statutory import statutory

        return statutory(programme, accepted, self.policy_on(accepted, self.require_office().region), delegated, events)

    # --- taking in ---

    def new_draft(self, seed: Mapping[str, Any] | None = None) -> str:
        """A new application, empty but for today and the place, or starting from `seed`; returns its id."""
        from caseworker.desk.intake import new_draft

        return new_draft(self, seed)

    def draft(self, draft_id: str) -> dict[str, Any]:
        """The household file of a draft; raises DeskError where there is none."""
        from caseworker.desk.intake import draft

        return draft(self, draft_id)

    def save_draft(self, draft_id: str, household: Mapping[str, Any]) -> None:
        """Write a draft as it stands, finished or not."""
        self.store.save_draft(draft_id, dict(household), now=self.clock.now(), actor=self.actor)

    def drafts(self) -> list[Draft]:
        """The applications still being typed."""
        return self.store.drafts()

    def discard_draft(self, draft_id: str) -> None:
        """Throw a draft away; the log keeps that it was."""
        self.store.discard_draft(draft_id, now=self.clock.now(), actor=self.actor)

    def conclude(self, household: Mapping[str, Any]) -> Conclusions:
        """What follows from a household file as it stands, and what to ask next; never raises for its content."""
        from caseworker.desk.conclusions import conclude

        return conclude(household, self.policy_for)

    def accept(self, draft_id: str) -> CaseRow:
        """Accept a draft into the queue; raises HouseholdFaults where it is not in order."""
        from caseworker.desk.accepting import accept_draft

        return accept_draft(self, draft_id)

    def import_file(
        self, path: Path | str, dry_run: bool = False, progress: Callable[[int], None] | None = None
    ) -> ImportReport:
        """Take in a jsonl file of household files; `progress` hears the number of lines done."""
        from caseworker.desk.importing import import_file

        return import_file(self, str(path), dry_run, progress)

    # --- the queue and a case ---

    def queue(self, search: str = "", stage: str | None = None, offset: int = 0, limit: int = 100) -> Page:
        """One page of the queue, earliest deadline first."""
        return self.store.queue(search=search, stage=stage, today=self.today, offset=offset, limit=limit)

    def summary(self) -> dict[str, Any]:
        """Counts for the head of the queue."""
        return self.store.summary(self.today)

    def case(self, number: str) -> Case:
        """One case with its facts and its frozen assessment; raises DeskError where there is none of that number."""
        from caseworker.desk.cases import find_case

        return find_case(self, number)

    def log(self, number: str | None = None) -> list[LogEntry]:
        """What was done, oldest first; of one case where a number is given."""
        return self.store.log(number)

    def record(self, number: str, out: Path) -> list[Path]:
        """Write the review record of a case into the folder `out`; returns the paths."""
        from caseworker.desk.record import write_record

        return write_record(self, number, out)
