"""What is wrong with a household file: every fault at once, in Chinese, each with where, what and what is expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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
    """("members", 1, "disability") → "members[1].disability"; parts that begin with # name a union branch."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        elif not part.startswith("#"):
            path += f".{part}" if path else part
    return path or "（整个文件）"
