"""What the window cannot do, in lines a clerk can act on."""

from __future__ import annotations


class DeskError(Exception):
    """A request that cannot be carried out: `lines` in Chinese say what to do, `code` is the exit code (2 or 4)."""

    def __init__(self, *lines: str, code: int = 2) -> None:
        self.lines = list(lines)
        self.code = code
        super().__init__("\n".join(lines))
