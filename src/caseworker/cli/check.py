"""`caseworker check`: assess a household file without storing anything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from caseworker.cli.failures import Refused
from caseworker.cli.window import Window, day, print_json


def check(
    context: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="家庭文件（JSON），- 表示标准输入")] = None,
    pack: Annotated[
        list[str] | None,
        typer.Option("--pack", metavar="FILE", help="政策包，最后一个是本县的；不写用办公文件夹里的或随程序的"),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="政策日期，不写用申请日期")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="输出家庭文件的 JSON schema")] = False,
) -> None:
    """审一份家庭文件：每个项目符合不符合、多少钱、为什么、还差什么；不保存。

    退出码: 0 已审；2 不是合格的家庭文件（逐条列出）；3 缺政策参数。
    """
    if schema:
        from caseworker.desk.checking import household_schema

        print_json(household_schema())
        return
    if file is None:
        raise Refused("缺少 FILE: 写明家庭文件，或用 - 从标准输入读（见 caseworker check --help）")
    window: Window = context.obj
    from caseworker.desk.checking import check_file

    policy_day = day(on, "--on") if on is not None else None
    household, assessment = check_file(file, [Path(name) for name in pack or []], policy_day, window.folder())
    if as_json:
        print_json(assessment)
        return
    from caseworker.cli.sheet import assessment_sheet

    print("\n".join(assessment_sheet(household, assessment)))
