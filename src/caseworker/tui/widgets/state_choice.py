"""The three answers for a whole group: not asked, none, some; picked at once, because the form below depends on it."""

from __future__ import annotations

from typing import Any

from textual.message import Message

from caseworker.tui.forms.items import NONE, SOME
from caseworker.tui.forms.options import Option
from caseworker.tui.forms.spec import Field, Group, Kind
from caseworker.tui.widgets.choice import Choice


class StateChoice(Choice):
    """Shows 未问, 无 or 有 N 项 of a group; 1 = none, 2 = some, 0 = not asked."""

    class Chosen(Message):
        """The clerk gave one of the three answers (None = not asked)."""

        def __init__(self, group: Group, answer: str | None) -> None:
            super().__init__()
            self.group = group
            self.answer = answer

    def __init__(self, group: Group) -> None:
        self.group = group
        self._word = ""
        options = (Option("1", NONE, group.none_word), Option("2", SOME, "有"))
        super().__init__(Field("", group.title, Kind.CHOICE, group.help, group.law), lambda: options)

    @property
    def path(self) -> str:
        """The path of the whole group."""
        return self.group.path

    @property
    def dirty(self) -> bool:
        """Never: an answer is acted on at once."""
        return False

    @property
    def word(self) -> str:
        """The answer with the number of items."""
        return self._word

    def show_state(self, state: str | None, word: str) -> None:
        """Show what the household file says."""
        self._word = word
        self.load(state)

    def pick(self, value: Any) -> None:
        """Hand the answer to the screen, which asks before anything typed would go."""
        self.post_message(self.Chosen(self.group, value))
