"""The items of a list group in one row or a few: which there are, which one the form below shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from caseworker.text.cells import clip, pad, width
from caseworker.tui.forms.spec import Group
from caseworker.tui.plain import show


class ItemPicker(Widget, can_focus=True):
    """←→ or digits choose an item; [ ] stand around the chosen one; what does not fit is marked with its number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "go(1)", show=False),
        Binding("left", "go(-1)", show=False),
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
        Binding("enter", "screen.step(1)", show=False),
    ]
    index: reactive[int] = reactive(0)

    class Picked(Message):
        """Another item is wanted."""

        def __init__(self, group: Group, index: int) -> None:
            super().__init__()
            self.group = group
            self.index = index

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        self.lines: list[str] = []

    def load(self, lines: Sequence[str], index: int) -> None:
        """Show these items, `index` chosen."""
        self.lines = [show(line) for line in lines]
        self.index = index
        if self.group.rows > 1:
            self.styles.height = max(1, min(len(lines), self.group.rows))
        self.refresh()

    def render(self) -> Content:
        """All rows as one text."""
        return self._bar(self.size.width) if self.group.rows == 1 else self._rows(self.size.width, self.size.height)

    def _bar(self, cells: int) -> Content:
        """As many items as fit beside the chosen one, with the numbers left out at either end."""
        tags = [self._tag(n, clip(line, 20)) for n, line in enumerate(self.lines)]
        first = last = min(self.index, len(tags) - 1) if tags else 0
        room = cells - 10 - (width(tags[first]) if tags else 0)
        while tags and (first > 0 or last < len(tags) - 1):
            step = last + 1 if last < len(tags) - 1 else first - 1
            room -= width(tags[step]) + 1
            if room < 0:
                break
            first, last = min(first, step), max(last, step)
        before = f"{first}项<< " if first else ""
        after = f" >>{len(tags) - 1 - last}项" if tags and last < len(tags) - 1 else ""
        text = before + " ".join(tags[first : last + 1]) + after
        return Content(pad(text, cells))

    def _tag(self, n: int, line: str) -> str:
        return f"[{n + 1} {line}]" if n == self.index else f" {n + 1} {line} "

    def _rows(self, cells: int, height: int) -> Content:
        top = max(0, min(self.index - height + 1, len(self.lines) - height)) if self.index >= height else 0
        shown = range(top, min(top + height, len(self.lines)))
        rows = []
        for n in shown:
            hidden = len(self.lines) - shown[-1] - 1 if n == shown[-1] else top if n == top else 0
            more = f" 还有{hidden}项" if hidden > 0 else ""
            rows.append(pad(self._tag(n, clip(self.lines[n], cells - 8 - width(more))) + more, cells))
        return Content("\n".join(rows))

    def action_go(self, step: int) -> None:
        """The next or previous item, round and round."""
        if self.lines:
            self.post_message(self.Picked(self.group, (self.index + step) % len(self.lines)))

    def action_down(self) -> None:
        """In a list of rows the next item, below the last one the form."""
        self._vertical(1)

    def action_up(self) -> None:
        """In a list of rows the item above, above the first one the field before."""
        self._vertical(-1)

    def _vertical(self, step: int) -> None:
        if self.group.rows > 1 and 0 <= self.index + step < len(self.lines):
            self.post_message(self.Picked(self.group, self.index + step))
        else:
            self.screen.walk(step)  # type: ignore[attr-defined]

    def on_key(self, event: events.Key) -> None:
        """A digit goes to the item of that number."""
        digit = {"０": "0"}.get(event.character or "", event.character or "")
        if digit.isdigit() and 0 < int(digit) <= len(self.lines):
            event.stop()
            self.post_message(self.Picked(self.group, int(digit) - 1))

    def on_click(self, event: events.Click) -> None:
        """In a list of rows a click chooses the row."""
        if self.group.rows > 1 and event.y < len(self.lines):
            self.post_message(self.Picked(self.group, event.y))
