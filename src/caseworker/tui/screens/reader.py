"""A page of text to read, with or without a decision at its end: help, papers, what was written, what is confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from caseworker.text.cells import pad, wrap
from caseworker.tui.plain import plain


class Reader(ModalScreen[str | None]):
    """Lines wrapped to the screen; `choices` are (id, label) to end with, numbered; without any, Esc closes.

    A line that begins with `# ` is a heading; leading spaces are kept as the indent of the whole paragraph.
    """

    CSS_PATH = "reader.tcss"
    AUTO_FOCUS = "#choices, #page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        choices: Sequence[tuple[str, str]] = (),
        key: str = "",
        highlighted: int = 0,
    ) -> None:
        super().__init__()
        self._heading = title
        self._text = lines
        self._choices = choices
        self._key = key
        self._first = highlighted

    def compose(self) -> ComposeResult:
        """Heading, page, and the ways out."""
        yield Static(id="heading")
        with VerticalScroll(id="page", can_focus=not self._choices):
            yield Static(id="text")
        if self._choices:
            rows = [Option(plain(f"{n} {label}"), ident) for n, (ident, label) in enumerate(self._choices, 1)]
            yield OptionList(*rows, id="choices", markup=False, compact=True)
        keys = "数字或 Enter 选  " if self._choices else ""
        yield Static(plain(f"{keys}PgUp/PgDn 翻页  Esc 返回"), id="how")

    def on_mount(self) -> None:
        """The harmless way out is under the cursor."""
        if self._choices:
            self.query_one("#choices", OptionList).highlighted = self._first

    def on_resize(self, event: events.Resize) -> None:
        """The text is wrapped by us, for the rules of Chinese line breaks."""
        cells = event.size.width - 6  # two paddings each side, the scroll bar, one of air
        self.query_one("#heading", Static).update(plain(pad(self._heading, event.size.width - 2), "bold"))
        self.query_one("#text", Static).update(_page(self._text, max(10, cells)))

    def on_key(self, event: events.Key) -> None:
        """A digit takes the choice of that number; the key that opened the page takes the first."""
        digit = event.character or ""
        if digit.isdigit() and 0 < int(digit) <= len(self._choices):
            event.stop()
            self.dismiss(self._choices[int(digit) - 1][0])
        elif self._choices and event.key == self._key:
            event.stop()
            self.dismiss(self._choices[0][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a choice."""
        event.stop()
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)

    def action_page(self, step: int) -> None:
        """Turn the page whether or not it has the focus."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=step * max(1, page.size.height - 1), animate=False)


def _page(lines: Sequence[str], cells: int) -> Content:
    rows = []
    for line in lines:
        text, style = (line[2:], "bold") if line.startswith("# ") else (line, "")
        indent = len(text) - len(text.lstrip(" "))
        rows += [plain(" " * indent + row, style) for row in wrap(text.strip(" "), max(2, cells - indent))]
    return Content("\n").join(rows)
