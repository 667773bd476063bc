"""What every field on a form has in common: its spec, its path, the stored value, and the word when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

from caseworker.tui.forms.paths import join
from caseworker.tui.forms.spec import Field

if TYPE_CHECKING:
    from textual.widget import Widget

MOVES = [("enter", "screen.step(1)"), ("down", "screen.walk(1)"), ("up", "screen.walk(-1)")]


class Editor:
    """Mixin for a focusable widget that edits one fact; the screen stores it when it is left."""

    class Left(Message):
        """The field lost the focus."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    spec: Field
    prefix: str = ""
    failed: bool = False

    @property
    def path(self) -> str:
        """The path of the fact in the household file."""
        return join(self.prefix, self.spec.path)

    @property
    def widget(self) -> Widget:
        """This editor as the widget that it is."""
        return self  # type: ignore[return-value]

    @property
    def dirty(self) -> bool:
        """Whether something was entered that is not stored."""
        raise NotImplementedError

    def parsed(self) -> Any:
        """The value that was entered; ValueError with a Chinese sentence where it is none."""
        raise NotImplementedError

    def text(self) -> str:
        """What was entered, as it was typed."""
        raise NotImplementedError

    def load(self, value: Any, typed: str | None = None, hint: str = "") -> None:
        """Show a stored value, or the text that was typed instead of it; `hint` stands in an empty field."""
        raise NotImplementedError
