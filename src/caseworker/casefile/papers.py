"""The checklist of papers (材料清单): what an application needs, what may follow, and what must not be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from caseworker.casefile.facts import FACTS
from caseworker.casefile.paper_rows import NEEDS, Need, Row, paper_table
from caseworker.household import Household
from caseworker.household.kinds import Programme

LOCAL_DEMAND = "本县要求/待核实"
_KIND_OPEN = "是否急难尚未询问"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper for the programmes asked for: `applies` None = the fact that decides is not asked; `why` says which."""

    code: str
    name: str
    need: Need
    ground: dict[str, str]
    applies: bool | None
    why: str

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {name: getattr(self, name) for name in self.__slots__}


def checklist(h: Household, programmes: Sequence[str]) -> list[Paper]:
    """Every paper of the list, once, as the programmes need it together: the strictest need that applies.

    The day of application picks the ground {"document", "clause"}; a demand without one is shown as LOCAL_DEMAND,
    never as law. Empty where no
    paper list concerns the programmes (资助参保 goes by recognised status). Raises ValueError for an unknown one.
    """
    for programme in programmes:
        if programme not in get_args(Programme):
            raise ValueError(f"没有这个救助项目（{programme}）: {'、'.join(get_args(Programme))} 之一")
    groups = [columns for programme in programmes if (columns := _columns(h, programme))]
    rows, _ = paper_table()
    return [_strictest([_for_group(row, columns, h) for columns in groups]) for row in rows] if groups else []


def _columns(h: Household, programme: str) -> tuple[str, ...]:
    """The columns of the list that speak for a programme; two where the kind of temporary assistance is open."""
    if programme == "premium_aid":
        return ()
    if programme != "temporary_assistance":
        return (programme,)
    if h.hardship == "none":
        return ()
    urgent = None if h.hardship is None else h.hardship.urgent
    return {True: ("emergency",), False: ("expenditure",), None: ("emergency", "expenditure")}[urgent]


def _for_group(row: Row, columns: tuple[str, ...], h: Household) -> Paper:
    """The paper for one programme; while the kind is open the milder demand counts, and why says so."""
    papers = sorted((_for_column(row, column, h) for column in columns), key=lambda paper: NEEDS.index(paper.need))
    strict, mild = papers[0], papers[-1]
    if strict.need == mild.need:
        return strict
    if mild.need != "not_needed":
        return _with(mild, mild.applies, f"{mild.why}，{_KIND_OPEN}")
    return _with(strict, None if strict.applies is not False else False, f"{strict.why}，{_KIND_OPEN}")


def _for_column(row: Row, column: str, h: Household) -> Paper:
    need = row.needs[column]
    if need == "not_needed":
        return Paper(row.code, row.name, need, {"document": "", "clause": ""}, False, "所申请的项目不需要")
    fact = row.fact_of(column)
    answer = FACTS[fact](h)
    sentence = paper_table()[1][fact].of(answer)
    why = "，".join(filter(None, [sentence, "可在急难缓解后补交" if need == "later" else "", row.note.get(column, "")]))
    return Paper(row.code, row.name, need, _ground(row, column, h), answer, why)


def _ground(row: Row, column: str, h: Household) -> dict[str, str]:
    found = row.ground_of(column, h.applied_on)
    return {"document": found.document if found else LOCAL_DEMAND, "clause": found.clause if found else ""}


def _strictest(papers: list[Paper]) -> Paper:
    """What applies before what may apply before what does not; then the stricter need; then what law grounds."""

    def rank(paper: Paper) -> tuple[int, int, bool]:
        return [True, None, False].index(paper.applies), NEEDS.index(paper.need), not paper.ground["clause"]

    return min(papers, key=rank)


def _with(paper: Paper, applies: bool | None, why: str) -> Paper:
    return Paper(paper.code, paper.name, paper.need, paper.ground, applies, why)
