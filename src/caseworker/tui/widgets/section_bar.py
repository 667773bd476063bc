"""The row of sections at the top of a case: digits or ←→ switch, each says how much of it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from caseworker.text.cells import clip, width


class SectionBar(Widget, can_focus=True):
    """Shows `1申请  2成员 有3人  …` with [ ] around the open one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "go(1)", show=False),
        Binding("left", "go(-1)", show=False),
        Binding("enter,down", "screen.step(1)", show=False),
    ]

    class Picked(Message):
        """Another section is wanted, counted from 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.items: list[tuple[str, str]] = []
        self.index = 0

    def load(self, items: Sequence[tuple[str, str]], index: int) -> None:
        """Show sections as (label, word), `index` open; repaints only where something changed."""
        if (list(items), index) != (self.items, self.index):
            self.items, self.index = list(items), index
            self.refresh()

    def tags(self) -> list[str]:
        """What stands in the row, one text a section."""
        tags = []
        for n, (label, word) in enumerate(self.items):
            text = f"{n + 1}{label}{' ' + word if word else ''}"
            tags.append(f"[{text}]" if n == self.index else f" {text} ")
        return tags

    def render(self) -> Content:
        """The row, the open section in reverse."""
        pieces: list[Content] = []
        for n, tag in enumerate(self.tags()):
            pieces.append(Content(tag).stylize("reverse") if n == self.index else Content(tag))
        row = Content("").join(pieces)
        cells = self.size.width
        return row if row.cell_length <= cells else Content(clip(row.plain, cells))

    def action_go(self, step: int) -> None:
        """The next or previous section, round and round."""
        self.post_message(self.Picked((self.index + step) % len(self.items)))

    def on_key(self, event: events.Key) -> None:
        """A digit opens the section of that number."""
        digit = event.character or ""
        if digit.isdigit() and 0 < int(digit) <= len(self.items):
            event.stop()
            self.post_message(self.Picked(int(digit) - 1))

    def on_click(self, event: events.Click) -> None:
        """A click opens the section under the pointer."""
        edge = 0
        for n, tag in enumerate(self.tags()):
            edge += width(tag)
            if event.x < edge:
                self.post_message(self.Picked(n))
                return
