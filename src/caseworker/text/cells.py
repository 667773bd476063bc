"""Chinese text on a terminal: its width in cells, cutting with a mark, filling, and wrapping by 避头尾.

East Asian wide and full-width characters take two cells, combining marks none, everything else one (ambiguous
characters too, as Rich counts them). What comes out never holds a control or an invisible formatting character:
text that people typed can neither move the cursor nor turn the reading direction.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

_BLANKS = "\t\n\v\f\r\x85\u2028\u2029"
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NOT_FIRST = frozenset("，。、；：？！）》」』】〉〕〗”’…—～·%％℃,.;:?!)]}>")
_NOT_LAST = frozenset("（《「『【〈〔〖“‘￥([{<")


def width(s: str) -> int:
    """Terminal cells that `s` takes once `printable` has cleaned it."""
    return _measure(printable(s))


def printable(s: str) -> str:
    """`s` on one line: tabs and line breaks become a space, other control and invisible characters are dropped."""
    if s.isprintable():
        return s
    return "".join(filter(None, map(_shown, s)))


def clip(s: str, cells: int, mark: str = "..") -> str:
    """`s` in at most `cells` cells; what was cut ends with `mark` (itself cut where there is no room for it)."""
    text = printable(s)
    if _measure(text) <= cells:
        return text
    end = printable(mark)
    room = cells - _measure(end)
    return _prefix(text, room) + end if room > 0 else _prefix(end, cells)


def pad(s: str, cells: int) -> str:
    """`s` in exactly `cells` cells: cut with the mark where it is longer, filled with spaces where it is shorter."""
    text = clip(s, cells)
    return text + " " * (cells - _measure(text))


def wrap(s: str, cells: int) -> list[str]:
    """Lines of at most `cells` cells: no line begins with closing or ends with opening punctuation (避头尾).

    Words of Latin letters and figures stay whole; a run longer than a line is broken. Line breaks in `s` are kept.
    Raises ValueError below 2 cells, where a Chinese character has no room.
    """
    if cells < 2:
        raise ValueError(f"wrap needs at least 2 cells, not {cells}")
    return [line for paragraph in s.splitlines() or [""] for line in _fill(printable(paragraph), cells)]


def _measure(text: str) -> int:
    """Cells of what `printable` gave."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"} or unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _shown(char: str) -> str:
    if char in _BLANKS:
        return " "
    return "" if unicodedata.category(char) in _UNSEEN else char


def _prefix(text: str, cells: int) -> str:
    """The longest beginning of `text` that fits, with the combining marks of its last character."""
    used = 0
    for index, char in enumerate(text):
        used += _cells(char)
        if used > cells:
            return text[:index]
    return text


def _fill(text: str, cells: int) -> list[str]:
    """Greedy lines: each unit goes on the line while it fits; a unit longer than a line is broken by character."""
    lines, line, used = [], "", 0
    for unit in _units(text):
        size = _measure(unit)
        if used + size > cells and unit != " ":
            lines.append(line.rstrip(" "))
            line, used = "", 0
        while size > cells:
            head = _prefix(unit, cells)
            lines.append(head)
            unit = unit[len(head) :]
            size = _measure(unit)
        if line or unit != " ":
            line, used = line + unit, used + size
    return [kept for kept in lines if kept] + ([line.rstrip(" ")] if line.strip() or not lines else [])


def _units(text: str) -> Iterator[str]:
    """`text` in pieces that a line break must not split."""
    unit = text[:1]
    for before, char in pairwise(text):
        if _holds_together(before, char):
            unit += char
        else:
            yield unit
            unit = char
    if unit:
        yield unit


def _holds_together(before: str, char: str) -> bool:
    if " " in (before, char):
        return False
    if char in _NOT_FIRST or before in _NOT_LAST or _cells(char) == 0:
        return True
    return before.isascii() and char.isascii()
