"""The typer classes of this program: help pages in Chinese, and every error one line on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from typer import Exit
from typer.core import TyperCommand, TyperGroup

from caseworker.cli.failures import Refused, explain
from caseworker.cli.help import help_page, path_of

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter, Parameter
    from typer.core import TyperArgument, TyperOption

_HELP_NAMES = ("--help", "-h")
_ANYWHERE = "--home"


def _in_chinese(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "显示这页说明"
    return option


class _AsWritten:
    """Every parameter of ours is text or a flag, which our own code reads: pydantic, at 0.1 s, would only copy it."""

    def coerce(self, value: object, param: TyperOption | TyperArgument, ctx: Context) -> object:
        """The word or words as they stand on the command line."""
        return value


def _take_as_written(params: list[Parameter]) -> None:
    for param in params:
        vars(param)["_runtime_param"] = _AsWritten()


class Command(TyperCommand):
    """A subcommand whose help page is Chinese."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The parameters, read without pydantic."""
        params = super().get_params(ctx)
        _take_as_written(params)
        return params

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page."""
        formatter.write(help_page(self, ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The --help option, described in Chinese."""
        return _in_chinese(super().get_help_option(ctx))


class Group(TyperGroup):
    """The program: finds the command, runs it, and turns whatever goes wrong into lines and an exit code."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The parameters, read without pydantic."""
        params = super().get_params(ctx)
        _take_as_written(params)
        return params

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help page with the list of commands."""
        formatter.write(help_page(self, ctx, [(name, self.commands[name]) for name in self.list_commands(ctx)]))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The --help option, described in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """The command that the first word names; raises Refused with the nearest one for a word that names none."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.commands, n=1)
            near = f"是不是 {close[0]}？" if close else f"见 {path_of(ctx)} --help"
            raise Refused(f"没有命令“{args[0][:40]}”: {near}")
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = False,
        windows_expand_args: bool = False,
        **extra: object,
    ) -> NoReturn:
        """Run with `args` (default: the process's own) and exit with a code of the contract; the rest is typer's."""
        speak_utf8()
        words = list(sys.argv[1:] if args is None else args)
        sys.exit(guarded(lambda: self._run(prog_name or "caseworker", to_front(words))))

    def _run(self, prog_name: str, words: list[str]) -> object:
        """Parse and invoke; what typer's own `main` would turn into English goes up as it is."""
        try:
            with self.make_context(prog_name, words) as context:
                return self.invoke(context)
        except Exit as ended:
            return ended.exit_code


def guarded(run: Callable[[], object]) -> int:
    """Run a command and return its exit code; errors become lines on standard error, never a traceback."""
    try:
        code = run()
        sys.stdout.flush()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    except BrokenPipeError:
        return _reader_left()
    except BaseException as error:
        failure = explain(error)
        for line in failure.lines:
            print(line, file=sys.stderr)
        return failure.code
    return code if isinstance(code, int) else 0


def _reader_left() -> int:
    """Whoever reads our output (`| head`) has had enough: not an error, and nobody is there to be told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def speak_utf8() -> None:
    """Chinese on every terminal: a character it cannot show becomes a mark instead of an exception."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def to_front(words: list[str]) -> list[str]:
    """`--home DIR` counts wherever it stands: it belongs to the whole program, not to one command."""
    front: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            rest += [word, *left]
        elif word == _ANYWHERE:
            front += [word, _folder_after(left)]
        elif word.startswith(f"{_ANYWHERE}="):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def _folder_after(left: Iterator[str]) -> str:
    folder = next(left, None)
    if not folder:
        raise Refused(f"选项 {_ANYWHERE} 写法不对: 后面要跟一个文件夹")
    return folder


def context_settings() -> dict[str, list[str]]:
    """Settings that every command shares."""
    return {"help_option_names": list(_HELP_NAMES)}
