"""The queue as columns on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caseworker.cli.help import page_width
from caseworker.cli.words import outcome_marks
from caseworker.household.labels import label
from caseworker.text.cells import clip, pad, width

if TYPE_CHECKING:
    from caseworker.store import CaseRow

_TITLES = ("案卷号", "申请人", "村（居）", "阶段", "最迟")
_WIDEST = (12, 10, 12, 6, 15)


def queue_lines(rows: Sequence[CaseRow]) -> Iterator[str]:
    """A heading and one line a case; nothing wider than the terminal, the results wrapped under their column."""
    cells = [(_TITLES, ["结论"]), *((_cells(row), outcome_marks(row.outcomes)) for row in rows)]
    columns = [min(most, max(width(line[i]) for line, _ in cells)) for i, most in enumerate(_WIDEST)]
    room = max(12, page_width() - sum(columns) - 2 * len(columns))
    for line, marks in cells:
        front = "  ".join(pad(text, column) for text, column in zip(line, columns, strict=True))
        for count, part in enumerate(_filled(marks, room)):
            yield ((front if not count else " " * width(front)) + "  " + part).rstrip()


def _cells(row: CaseRow) -> tuple[str, ...]:
    due = f"{row.due or '—'}{' 超期' if row.overdue else ''}"
    return (row.number, row.applicant, row.village, label("stage", row.stage), due)


def _filled(marks: Sequence[str], room: int) -> list[str]:
    """Whole marks to a line: a result is never cut in two."""
    lines = [""]
    for mark in marks:
        longer = f"{lines[-1]} {mark}".strip()
        if width(longer) <= room or not lines[-1]:
            lines[-1] = clip(longer, room)
        else:
            lines.append(mark)
    return lines
