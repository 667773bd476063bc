"""The counter (柜台): starts on the workbench, hands the desk to its screens, and never loses what was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.binding import BindingType
from textual.screen import ModalScreen

from caseworker.text.cells import pad
from caseworker.tui import commands
from caseworker.tui.back import Back, failures, line_of
from caseworker.tui.order import OrderedApp
from caseworker.tui.screens.case import CaseScreen
from caseworker.tui.screens.chooser import Chooser
from caseworker.tui.screens.help import help_lines
from caseworker.tui.screens.queue import QueueScreen
from caseworker.tui.screens.reader import Reader
from caseworker.tui.screens.steps import leave
from caseworker.tui.sheet import Sheet
from caseworker.tui.theme import COUNTER

if TYPE_CHECKING:
    from caseworker.desk import Desk

Result = TypeVar("Result")


class CounterApp(OrderedApp[int]):
    """The window of one desk. No clock, no spinner, no animation: every repaint moves an input method's window."""

    TITLE = "caseworker"
    CSS_PATH = "counter.tcss"
    ENABLE_COMMAND_PALETTE = False
    # Textual annotates this one as an instance variable, so it cannot be a ClassVar here.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (120, "-wider")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*commands.app_bindings()]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.animation_level = "none"
        self.desk = desk
        self.back = Back()
        self.office_name = ""
        self.register_theme(COUNTER)
        self.theme = COUNTER.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, known to the stylesheets under any theme."""
        return COUNTER.variables

    async def on_mount(self) -> None:
        """Show the workbench."""
        await self.push_screen(QueueScreen())
        self._name_office()

    @work(group="office")
    async def _name_office(self) -> None:
        try:
            office = await self.back.call(self.desk.office)
        except failures():
            return  # the workbench, which asks the same desk, says what is wrong
        self.office_name = f"{office.region_name} {office.township}" if office else ""
        for screen in self.screen_stack:
            if isinstance(screen, QueueScreen):
                screen.draw()

    # --- opening ---

    async def new_draft(self) -> None:
        """A new application on the screen."""
        draft_id = await self._ask(self.desk.new_draft)
        if isinstance(draft_id, str):
            self.show_draft(draft_id)

    @work(group="open")
    async def show_draft(self, draft_id: str) -> None:
        """A draft on the screen, as it was last saved."""
        household = await self._ask(self.desk.draft, draft_id)
        if isinstance(household, dict):
            await self._show(CaseScreen(Sheet(household, draft_id)))

    @work(group="open")
    async def show_case(self, number: str, message: str = "", *, replace: bool = False) -> None:
        """An accepted case on the screen, to read. A worker of the app: it outlives the screen it replaces."""
        case = await self._ask(self.desk.case, number)
        if case is not None:
            await self._show(CaseScreen(Sheet(case.facts, number, closed=True), case, message), replace=replace)

    async def _show(self, screen: CaseScreen, *, replace: bool = False) -> None:
        if replace or isinstance(self.screen, CaseScreen):
            await self.switch_screen(screen)
        else:
            await self.push_screen(screen)

    async def write_record(self, number: str, say: Callable[[str], None]) -> None:
        """Write the review record of a case into the office folder and say where it is."""
        paths = await self._ask(self.desk.record, number, self.desk.home / "文书")
        if paths is not None:
            say(f"审核记录写好了：{paths[0].name}")
            lines = ["写在这里，可用 WPS 或 Word 打开、打印：", *(str(path) for path in paths)]
            await self.push_screen_wait(Reader(f"审核记录 {number}", lines))

    async def _ask(self, function: Callable[..., Result], *given: object) -> Result | None:
        """The desk's answer; None where it refused, which the screen then says."""
        try:
            return await self.back.call(function, *given)
        except failures() as error:
            self.screen.say(f"! {line_of(error)}")  # type: ignore[attr-defined]
            return None

    # --- everywhere ---

    def do(self, command_id: str) -> None:
        """Carry a command out on the screen or, where that does not know it, on the app."""
        target = self.screen if hasattr(self.screen, f"action_{command_id}") else self
        self.run_worker(self.run_action(command_id, default_namespace=target), group="do")

    @property
    def kind(self) -> str:
        """Which commands of the registry belong to the screen below any page that is read."""
        return next((s.kind for s in reversed(self.screen_stack) if isinstance(s, QueueScreen | CaseScreen)), "")

    def action_menu(self) -> None:
        """F9, Ctrl+P."""
        if isinstance(self.screen, ModalScreen):
            return
        kind = self.kind
        self.push_screen(Chooser("菜单", lambda typed: _menu_rows(kind, typed)), self._menu_chosen)

    def _menu_chosen(self, command_id: str | None) -> None:
        if command_id is not None:
            self.do(command_id)

    def action_help(self) -> None:
        """F1."""
        if not isinstance(self.screen, Reader | Chooser):
            self.push_screen(Reader("帮助", help_lines(self.kind, self.screen.focused)))

    def action_new(self) -> None:
        """F2: a new application; the draft on the screen stays among the drafts."""
        self._leave_for(self.new_draft)

    def action_find(self) -> None:
        """F3: the search field of the workbench."""
        self._leave_for(self._to_search)

    async def _to_search(self) -> None:
        if isinstance(self.screen, CaseScreen):
            await self.pop_screen()
        if isinstance(self.screen, QueueScreen):
            self.screen.set_focus(self.screen.query_one("#search"))

    @work(group="step", exclusive=True)
    async def _leave_for(self, then: Callable[[], Awaitable[None]]) -> None:
        if isinstance(self.screen, QueueScreen) or (isinstance(self.screen, CaseScreen) and await leave(self.screen)):
            await then()

    async def action_quit(self) -> None:
        """Ctrl+Q: out, once everything typed is stored."""
        self._quit()

    @work(group="step", exclusive=True)
    async def _quit(self) -> None:
        cases = [screen for screen in self.screen_stack if isinstance(screen, CaseScreen)]
        while isinstance(self.screen, ModalScreen):
            await self.pop_screen()
        for screen in cases:
            if not await leave(screen):
                return
        self.exit(0)

    def on_unmount(self) -> None:
        """The desk's thread ends with the window."""
        self.back.close()


def _menu_rows(kind: str, typed: str) -> list[tuple[str, str]]:
    return [
        (command.id, f"{pad(command.key_text, 10)}{pad(command.title, 16)}{command.help}")
        for command in commands.find(kind, typed)
    ]
