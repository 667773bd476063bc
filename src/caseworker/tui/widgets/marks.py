"""Several of a few values: a list of categories (none, some, not asked), or the six self-care questions."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.content import Content

from caseworker.text.cells import pad
from caseworker.tui.forms.options import CARE_WORDS
from caseworker.tui.plain import show
from caseworker.tui.widgets.choice import Choice

_CARE_NEXT = {None: True, True: False, False: None}
_CARE_SIGN = {None: "?", True: "能", False: "不能"}


class Marks(Choice):
    """Any number of values as a list; 0 = asked, none (`[]`); Delete = not asked; a code adds or takes away."""

    @property
    def word(self) -> str:
        """The words of what is picked."""
        if self.picked is None:
            return self.spec.unasked_word
        words = {option.value: option.word for option in self.choices()}
        return "、".join(words.get(value, str(value)) for value in self.picked) or self.spec.none_word

    def pick(self, value: Any) -> None:
        """Add a value that is not there, take away one that is; the list keeps the order of the choices."""
        if value is None:
            self.picked = None
            return
        chosen = set(self.picked or []) ^ {value}
        self.picked = [option.value for option in self.choices() if option.value in chosen]

    def action_turn(self, step: int) -> None:
        """Many values have no next one: the list opens instead."""
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """0 says that there is none; the rest picks."""
        if event.character in ("0", "０") and not self._buffer:
            if len(self.choices()) <= 9:
                event.stop()
                event.prevent_default()
                self.picked = []
                return
            if self.picked is None:
                self.picked = []  # a code of two digits may follow; if none does, "none" is what was said
        if event.character in ("0", "０") and self._buffer in ("0", "０"):
            event.stop()
            event.prevent_default()
            self._buffer = ""
            self.picked = []


class Care(Choice):
    """The six self-care questions in one row: 1 to 6 turn one of them, 9 = can do everything, 0 = not asked."""

    @property
    def word(self) -> str:
        """Each question with its answer."""
        facts = self.picked or {}
        return " ".join(
            f"{number}{word}{_CARE_SIGN[facts.get(key)]}" for number, (key, word) in enumerate(CARE_WORDS.items(), 1)
        )

    def render(self) -> Content:
        """Answers stand in the row even where none is given."""
        return Content(pad(show(self.word), self.size.width))

    def pick(self, value: Any) -> None:
        """Turn one question: not asked, can, cannot."""
        if value is None:
            self.picked = None
            return
        facts = dict.fromkeys(CARE_WORDS) | (self.picked or {})
        facts[value] = _CARE_NEXT[facts[value]]
        self.picked = None if all(fact is None for fact in facts.values()) else facts

    def action_turn(self, step: int) -> None:
        """The answers have no order to turn in."""

    def action_open(self) -> None:
        """All six stand in the row already."""

    def on_key(self, event: events.Key) -> None:
        """9 says that the person can do all six."""
        if event.character in ("9", "９"):
            event.stop()
            event.prevent_default()
            self.picked = dict.fromkeys(CARE_WORDS, True)
