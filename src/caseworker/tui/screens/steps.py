"""What is done with a case as a whole: accept it, write its record, see its papers and clocks, leave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from caseworker.household.labels import label
from caseworker.text import idnumber
from caseworker.tui.back import failures, line_of, preview
from caseworker.tui.screens.reader import Reader
from caseworker.tui.verdicts import SHORT, verdicts
from caseworker.tui.view import fault_text

if TYPE_CHECKING:
    from caseworker.desk.accepting import Prepared
    from caseworker.tui.screens.case import CaseScreen


async def accept(screen: CaseScreen) -> None:
    """Show what would be accepted, ask once, accept, and show the case with its number."""
    screen.leave_all()
    if screen.sheet.closed:
        screen.say(f"已经受理，编号 {screen.sheet.number}")
        return
    if await _held_up(screen):
        return
    prepared = await _prepared(screen)
    if prepared is None:
        return
    choices = [("accept", "受理"), ("back", "先不受理，回去接着填")]
    page = Reader("受理前看一遍", acceptance_lines(prepared), choices, key="f5", highlighted=1)
    if await screen.app.push_screen_wait(page) != "accept":
        return
    desk, back = screen.app.desk, screen.app.back
    try:
        row = await back.call(desk.accept, screen.sheet.number)
    except failures() as error:
        screen.say(f"! 没有受理：{line_of(error)}")
        return
    due = f"，办结期限 {row.due}" if row.due else ""
    screen.app.show_case(row.number, f"已受理：编号 {row.number}{due}。F7 写审核记录，F8 看材料与时限", replace=True)


async def record(screen: CaseScreen) -> None:
    """Write the review record of an accepted case."""
    if not screen.sheet.closed:
        screen.say("先受理（F5），才有审核记录")
        return
    await screen.app.write_record(screen.sheet.number, screen.say)


async def papers(screen: CaseScreen) -> None:
    """Papers, and for an accepted case its clocks."""
    screen.leave_all()
    if screen.case is not None:
        lines = [*clock_lines(screen.case.clocks), *paper_lines(screen.case.papers)]
    else:
        prepared = await _prepared(screen)
        if prepared is None:
            return
        lines = paper_lines(prepared.papers)
    await screen.app.push_screen_wait(Reader("材料与时限", lines))


async def leave(screen: CaseScreen) -> bool:
    """Whether the screen may go: everything stored and written, or the clerk gave up what could not be."""
    screen.leave_all()
    return await _given_up_rejected(screen) and await _written(screen)


async def _written(screen: CaseScreen) -> bool:
    while problem := await screen.keeper.write():
        lines = [problem, "", "离开的话，上次存上以后填的内容就没有了。"]
        choices = [("again", "再存一次"), ("stay", "先不离开"), ("go", "不存了，离开")]
        answer = await screen.app.push_screen_wait(Reader("没有存上", lines, choices))
        if answer != "again":
            screen.refresh_lines()
            return answer == "go"
    return True


async def _given_up_rejected(screen: CaseScreen) -> bool:
    if not screen.sheet.rejected:
        return True
    rejected = screen.sheet.rejected
    lines = [
        f"{screen.keeper.state.name(path)}：{_masked(path, typed)}（{why}）" for path, (typed, why) in rejected.items()
    ]
    page = Reader(
        "有几处没有存", [*lines, "", "草稿里这几处还是原来的内容。"], [("stay", "回去改"), ("go", "不要了，离开")]
    )
    if await screen.app.push_screen_wait(page) == "go":
        return True
    await screen.go_to(next(iter(screen.sheet.rejected)))
    return False


def _masked(path: str, typed: str) -> str:
    return idnumber.mask(typed) if path.endswith("id_number") else typed


def acceptance_lines(prepared: Prepared) -> list[str]:
    """The page that is read before F5 takes effect."""
    facts = prepared.facts
    names = "、".join(member.get("name") or "（未填姓名）" for member in facts["members"])
    lines = [
        "# 受理什么",
        f"申请日期 {facts['applied_on']}，{facts.get('township') or ''}{facts.get('village') or ''}，{len(facts['members'])}人：{names}",
        f"编号在受理后给出。法定办结期限：{prepared.due or '没有'}",
        "# 现在的结论（受理时固定下来）",
    ]
    lines += [f"{verdict.line}" for verdict in verdicts(prepared.assessment, facts)]
    return [*lines, *paper_lines(prepared.papers, grounds=False), "详细的依据受理后按 F8 看。"]


def paper_lines(papers: Sequence[Mapping[str, Any]], *, grounds: bool = True) -> list[str]:
    """The checklist, what is needed first; a paper whose ground is not known says which fact is missing."""
    lines = ["# 材料"]
    for need in ("required", "if_present", "later"):
        for paper in papers:
            if paper["need"] == need and paper["applies"] is not False:
                mark = "?" if paper["applies"] is None else "-"
                ground = " ".join(str(paper["ground"].get(part) or "") for part in ("document", "clause")).strip()
                lines.append(f"{mark} {paper['name']}（{label('paper_need', need)}）")
                lines += [f"    {text}" for text in (paper["why"], ground) if text and grounds]
    return lines if len(lines) > 1 else ["# 材料", "没有要交的材料"]


def clock_lines(clocks: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The statutory clocks of every programme of a case."""
    lines = []
    for programme, listed in clocks.items():
        lines.append(f"# {SHORT.get(programme, programme)} 时限")
        for clock in listed["clocks"]:
            span = f"{clock['working_days']}个工作日" if clock.get("working_days") else f"{clock.get('days') or ''}天"
            source = clock.get("citation") or {}
            ground = f"{source.get('document') or ''}{source.get('clause') or ''}"
            lines.append(f"{clock['due']} {label('clock', clock['id'])}（{span}，{ground}）")
        if not listed.get("calendar_complete", True):
            lines.append("! 有日期超出已公布的节假日安排，请核对")
    return lines


async def _held_up(screen: CaseScreen) -> bool:
    """Whether a field holds something that could not be stored, or the last save failed; says so and goes there."""
    rejected = screen.sheet.rejected
    if rejected:
        path = next(iter(rejected))
        await screen.go_to(path)
        screen.say(f"! 先改好：{screen.keeper.state.name(path)}：{rejected[path][1]}")
    return bool(rejected)


async def _prepared(screen: CaseScreen) -> Prepared | None:
    """What acceptance would write; where the file is not in order the cursor goes to the first fault."""
    from caseworker.household import HouseholdFaults

    desk, back, facts = screen.app.desk, screen.app.back, screen.sheet.snapshot()
    try:
        await back.call(desk.save_draft, screen.sheet.number, facts)
        return await back.call(preview, desk, facts)
    except HouseholdFaults as error:
        fault = error.faults[0]
        await screen.go_to(fault.path)
        screen.say(f"! 先改好：{fault_text(fault, facts)}")
    except failures() as error:
        screen.say(f"! {line_of(error)}")
    return None
