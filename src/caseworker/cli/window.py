"""What the commands share: the office folder that was chosen, words read from the command line, JSON written out."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.cli.failures import Refused

if TYPE_CHECKING:
    from datetime import date

    from caseworker.desk import Desk


@dataclass(frozen=True, slots=True)
class Window:
    """The folder that --home or CASEWORKER_HOME named, None = the platform's own."""

    home: Path | None

    def folder(self) -> Path:
        """The office folder."""
        from caseworker.desk import default_home

        return self.home or default_home()

    def desk(self) -> Desk:
        """The desk of that folder; the office need not be set up yet."""
        from caseworker.desk import Desk

        return Desk(self.folder())

    def office_desk(self) -> Desk:
        """The desk of an office that is set up; raises DeskError where it is not."""
        desk = self.desk()
        desk.require_office()
        return desk

    def open_counter(self) -> None:
        """Open the counter (柜台界面) on this terminal."""
        desk = self.office_desk()
        if not on_terminal():
            raise Refused("柜台界面要在终端里打开: 在终端里运行 caseworker，或用子命令（见 caseworker --help）")
        run_counter(desk)


def run_counter(desk: Desk) -> None:
    """Hand the terminal to the counter."""
    from caseworker.tui import run

    run(desk)


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def day(text: str, option: str) -> date:
    """A day from the command line; raises Refused with the name of the option."""
    from caseworker.text.entry import read_date

    try:
        return read_date(text)
    except ValueError as error:
        raise Refused(f"{option}: {error}") from None


def print_json(value: object) -> None:
    """One JSON document on standard output, keys in the order they were made."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
