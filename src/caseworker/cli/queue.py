"""`caseworker queue`, `show` and `record`: the cases of the office, and what is printed of one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from caseworker.cli.window import Window, print_json

if TYPE_CHECKING:
    from caseworker.store import CaseRow

ON_SCREEN = 50


def queue(
    context: typer.Context,
    search: Annotated[
        str, typer.Option("--search", metavar="TEXT", help="按姓名、拼音首字母、身份号码后几位、案卷号、村查找")
    ] = "",
    due: Annotated[bool, typer.Option("--due", help="只列今天到期和已超期的")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，列出全部案卷")] = False,
) -> None:
    """案卷队列，最早到期的在前。"""
    from caseworker.desk.cases import due_cases, every_case

    window: Window = context.obj
    with window.office_desk() as desk:
        rows = (due_cases if due else every_case)(desk, search)
        if as_json:
            print_rows(rows)
            return
        listed = list(rows)
    print_table(listed, ON_SCREEN)


def show(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NO", help="案卷号，如 2026-0001")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """一件案卷：家庭情况、受理时定下的结论、时限和材料。"""
    from caseworker.desk.cases import case_document

    window: Window = context.obj
    with window.office_desk() as desk:
        case = case_document(desk, number)
    if as_json:
        print_json(case)
        return
    from caseworker.cli.sheet import case_sheet

    print("\n".join(case_sheet(case)))


def record(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NO", help="案卷号，如 2026-0001")],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="写到哪个文件夹")],
) -> None:
    """写出一件案卷的审核记录（docx 和 JSON），输出文件路径。"""
    window: Window = context.obj
    with window.office_desk() as desk:
        for path in desk.record(number, Path(out)):
            print(path)


def print_rows(rows: Iterable[CaseRow]) -> None:
    """One JSON array, one case a line, so that it reads as a document and line by line."""
    lead = "[\n"
    for row in rows:
        print(lead + json.dumps(asdict(row), ensure_ascii=False), end="")
        lead = ",\n"
    print("[]" if lead == "[\n" else "\n]")


def print_table(rows: Sequence[CaseRow], most: int) -> None:
    """The queue as columns of terminal cells; `most` rows, and how many there are in all."""
    from caseworker.cli.table import queue_lines

    for line in queue_lines(rows[:most]):
        print(line)
    left = f"，列出最早到期的 {most} 件（--json 列出全部，--search 查找）" if len(rows) > most else ""
    print(f"共 {len(rows)} 件{left}")
