"""Help pages in Chinese, laid out in terminal cells."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperOption

from caseworker.text.cells import pad, width, wrap

if TYPE_CHECKING:
    from typer._click import Command, Context

_INDENT = "  "
_WIDEST = 100


def help_page(command: Command, ctx: Context, commands: Sequence[tuple[str, Command]] = ()) -> str:
    """The page of one command: usage, what it does, its commands, arguments and options."""
    room = page_width()
    params = command.get_params(ctx)
    arguments = [(_argument(param), param.help or "") for param in params if isinstance(param, TyperArgument)]
    options = [(_option(param), _told(param)) for param in params if isinstance(param, TyperOption)]
    told = inspect.cleandoc(command.help or "").split("\n")
    page = [usage(command, ctx), ""]
    page += [line for part in told for line in (wrap(part, room) or [""])]
    page += _table("命令", [(name, _first_line(item)) for name, item in commands], room)
    page += _table("参数", arguments, room) + _table("选项", options, room)
    return "\n".join(page) + "\n"


def usage(command: Command, ctx: Context) -> str:
    """One line: how the command is written."""
    names = [_argument(param) for param in command.get_params(ctx) if isinstance(param, TyperArgument)]
    pieces = names + (["[命令]"] if hasattr(command, "commands") else []) + ["[选项]"]
    return " ".join(["用法:", path_of(ctx), *pieces])


def path_of(ctx: Context) -> str:
    """`caseworker policy check`: the names that lead to this command."""
    names: list[str] = []
    level: Context | None = ctx
    while level is not None:
        names.insert(0, level.info_name or "")
        level = level.parent
    return " ".join(names)


def page_width() -> int:
    """Cells of a line: the terminal's, within what reads well."""
    return max(40, min(shutil.get_terminal_size().columns, _WIDEST))


def _argument(param: TyperArgument) -> str:
    name = param.metavar or param.name.upper()
    return name if param.required else f"[{name}]"


def _option(param: TyperOption) -> str:
    names = ", ".join(sorted(param.opts, key=len, reverse=True))
    return names if param.is_flag else f"{names} {param.metavar or '值'}"


def _told(param: TyperOption) -> str:
    notes = (["必填"] if param.required else []) + (["可重复"] if param.multiple else [])
    notes += [f"环境变量 {param.envvar}"] if param.envvar else []
    return (param.help or "") + (f"（{'；'.join(notes)}）" if notes else "")


def _first_line(command: Command) -> str:
    return inspect.cleandoc(command.help or "").split("\n")[0]


def _table(title: str, rows: Sequence[tuple[str, str]], room: int) -> list[str]:
    if not rows:
        return []
    column = min(max(width(name) for name, _ in rows), 30)
    lines = ["", f"{title}:"]
    for name, told in rows:
        parts = wrap(told, room - column - 4) or [""]
        if width(name) > column:
            lines.append(_INDENT + name)
            name = ""
        lines.append((_INDENT + pad(name, column) + _INDENT + parts[0]).rstrip())
        lines += [_INDENT + " " * column + _INDENT + part for part in parts[1:]]
    return lines
