"""`caseworker demo`: the whole job on the sample township."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from caseworker.cli.window import Window, on_terminal, run_counter

if TYPE_CHECKING:
    from caseworker.desk import Desk
    from caseworker.store import CaseRow


def demo(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="写出每一件案卷的审核记录，不只几件")] = False,
) -> int:
    """用虚构的示例乡走一遍：导入、审核、列出队列和结论、写审核记录；在终端上最后打开柜台界面。"""
    from caseworker.cli.queue import print_table
    from caseworker.desk.cases import every_case
    from caseworker.desk.demo import DAY, demo_home, open_demo

    window: Window = context.obj
    desk, report = open_demo(window.home or demo_home())
    with desk:
        office = desk.require_office()
        print(f"示例: {office.region_name}{office.township}，人和事都是虚构的；按 {DAY} 这一天办理")
        print(f"办公文件夹: {desk.home}")
        for fault in report.faults:
            print(fault, file=sys.stderr)
        rows = list(every_case(desk))
        print(f"导入 {report.taken} 户，全部审核完毕\n")
        print_table(rows, len(rows))
        print_results(rows)
        write_records(desk, rows, every)
        if on_terminal():
            run_counter(desk)
    return 1 if report.faults else 0


def print_results(rows: list[CaseRow]) -> None:
    """How many cases came to which outcome, a line a programme."""
    from caseworker.cli.words import MARKS, SHORT
    from caseworker.desk.demo import tally
    from caseworker.household.labels import label
    from caseworker.text.cells import pad, width

    print("\n各项结论（件）")
    titles = [f"{mark} {label('outcome', outcome)}" for outcome, mark in MARKS.items()]
    widths = [width(title) + 2 for title in titles]
    first = max(map(width, SHORT.values())) + 2
    print((pad("", first) + "".join(map(pad, titles, widths))).rstrip())
    counted = tally(rows)
    for programme in (name for name in SHORT if name in counted):
        cells = [str(counted[programme][outcome] or "·") for outcome in MARKS]
        print((pad(SHORT[programme], first) + "".join(map(pad, cells, widths))).rstrip())


def write_records(desk: Desk, rows: list[CaseRow], every: bool) -> None:
    """Write the review records and print their paths."""
    from caseworker.desk.demo import telling_cases

    numbers = [row.number for row in rows] if every else telling_cases(rows)
    out: Path = desk.home / "审核记录"
    print("\n审核记录")
    for number in numbers:
        for path in desk.record(number, out):
            print(path)
