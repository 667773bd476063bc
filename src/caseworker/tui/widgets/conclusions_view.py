"""The conclusions as a list to walk through: what to ask next, one line a programme, reasons that open below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from caseworker.text.cells import clip, width, wrap
from caseworker.tui.plain import plain_lines
from caseworker.tui.verdicts import ANSWERS, Reason, Verdict, programme_names
from caseworker.tui.view import ConclusionsState

_EDGE = 2  # the column of the scroll bar and one of air


class ConclusionsView(OptionList):
    """Enter on a programme opens or closes its reasons; on a question or a missing fact it goes to the field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold(True)", show=False),
        Binding("left", "unfold(False)", show=False),
    ]

    class Wanted(Message):
        """The clerk wants to answer the fact at this path."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self, state: Callable[[], ConclusionsState], **given: Any) -> None:
        super().__init__(markup=False, compact=True, **given)
        self._view = state
        self._open: set[str] = set()
        self._drawn_at = 0

    def on_focus(self) -> None:
        """The cursor starts on the first line."""
        if self.highlighted is None and self.option_count:
            self.highlighted = 0

    def on_resize(self, event: events.Resize) -> None:
        """Text is wrapped by us, so another width means other lines."""
        if event.size.width != self._drawn_at:
            self.show()

    def show(self) -> None:
        """Draw what is concluded now; the cursor stays on the line it was on."""
        self._drawn_at = self.size.width
        if not self._drawn_at:
            return
        here = self.highlighted_option.id if self.highlighted_option else None
        self.clear_options()
        self.add_options(list(self._rows_of(max(10, self._drawn_at - _EDGE))))
        ids = [option.id for option in self.options]
        self.highlighted = ids.index(here) if here in ids else 0 if self.has_focus else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        kind, _, rest = (event.option_id or "").partition("|")
        if kind == "verdict":
            self._open ^= {rest}
            self.show()
        elif kind in ("ask", "fault"):
            self.post_message(self.Wanted(rest.partition("|")[0]))

    def action_unfold(self, wanted: bool) -> None:
        """Open or close the programme under the cursor."""
        kind, _, rest = ((self.highlighted_option and self.highlighted_option.id) or "").partition("|")
        if kind == "verdict" and (rest in self._open) != wanted:
            self._open ^= {rest}
            self.show()

    def _rows_of(self, cells: int) -> Iterator[Option]:
        state = self._view()
        yield from self._faults(state, cells)
        if state.question:
            text = f"下一问：{state.question.label}（决定：{programme_names(state.question.programmes)}）"
            yield _option(wrap(text, cells), f"ask|{state.question.path}|next", "bold")
        for verdict in state.verdicts:
            yield from self._verdict(verdict, state, cells)
        if not state.verdicts and not state.faults:
            yield _option(wrap("还没有结论", cells), "empty|", "dim")

    def _faults(self, state: ConclusionsState, cells: int) -> Iterator[Option]:
        if state.faults:
            stale = "（下面是改之前的结论）" if state.verdicts else ""
            yield _option(wrap(f"! 先改好这{len(state.faults)}处{stale}", cells), "stale|", "bold")
        for number, (path, text) in enumerate(state.faults):
            yield _option(_hang("  ", text, cells), f"fault|{path}|{number}")

    def _verdict(self, verdict: Verdict, state: ConclusionsState, cells: int) -> Iterator[Option]:
        opened = verdict.key in self._open
        line = clip(f"{'-' if opened else '+'}{verdict.line}", cells)
        yield Option(Content(line).stylize(_STYLE.get(verdict.outcome, "")), f"verdict|{verdict.key}")
        if not opened:
            return
        for number, path in enumerate(verdict.missing):
            yield _option(_hang("   ? 缺：", state.name(path), cells), f"ask|{path}|{verdict.key}|{number}")
        for number, reason in enumerate(verdict.reasons):
            yield _option(list(_reason(reason, cells)), f"reason|{verdict.key}|{number}")


_STYLE = {
    "eligible": "bold $success",
    "ineligible": "",
    "needs_information": "$warning",
    "needs_decision": "bold $warning",
}


def _option(lines: list[str], ident: str, style: str = "") -> Option:
    return Option(plain_lines(lines, style), ident)


def _reason(reason: Reason, cells: int) -> Iterator[str]:
    yield from _hang(f"  {ANSWERS.get(reason.answer, reason.answer)} ", reason.statement, cells)
    if reason.working:
        yield from _hang("     算式 ", reason.working, cells)
    yield from _hang("     依据 ", reason.source, cells)


def _hang(head: str, text: str, cells: int) -> list[str]:
    """`text` wrapped behind `head`, further lines under its first character."""
    indent = min(width(head), cells // 2)
    lines = wrap(text, max(2, cells - indent))
    return [head + lines[0], *(" " * indent + line for line in lines[1:])]
