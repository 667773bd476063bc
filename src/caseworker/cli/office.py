"""`caseworker init` and `caseworker import`: setting the office up and filling its queue."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from caseworker.cli.window import Window

SOME_FAILED = 1


def init(
    context: typer.Context,
    region: Annotated[str, typer.Option("--region", metavar="CODE", help="县（区）的6位行政区划代码")],
    township: Annotated[str, typer.Option("--township", metavar="NAME", help="乡镇（街道）名称")],
    pack: Annotated[
        list[str] | None, typer.Option("--pack", metavar="FILE", help="本县的政策包，最后一个是本县的")
    ] = None,
) -> None:
    """建立办公文件夹：数据库、本地政策包、乡镇名称。对同一乡镇重复运行无害。"""
    window: Window = context.obj
    with window.desk() as desk:
        office = desk.init_office(region, township, [Path(name) for name in pack or []])
    packs = "、".join(path.name for path in office.packs) or "随程序的政策包"
    print(f"已建立“{office.township}”（{office.region_name}）的办公文件夹: {office.home}")
    print(f"政策包: {packs}")


def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="jsonl 文件，每行一份家庭文件；- 表示标准输入")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入")] = False,
) -> int:
    """成批导入家庭文件并受理入队。有错的行逐条报告、不影响其他行；重复导入不会重复立案。"""
    window: Window = context.obj
    with window.office_desk() as desk:
        progress = _progress()
        report = desk.import_file(file, dry_run, progress)
    if progress:
        print(file=sys.stderr)
    for fault in report.faults:
        print(fault, file=sys.stderr)
    done = f"可导入 {report.taken} 件" if dry_run else f"新受理 {report.taken} 件，更新 {report.updated} 件"
    same = f"，没有变化 {report.unchanged} 件" if report.unchanged else ""
    print(f"{done}{same}，有错 {report.failed} 件")
    return SOME_FAILED if report.failed else 0


def _progress() -> Callable[[int], None] | None:
    """A running count on standard error, only where a person watches it."""
    if not sys.stderr.isatty():
        return None

    def told(count: int) -> None:
        print(f"\r已处理 {count} 行", end="", file=sys.stderr, flush=True)

    return told
