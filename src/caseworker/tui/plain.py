"""Text on its way to the screen: never markup, never a control character, never wider than Textual believes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

from caseworker.text.cells import printable, width

_GETA = "〓"  # printers' mark for a character that cannot be set


def show(text: object) -> str:
    """`text` on one line, with what our width table and Textual's measure differently replaced by 〓."""
    line = printable(str(text))
    if width(line) == cell_len(line):
        return line
    return "".join(map(_safe, line))


def plain(text: object, style: str = "") -> Content:
    """The one way to put text that people typed into a widget: as it stands, never parsed as markup."""
    content = Content(show(text))
    return content.stylize(style) if style else content


def plain_lines(lines: Sequence[str], style: str = "") -> Content:
    """Several lines, each as it stands."""
    return Content("\n").join([plain(line, style) for line in lines])


@lru_cache(maxsize=4096)
def _safe(char: str) -> str:
    if 0xFE00 <= ord(char) <= 0xFE0F or ord(char) == 0x20E3:  # selectors that would widen the character before
        return ""
    return char if width(char) == cell_len(char) else _GETA
