"""A one-row choice: digits, pinyin initials or the word pick, ←→ turn, Space lists all, Delete is "not asked"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from caseworker.text.cells import pad
from caseworker.tui.forms.options import Option, narrow
from caseworker.tui.forms.spec import Field
from caseworker.tui.plain import show
from caseworker.tui.widgets.editor import MOVES, Editor


class Choice(Widget, Editor, can_focus=True):
    """One of a few values, or not asked (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, action, show=False) for key, action in MOVES),
        Binding("right", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("space", "open", show=False),
        Binding("delete,backspace", "clear", show=False),
    ]
    picked: reactive[Any] = reactive(None)

    class Opened(Message):
        """The clerk wants to see all choices."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, spec: Field, choices: Callable[[], Sequence[Option]], **given: Any) -> None:
        super().__init__(**given)
        self.spec = spec
        self.choices = choices
        self.hint = ""
        self._stored: Any = None
        self._buffer = ""

    @property
    def dirty(self) -> bool:
        """Whether another value was picked than is stored."""
        return bool(self.picked != self._stored)

    def parsed(self) -> Any:
        """The picked value."""
        return self.picked

    def text(self) -> str:
        """The picked word."""
        return self.word

    @property
    def word(self) -> str:
        """The word of what is picked."""
        if self.picked is None:
            return self.hint or self.spec.unasked_word
        return next((o.word for o in self.choices() if o.value == self.picked), str(self.picked))

    def load(self, value: Any, typed: str | None = None, hint: str = "") -> None:
        """Show a stored value."""
        self.failed = False
        self.hint = hint
        self._stored = self.picked = value
        self._buffer = ""
        self.refresh()

    def render(self) -> Content:
        """The word, dim where nothing was asked."""
        text = Content(pad(show(self.word), self.size.width))
        return text.stylize("$text-unasked") if self.picked is None and not self.has_focus else text

    def pick(self, value: Any) -> None:
        """Take a value; storing it is the screen's, when the field is left."""
        self.picked = value

    def action_turn(self, step: int) -> None:
        """The next or previous value; "not asked" is one of the ring."""
        values = [None, *(option.value for option in self.choices())]
        here = values.index(self.picked) if self.picked in values else 0
        self._buffer = ""
        self.pick(values[(here + step) % len(values)])

    def action_clear(self) -> None:
        """Back to "not asked"."""
        self._buffer = ""
        self.pick(None)

    def action_open(self) -> None:
        """Ask the screen for the whole list."""
        self.post_message(self.Opened(self))

    def on_key(self, event: events.Key) -> None:
        """Digits pick when their code is whole, letters and Chinese pick the first that fits."""
        if not event.is_printable or not event.character or event.character == " ":
            return
        event.stop()
        for typed in (self._buffer + event.character, event.character):
            if self._try(typed):
                return
        self._buffer = ""

    def _try(self, typed: str) -> bool:
        """Whether `typed` begins one of the choices; picks it where that is settled."""
        choices = list(self.choices())
        width = len(choices[0].code) if choices else 1
        if len(typed) == width and not typed.strip("0０"):
            self.action_clear()
            return True
        found = narrow(choices, typed)
        if not found:
            return False
        self._buffer = typed
        if not typed.isdigit():
            self.pick(found[0].value)
        elif len(typed) == width:
            self.pick(found[0].value)
            self._buffer = ""
        return True

    def on_blur(self) -> None:
        """Tell the screen that the field was left."""
        self._buffer = ""
        self.post_message(self.Left(self))
