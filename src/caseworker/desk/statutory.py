"""The statutory clocks (法定时限) of a case, and of a question from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseworker.desk.faults import DeskError
from caseworker.desk.home import local_packs

if TYPE_CHECKING:
    from caseworker.casefile.clocks import LocalPolicy

OPEN_OUTCOMES = ("eligible", "needs_information", "needs_decision")


class _NationOnly:
    """Where nobody said which county: no local value shortens a period."""

    def get(self, _name: str, /) -> None:
        return None


def statutory(
    programme: str,
    accepted: date,
    local: LocalPolicy,
    delegated: bool = False,
    events: Mapping[str, date] | None = None,
) -> dict[str, Any]:
    """The clocks of one programme in the contract's form; raises DeskError for a programme or event nobody knows."""
    from caseworker.casefile.clocks import clocks

    try:
        return clocks(programme, accepted, local, delegated, events or {}).to_dict()
    except ValueError as error:
        raise DeskError(str(error)) from None
    except OverflowError:
        raise DeskError(f"{accepted}: 日期太远，算不出时限: 受理的实际日期") from None


def answer(
    programme: str, accepted: date, delegated: bool, events: Mapping[str, date], packs: Sequence[Path], home: Path
) -> dict[str, Any]:
    """The clocks under the packs given, else under the office's own, else by the national periods alone."""
    return statutory(programme, accepted, _local(packs, accepted, home), delegated, events)


def _local(packs: Sequence[Path], accepted: date, home: Path) -> LocalPolicy:
    from caseworker.desk.checking import existing

    speaking = existing(packs) or local_packs(home)
    if not speaking:
        return _NationOnly()
    from caseworker.policy import load_policy

    return load_policy(speaking).on(accepted)


def programmes_of(facts: Mapping[str, Any], assessment: Mapping[str, Any]) -> list[str]:
    """What the case is about: the programmes asked for; where none is named, those that are not refused outright."""
    asked = facts.get("programmes")
    if asked:
        return list(dict.fromkeys(asked))
    entries = assessment["assessments"]
    return list(dict.fromkeys(entry["programme"] for entry in entries if entry["outcome"] in OPEN_OUTCOMES))


def earliest_total(clocks: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The first statutory final date of all programmes of a case, ISO; None where none has one."""
    totals = [clock["due"] for listed in clocks.values() for clock in listed["clocks"] if clock["id"] == "total"]
    return min(totals, default=None)
