"""The program as typer sees it: global options, the commands, and the counter when no command is given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from caseworker.cli import check, clocks, demo, office, policy, queue
from caseworker.cli.shell import Command, Group, context_settings
from caseworker.cli.window import Window

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings=context_settings(),
)


def _version(wanted: bool) -> None:
    if wanted:
        from caseworker import __version__

        print(f"caseworker {__version__}")
        raise typer.Exit


@app.callback()
def counter(
    context: typer.Context,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="DIR", envvar="CASEWORKER_HOME", help="办公文件夹；不写用系统的用户数据文件夹"),
    ] = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="显示版本")] = False,
) -> None:
    """社会救助“一门受理、协同办理”窗口助手。不带命令就打开柜台界面。

    退出码: 0 办成；1 有几条没办成（已逐条报告）；2 输入或用法不对；3 缺政策参数；4 数据库被占用或损坏。
    """
    context.obj = Window(Path(home) if home else None)
    if context.invoked_subcommand is None:
        context.obj.open_counter()


def _add(name: str, function: object, into: typer.Typer = app) -> None:
    into.command(name, cls=Command, context_settings=context_settings())(function)  # type: ignore[type-var]


_add("check", check.check)
policies = typer.Typer(cls=Group, rich_markup_mode=None, context_settings=context_settings(), help="政策参数包。")
_add("check", policy.check, policies)
app.add_typer(policies, name="policy")
_add("clocks", clocks.clocks)
_add("init", office.init)
_add("import", office.import_)
_add("queue", queue.queue)
_add("show", queue.show)
_add("record", queue.record)
_add("demo", demo.demo)
