"""案卷: one application, its sections one at a time, with the conclusions beside it or behind F4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from caseworker.text.cells import clip, pad, width
from caseworker.tui import commands
from caseworker.tui.forms import SECTIONS
from caseworker.tui.forms.items import section_word
from caseworker.tui.hints import choice_line, field_line, option_rows
from caseworker.tui.keeper import Keeper
from caseworker.tui.plain import plain, show
from caseworker.tui.screens import lists, steps
from caseworker.tui.screens.chooser import Chooser
from caseworker.tui.screens.conclusions import ConclusionsScreen
from caseworker.tui.screens.form import FormScreen
from caseworker.tui.sheet import Sheet
from caseworker.tui.widgets.choice import Choice
from caseworker.tui.widgets.conclusions_view import ConclusionsView
from caseworker.tui.widgets.editor import Editor
from caseworker.tui.widgets.group_form import GroupForm
from caseworker.tui.widgets.key_line import KeyLine
from caseworker.tui.widgets.marks import Marks
from caseworker.tui.widgets.section_bar import SectionBar
from caseworker.tui.widgets.state_choice import StateChoice

if TYPE_CHECKING:
    from caseworker.store import Case
    from caseworker.tui.app import CounterApp


class CaseScreen(FormScreen):
    """A draft that is typed in, or (with `case`) an accepted case that is read."""

    CSS_PATH = "case.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.CASE, commands.CLOSED)]
    app: CounterApp

    def __init__(self, sheet: Sheet, case: Case | None = None, message: str = "") -> None:
        super().__init__(sheet)
        self.case = case
        self.message = message

    # --- what is on the screen ---

    @property
    def kind(self) -> str:
        """Which commands of the registry belong here."""
        return commands.CLOSED if self.sheet.closed else commands.CASE

    def compose(self) -> ComposeResult:
        """Title, sections, form and conclusions, four lines to read, keys."""
        yield Static(id="title")
        yield SectionBar(id="sections")
        with Horizontal(id="body"):
            yield VerticalScroll(id="panel", can_focus=False)
            yield ConclusionsView(lambda: self.keeper.state, id="side")
        for name in ("line", "tally", "hint", "options"):
            yield Static(id=name)
        yield KeyLine(self.kind)

    async def on_mount(self) -> None:
        """Show the first section and what follows from it."""
        self.keeper = Keeper(self.app.desk, self.app.back, self.sheet, self._work, self._heard)
        if self.case is not None:
            self.keeper.state.frozen(self.case.assessment, self.case.facts)
        else:
            self.keeper.conclude()
        await self.open_section(0 if not self.sheet.applicant.get("name") or self.sheet.closed else 1)
        self.refresh_lines()

    def _work(self, running: Any, group: str) -> None:
        # A worker of the app: a save goes on when the screen is left.
        self.app.run_worker(running, group=group)

    def _heard(self, what: str) -> None:
        if not self.is_attached:
            return
        if what == "concluded" and self.query_one("#side").display:
            self.query_one("#side", ConclusionsView).show()
        self.refresh_lines()

    def refresh_lines(self) -> None:
        """Title, sections, the next question and the verdicts; each repaints only where its text changed."""
        cells = self.size.width
        saved = self.keeper.saved_word
        self._line("#title", pad(self._title(), cells - width(saved) - 1) + " " + saved)
        words = [(section.label, section_word(self.sheet.household, section)) for section in SECTIONS]
        self.query_one("#sections", SectionBar).load([*words, ("结论", "")], self.section)
        self._line("#line", clip(self.message or self.keeper.failure or self._next_line(), cells))
        self._line("#tally", clip(self.keeper.state.tally_line, cells))

    def _next_line(self) -> str:
        """What to do next, where nothing else is to be said."""
        if self.sheet.closed:
            return "已受理，只读。F4 看结论和理由，F7 写审核记录，F8 看材料与时限"
        return self.keeper.state.ask_line

    def _line(self, name: str, text: str) -> None:
        static = self.query_one(name, Static)
        content = plain(text)
        if static.content != content:
            static.update(content)

    def _title(self) -> str:
        household = self.sheet.household
        who = self.sheet.applicant.get("name") or "（未填姓名）"
        where = "".join(household.get(key) or "" for key in ("township", "village"))
        what = "案卷" if self.sheet.closed else "草稿"
        due = f" 办结期限{self.case.due}" if self.case is not None and self.case.due else ""
        people = f"{len(household.get('members') or [])}人"
        return f"{what} {self.sheet.number} {who} {people} {where} 申请{household.get('applied_on') or '日期未填'}{due}"

    def say(self, text: str) -> None:
        """One line for the clerk, until the next field is left."""
        self.message = show(text)
        self.refresh_lines()

    # --- fields ---

    def store(self, form: GroupForm, editor: Editor) -> None:
        """Store a field that was left; the form shows what is stored, a refused text stays."""
        if self.sheet.closed or not editor.dirty:
            return
        problem = self.keeper.leave(editor)
        form.show_field(editor)
        if not problem and editor.spec.path in ("id_number", "disability", "schooling"):
            for other in form.widgets():
                form.show_field(other)
        form.show_heading()
        self.message = f"! {show(problem)}" if problem else ""
        self.refresh_lines()

    @on(Editor.Left)
    def _left(self, event: Editor.Left) -> None:
        event.stop()
        for form in self.forms():
            if event.editor in form.editors:
                self.store(form, event.editor)
                form.mark(event.editor)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the field and say what it is for."""
        for form in self.forms():
            for editor in form.editors:
                if editor.widget is event.widget:
                    form.mark(editor)
        self.hint()

    def hint(self) -> None:
        """What the field with the cursor is for, and what can be picked there."""
        here = self.focused
        cells = self.size.width
        self._line("#hint", clip(field_line(here, SECTIONS[self.section], closed=self.sheet.closed), cells))
        self._line("#options", choice_line(here, cells, closed=self.sheet.closed))

    def on_resize(self) -> None:
        """Lines are cut to the width of the screen."""
        if self.is_mounted and hasattr(self, "keeper"):
            self.refresh_lines()
            self.hint()

    # --- commands ---

    async def action_conclusions(self) -> None:
        """F4: into the panel beside the form, or its own screen where there is none."""
        self.leave_all()
        side = self.query_one("#side", ConclusionsView)
        if side.display:
            self.set_focus(side)
        else:
            self.app.push_screen(ConclusionsScreen(lambda: self.keeper.state, self._title()), self._answer)

    def _answer(self, path: str | None) -> None:
        if path:
            self.run_worker(self.go_to(path), group="go")

    @on(ConclusionsView.Wanted)
    async def _wanted(self, event: ConclusionsView.Wanted) -> None:
        event.stop()
        await self.go_to(event.path)

    async def action_next_question(self) -> None:
        """Ctrl+G: to the first thing that is wrong, else to the next question."""
        self.leave_all()
        state = self.keeper.state
        if state.faults:
            await self.go_to(state.faults[0][0])
        elif state.question:
            await self.go_to(state.question.path)
        else:
            self.say("没有要再问的了")

    async def action_save(self) -> None:
        """Ctrl+S."""
        self.leave_all()
        self.keeper.save()

    @work(group="step", exclusive=True)
    async def action_accept(self) -> None:
        """F5."""
        await steps.accept(self)

    @work(group="step", exclusive=True)
    async def action_record(self) -> None:
        """F7."""
        await steps.record(self)

    @work(group="step", exclusive=True)
    async def action_papers(self) -> None:
        """F8."""
        await steps.papers(self)

    @work(group="step", exclusive=True)
    async def action_back(self) -> None:
        """Esc: from the conclusions to the form, else to the workbench, after everything is saved."""
        if isinstance(self.focused, ConclusionsView):
            self.focus_first()
        elif await steps.leave(self):
            self.app.pop_screen()  # not awaited: it ends this very worker

    async def action_add_item(self) -> None:
        """Ctrl+N."""
        lists.add_item(self)

    @work(group="step", exclusive=True)
    async def action_drop_item(self) -> None:
        """Ctrl+D."""
        await lists.drop_item(self)

    @on(StateChoice.Chosen)
    def _state_chosen(self, event: StateChoice.Chosen) -> None:
        event.stop()
        if lists.needs_asking(self, event.group, event.answer):
            self.run_worker(lists.ask_and_answer(self, event.group, event.answer), group="step", exclusive=True)
        else:
            lists.answer(self, event.group, event.answer)

    @on(Choice.Opened)
    def _choice_opened(self, event: Choice.Opened) -> None:
        event.stop()
        choice = event.choice
        toggle = choice.pick if isinstance(choice, Marks) else None
        title = f"{choice.spec.label}：{choice.spec.help}"
        names = {option.code: option.value for option in choice.choices()}
        picker = Chooser(title, lambda typed: option_rows(choice, typed), toggle and (lambda code: toggle(names[code])))
        self.app.push_screen(picker, lambda code: self._chosen(choice, code))

    def _chosen(self, choice: Choice, code: str | None) -> None:
        if code == "unasked":
            choice.action_clear()
        elif code is not None:
            choice.pick(next(option.value for option in choice.choices() if option.code == code))
