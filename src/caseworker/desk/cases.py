"""The queue read through to its end, and a case as the document a script reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from caseworker.desk.faults import DeskError

if TYPE_CHECKING:
    from caseworker.desk.desk import Desk
    from caseworker.store import Case, CaseRow

_PAGE = 500


def every_case(desk: Desk, search: str = "") -> Iterator[CaseRow]:
    """Every case that matches, earliest deadline first, fetched page by page."""
    offset = 0
    while rows := desk.queue(search=search, offset=offset, limit=_PAGE).rows:
        yield from rows
        offset += len(rows)


def due_cases(desk: Desk, search: str = "") -> Iterator[CaseRow]:
    """The cases that are overdue or due today."""
    today = desk.today.isoformat()
    return (row for row in every_case(desk, search) if row.due is not None and row.due <= today)


def find_case(desk: Desk, number: str) -> Case:
    """The case of a number; raises DeskError where there is none."""
    found = desk.store.case(number.strip())
    if found is None:
        raise DeskError(f"{number}: 没有这个案卷号: 用 caseworker queue 查案卷号")
    return found


def case_document(desk: Desk, number: str) -> dict[str, Any]:
    """A case for scripts: its row of the queue, its household file and frozen assessment in the contract's forms."""
    case = find_case(desk, number)
    return {
        "number": case.number,
        "reference": case.reference,
        "applicant": case.applicant,
        "village": case.village,
        "programmes": case.programmes,
        "outcomes": case.outcomes,
        "stage": case.stage,
        "accepted_on": case.accepted_on,
        "due": case.due,
        "overdue": case.due is not None and case.due < desk.today.isoformat(),
        "revision": case.revision,
        "created_at": case.created_at,
        "updated_at": case.updated_at,
        "actor": case.actor,
        "household": case.facts,
        "assessment": case.assessment,
        "clocks": case.clocks,
        "papers": case.papers,
    }
