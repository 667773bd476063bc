"""A list to choose from, narrowed by typing: digits, pinyin initials or Chinese. Menu and long choices are made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from caseworker.text.cells import clip
from caseworker.tui.plain import plain
from caseworker.tui.widgets.text_field import LineInput

Rows = Sequence[tuple[str, str]]


class Chooser(ModalScreen[str | None]):
    """Rows are (id, text) for what was typed; Enter takes the one under the cursor, Esc none.

    With `toggle` Enter does not close: it hands the id to `toggle` and the rows are asked for again.
    """

    CSS_PATH = "chooser.tcss"
    AUTO_FOCUS = "LineInput"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("pagedown", "walk(8)", show=False),
        Binding("pageup", "walk(-8)", show=False),
    ]

    def __init__(self, title: str, rows: Callable[[str], Rows], toggle: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._heading = title
        self._rows = rows
        self._toggle = toggle
        self._drawn_for = ""

    def compose(self) -> ComposeResult:
        """Heading, filter, list, and how to go on."""
        with Vertical(id="box"):
            yield Static(plain(self._heading), id="heading")
            yield LineInput(placeholder="键入编号、拼音首字母或汉字筛选", id="filter")
            yield OptionList(id="rows", markup=False, compact=True)
            done = "Enter 选上或去掉  Esc 完成" if self._toggle else "Enter 选定  Esc 不选"
            yield Static(plain(f"↑↓ 移动  {done}".replace("↑↓", "上下")), id="how")

    def on_mount(self) -> None:
        """Nothing in the list takes the focus away from the filter."""
        self.query_one("#rows", OptionList).can_focus = False
        self._show()

    def on_resize(self) -> None:
        """The rows are cut to the width of the box."""
        self._show()

    @on(Input.Changed)
    def _narrow(self) -> None:
        if self._drawn_for != self.query_one(Input).value:
            self._show(0)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._chosen(event.option_id)

    def action_walk(self, step: int) -> None:
        """Up and down: move the cursor in the list while typing goes on in the filter."""
        rows = self.query_one("#rows", OptionList)
        if rows.option_count:
            rows.highlighted = max(0, min(rows.option_count - 1, (rows.highlighted or 0) + step))

    def action_step(self, step: int) -> None:
        """Enter: take the row under the cursor, of the rows for all that was typed before it."""
        if self._drawn_for != self.query_one(Input).value:
            self._show(0)
        option = self.query_one("#rows", OptionList).highlighted_option
        self._chosen(option.id if option else None)

    def action_leave(self) -> None:
        """Close without taking a row."""
        self.dismiss(None)

    def _chosen(self, ident: str | None) -> None:
        if ident is None:
            return
        if self._toggle is None:
            self.dismiss(ident)
            return
        self._toggle(ident)
        self._show()

    def _show(self, highlighted: int | None = None) -> None:
        rows = self.query_one("#rows", OptionList)
        here = rows.highlighted if highlighted is None else highlighted
        cells = max(10, self.query_one("#box").content_size.width - 2)
        self._drawn_for = self.query_one(Input).value
        rows.clear_options()
        rows.add_options([Option(plain(clip(text, cells)), ident) for ident, text in self._rows(self._drawn_for)])
        if rows.option_count:
            rows.highlighted = min(here or 0, rows.option_count - 1)
