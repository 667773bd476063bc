"""From an exception to what the clerk reads: lines on standard error and an exit code of contract.md."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typer import TyperException

if TYPE_CHECKING:
    from typer._click import Context
    from typer.core import TyperArgument, TyperOption

WRONG_INPUT = 2
POLICY_MISSING = 3
DAMAGED = 4


class Refused(Exception):
    """A word on the command line that cannot be taken; its text is the line to show."""

    @property
    def lines(self) -> list[str]:
        """The line, as every error of ours gives it."""
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Failure:
    """What is said and with which code the process ends."""

    lines: list[str]
    code: int = WRONG_INPUT


def explain(error: BaseException) -> Failure:
    """The failure behind `error`: ours by their lines, usage errors by name, anything else without its content."""
    if isinstance(error, KeyboardInterrupt):
        return Failure(["已中断: 此前办完的都已保存，重新运行同一条命令即可"])
    lines = _own(error)
    if lines is not None:
        return lines
    if isinstance(error, TyperException):
        return Failure([_usage(error)])
    if isinstance(error, OSError):
        return Failure([f"{error.filename or '文件'}: 读写失败（{type(error).__name__}）: 核对路径、权限和磁盘空间"])
    if isinstance(error, RecursionError):
        return Failure(["文件里的括号嵌套太深，读不了: 核对是不是拿错了文件"])
    if isinstance(error, MemoryError):
        return Failure(["内存不够: 关掉别的程序，或把文件分成几份再试"], DAMAGED)
    return _unexpected(error)


def _own(error: BaseException) -> Failure | None:
    """Errors of our own floors are told by name, so that a plain failure does not load the floors."""
    kinds = {kind.__name__ for kind in type(error).__mro__ if kind.__module__.startswith("caseworker.")}
    lines: list[str] = list(getattr(error, "lines", None) or str(error).splitlines())
    if "HouseholdFaults" in kinds:
        return Failure([str(fault) for fault in error.faults])  # type: ignore[attr-defined]
    if "PolicyMissing" in kinds:
        return Failure(lines, POLICY_MISSING)
    if kinds & {"PolicyFaults", "DocumentError", "Refused"}:
        return Failure(lines)
    if "StoreError" in kinds:
        return Failure(lines, DAMAGED)
    if "DeskError" in kinds:
        return Failure(lines, getattr(error, "code", WRONG_INPUT))
    return None


def _usage(error: TyperException) -> str:
    from caseworker.cli.help import path_of, usage

    context: Context | None = getattr(error, "ctx", None)
    see = f"见 {path_of(context) if context else 'caseworker'} --help"
    option = getattr(error, "option_name", "")
    match type(error).__name__:
        case "NoSuchOption":
            close = "、".join(sorted(getattr(error, "possibilities", None) or []))
            return f"没有选项 {option}: {f'是不是 {close}？' if close else see}"
        case "MissingParameter":
            return f"缺少 {_parameter(error)}: {see}"
        case "BadOptionUsage":
            takes = "后面要跟一个值" if "argument" in error.message else "后面不跟值"
            return f"选项 {option} 写法不对: {takes}，{see}"
        case _:
            return f"命令写法不对: {usage(context.command, context) if context else see}"


def _parameter(error: TyperException) -> str:
    param: TyperArgument | TyperOption = error.param  # type: ignore[attr-defined]
    return param.opts[0] if param.param_type_name == "option" else param.metavar or param.name.upper()


def _unexpected(error: BaseException) -> Failure:
    """A fault of the program: where, never with what data; CASEWORKER_DEBUG=1 adds the whole stack for developers."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "caseworker" in frame.filename] or frames
    where = f"{os.path.basename(own[-1].filename)}:{own[-1].lineno}" if own else "？"
    lines = [f"程序出错（{type(error).__name__}，{where}）: 数据没有改动，请把这一行告诉维护人员"]
    if os.environ.get("CASEWORKER_DEBUG"):
        lines += "".join(traceback.format_exception(error)).splitlines()
    return Failure(lines, DAMAGED)
