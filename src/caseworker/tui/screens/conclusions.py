"""结论 on a screen of its own, where there is no room beside the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from caseworker.tui.plain import plain
from caseworker.tui.view import ConclusionsState
from caseworker.tui.widgets.conclusions_view import ConclusionsView


class ConclusionsScreen(ModalScreen[str | None]):
    """Ends with the path of the fact to answer, or None."""

    CSS_PATH = "conclusions.tcss"
    AUTO_FOCUS = "ConclusionsView"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f4", "leave", show=False, priority=True)]

    def __init__(self, state: Callable[[], ConclusionsState], title: str) -> None:
        super().__init__()
        self._view = state
        self._heading = title

    def compose(self) -> ComposeResult:
        """Whose conclusions, the list, the keys."""
        yield Static(plain(self._heading, "bold"), id="heading")
        yield ConclusionsView(self._view)
        yield Static(plain("上下 移动  Enter 展开、收起，或去填那一项  Esc 返回"), id="how")

    def on_conclusions_view_wanted(self, event: ConclusionsView.Wanted) -> None:
        """Close and let the form go to the field."""
        self.dismiss(event.path)

    def action_leave(self) -> None:
        """Back to where the cursor was."""
        self.dismiss(None)
