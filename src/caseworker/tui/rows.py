"""A row of the workbench: its columns cut to width with a mark, and the whole of it for the line below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseworker.household.labels import LABELS
from caseworker.text.cells import pad
from caseworker.tui.plain import show
from caseworker.tui.verdicts import MARKS, SHORT, WORDS, outcome_summary

if TYPE_CHECKING:
    from caseworker.store import CaseRow, Draft

TITLES = ("编号", "申请人", "村居", "结论", "阶段", "办结期限")
_STAGES = {"accepted": "已受理"}


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what stands in the columns, the full text, and what to open."""

    key: str
    draft: bool
    cells: tuple[str, ...]
    full: str

    @property
    def ident(self) -> str:
        """Unique among drafts and cases."""
        return f"{'d' if self.draft else 'c'}|{self.key}"

    def fits(self, search: str) -> bool:
        """Whether a draft is among what is searched for: any part of its text, or the initials of its applicant."""
        wanted = search.strip().lower()
        if not wanted or wanted in self.full.lower():
            return True
        if not wanted.isascii():
            return False
        from caseworker.text.pinyin import initials  # only who searches by letters pays for the table

        return wanted in initials(self.cells[1], name=True)


def columns(cells: int) -> tuple[int, ...]:
    """Widths of the columns in `cells` cells: number, stage and due day whole, the rest shared."""
    fixed = 10 + 8 + 17
    rest = cells - fixed - (len(TITLES) - 1)
    applicant, village = max(10, rest * 26 // 100), max(8, rest * 26 // 100)
    return (10, applicant, village, max(8, rest - applicant - village), 8, 17)


def heading(widths: tuple[int, ...]) -> str:
    """The names of the columns."""
    return " ".join(pad(title, cells) for title, cells in zip(TITLES, widths, strict=True))


def row_text(line: Line, widths: tuple[int, ...]) -> str:
    """The row in its columns."""
    return " ".join(pad(show(text), cells) for text, cells in zip(line.cells, widths, strict=True))


def draft_line(draft: Draft) -> Line:
    """A draft: it has no number yet, and no deadline."""
    who, where = draft.applicant or "（未填姓名）", draft.village or ""
    saved = draft.saved_at[:16].replace("T", " ")
    full = f"草稿 {draft.id} {who} {where} 上次保存 {saved} 经办 {draft.actor}"
    return Line(draft.id, True, (draft.id, who, where, "接着填", "草稿", saved), full)


def case_line(row: CaseRow) -> Line:
    """A case of the queue."""
    stage = stage_word(row.stage)
    due = f"{row.due}{' 逾期' if row.overdue else ''}" if row.due else "无"
    results = []
    for outcome, mark in MARKS.items():
        names = [SHORT.get(name, name) for name, found in row.outcomes.items() if found == outcome]
        if names:
            results.append(f"{mark}{WORDS[outcome]} {'、'.join(names)}")
    full = f"{row.number} {row.applicant} {row.village} 受理 {row.accepted_on} 期限 {due}  {'  '.join(results)}"
    return Line(
        row.number, False, (row.number, row.applicant, row.village, outcome_summary(row.outcomes), stage, due), full
    )


def stage_word(stage: str) -> str:
    """A stage in Chinese."""
    return LABELS.get("stage", _STAGES).get(stage, _STAGES.get(stage, stage))
