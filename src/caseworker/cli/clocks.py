"""`caseworker clocks`: the statutory dates that run from an acceptance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from caseworker.cli.failures import Refused
from caseworker.cli.window import Window, day, print_json

if TYPE_CHECKING:
    from datetime import date


def clocks(
    context: typer.Context,
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="项目，如 dibao 或 低保")],
    accepted: Annotated[str, typer.Option("--accepted", metavar="DATE", help="受理日期")],
    delegated: Annotated[bool, typer.Option("--delegated", help="审核确认权已委托乡镇")] = False,
    event: Annotated[
        list[str] | None,
        typer.Option("--event", metavar="ID=DATE", help="后来的一步及其日期，如 notice_end=2025-04-01"),
    ] = None,
    pack: Annotated[
        list[str] | None, typer.Option("--pack", metavar="FILE", help="政策包；不写用办公文件夹里的或全国的")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """从受理之日起的法定时限：每一步最迟哪一天，按工作日和节假日调休计算。"""
    from caseworker.cli.words import programme_code
    from caseworker.desk.statutory import answer

    window: Window = context.obj
    start, packs = day(accepted, "--accepted"), [Path(name) for name in pack or []]
    found = answer(programme_code(programme), start, delegated, _events(event or []), packs, window.folder())
    if as_json:
        print_json(found)
        return
    for line in _sheet(found):
        print(line)


def _events(words: list[str]) -> dict[str, date]:
    events: dict[str, date] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name.strip():
            raise Refused(f"--event: 写法不对（{word[:40]}）: ID=DATE，如 notice_end=2025-04-01")
        events[name.strip()] = day(value, f"--event {name.strip()}")
    return events


def _sheet(found: dict[str, Any]) -> list[str]:
    from caseworker.text.cells import pad, width

    titles = [clock["label"] or clock["id"] for clock in found["clocks"]]
    column = max(map(width, titles), default=0)
    lines = [
        f"{clock['due']}  {pad(title, column)}  {pad(_length(clock), 12)}  {clock['id']}  {_source(clock['citation'])}"
        for title, clock in zip(titles, found["clocks"], strict=True)
    ]
    if not lines:
        lines.append("这个项目没有从受理起算的法定时限")
    if not found["calendar_complete"]:
        lines.append("注意: 有日期超出已公布的节假日安排，那一段只按周末推算，公布后请重算")
    return lines


def _length(clock: dict[str, Any]) -> str:
    units = {"working_days": "个工作日", "days": "日", "hours": "小时"}
    return next((f"{clock[unit]} {word}" for unit, word in units.items() if clock.get(unit) is not None), "")


def _source(citation: dict[str, str]) -> str:
    return f"{citation['document']} {citation['clause']}"
