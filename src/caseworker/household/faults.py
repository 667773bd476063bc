"""What is wrong with a household file: every fault at once, in Chinese, each with where, what and what is expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseworker.text.cells import printable

WHOLE = "（整个文件）"
_LONGEST = 20
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `path` in the file (`members[1].id_number`), the problem, and what is expected instead."""

    path: str
    problem: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}: {self.expected}"


class HouseholdFaults(ValueError):
    """The file is not a household file; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(map(str, self.faults)))


def path_of(location: Sequence[str | int]) -> str:
    """("members", 1, "disability") → "members[1].disability"."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f".{named(part)}" if path else named(part)
    return path or WHOLE


def shown(value: object) -> str:
    """A value as a fault quotes it: on one line, cut short, containers by their kind only."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Mapping):
        return "对象"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "列表"
    if isinstance(value, int) and abs(value) >= 10**_LONGEST:
        return "很大的数"
    return _short(str(value))


def named(name: str) -> str:
    """A key or parameter as a fault names it: whole, unless nobody could have meant it."""
    return _short(name, _LONGEST_NAME)


def _short(text: str, longest: int = _LONGEST) -> str:
    line = printable(text[: 2 * longest])
    return line if len(line) <= longest else f"{line[:longest]}.."
