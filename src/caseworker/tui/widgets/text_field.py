"""A one-row text field: full-width input and paste are taken as they come, nothing is cut without a mark."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import Input

from caseworker.text import idnumber
from caseworker.text.cells import pad, printable
from caseworker.tui.forms import entry
from caseworker.tui.forms.spec import Field, Kind
from caseworker.tui.plain import show
from caseworker.tui.widgets.editor import MOVES, Editor


class LineInput(Input):
    """A compact Input that does not blink, takes no control characters, and marks what does not fit when left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, action, show=False) for key, action in MOVES]

    def __init__(self, placeholder: str = "", **given: Any) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, **given)
        self.cursor_blink = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Every way in passes here: typing, input method, paste."""
        super().replace(printable(text), start, end)

    def _on_paste(self, event: events.Paste) -> None:
        """A pasted list keeps all its lines, on one line."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)

    def render_line(self, y: int) -> Strip:
        """While the cursor is elsewhere a long text is cut with a mark; with it, the field scrolls."""
        width = self.size.width
        text = self.value or self.placeholder
        if self.has_focus or y or cell_len(text) <= width:
            return super().render_line(y)
        return Strip([Segment(pad(show(text), width))], width).apply_style(self.rich_style)


class TextField(LineInput, Editor):
    """An editor for everything that is typed: text, ID numbers, dates, amounts, counts."""

    def __init__(self, spec: Field, **given: Any) -> None:
        super().__init__(**given)
        self.spec = spec
        self._shown = ""

    @property
    def dirty(self) -> bool:
        """Whether the text differs from what the stored value looks like."""
        return self.value != self._shown

    def parsed(self) -> Any:
        """The contract's value of the text."""
        return entry.read(self.spec, self.value)

    def text(self) -> str:
        """The text as it stands."""
        return self.value

    def load(self, value: Any, typed: str | None = None, hint: str = "") -> None:
        """Show the value, with the cursor behind it."""
        self._shown = entry.show(self.spec, value)
        if self.disabled and self.spec.kind is Kind.ID:  # only who types a number sees all of it
            self._shown = idnumber.mask(self._shown)
        self.failed = typed is not None
        self.value = self._shown if typed is None else typed
        self.placeholder = hint or "未问"
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """Tell the screen that the field was left."""
        self.post_message(self.Left(self))
