"""The bottom line: the keys of this screen from the registry, also clickable."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from caseworker.text.cells import width
from caseworker.tui import commands


class KeyLine(Widget):
    """`F1帮助 F2新建 …` as far as the line reaches; the rest is in the menu, which says so."""

    def __init__(self, screen_name: str) -> None:
        super().__init__()
        self.commands = commands.footer(screen_name)

    def tags(self) -> list[tuple[str, commands.Command]]:
        """The entries that fit, each with its command; whole entries only, F9 always among them."""
        entries = [(f"{c.key_text}{c.label}", c) for c in self.commands]
        while sum(width(text) + 1 for text, _ in entries) > self.size.width + 1:
            entries.remove(next(entry for entry in reversed(entries) if entry[1].id != "menu"))
        return entries

    def render(self) -> Content:
        """Keys bold, labels plain."""
        pieces = [Content(c.key_text).stylize("bold") + Content(c.label) for _, c in self.tags()]
        return Content(" ").join(pieces)

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        edge = 0
        for text, command in self.tags():
            edge += width(text) + 1
            if event.x < edge:
                self.app.do(command.id)  # type: ignore[attr-defined]
                return
