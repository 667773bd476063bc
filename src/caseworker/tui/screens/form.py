"""The form half of a case: one section on the panel at a time, the cursor going through its fields."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from caseworker.tui.forms import SECTIONS
from caseworker.tui.forms.items import count
from caseworker.tui.forms.spec import Group
from caseworker.tui.forms.where import Place, find
from caseworker.tui.sheet import Sheet
from caseworker.tui.widgets.conclusions_view import ConclusionsView
from caseworker.tui.widgets.editor import Editor
from caseworker.tui.widgets.group_form import GroupForm
from caseworker.tui.widgets.item_picker import ItemPicker
from caseworker.tui.widgets.section_bar import SectionBar
from caseworker.tui.widgets.state_choice import StateChoice


class FormScreen(Screen[None]):
    """Moves about in the forms of a sheet; what a stored field leads to is the subclass's."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.section = 0

    # --- what the subclass does ---

    def store(self, form: GroupForm, editor: Editor) -> None:
        """Store what a field holds."""
        raise NotImplementedError

    def refresh_lines(self) -> None:
        """Show what changed around the form."""
        raise NotImplementedError

    def hint(self) -> None:
        """Say what the field with the cursor is for."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """One line for the clerk."""
        raise NotImplementedError

    async def action_conclusions(self) -> None:
        """Show the conclusions."""
        raise NotImplementedError

    # --- sections and items ---

    async def open_section(self, index: int, *, focus: bool = True) -> None:
        """Put another section on the panel; the last entry of the bar is the conclusions."""
        if index == len(SECTIONS):
            await self.action_conclusions()
            return
        self.leave_all()
        panel = self.query_one("#panel", VerticalScroll)
        self.section = index
        async with self.batch():
            await panel.remove_children()
            await panel.mount_all(GroupForm(group, self.sheet) for group in SECTIONS[index].groups)
        self.refresh_lines()
        if focus:
            self.focus_first()

    def forms(self) -> list[GroupForm]:
        """The groups on the panel."""
        return list(self.query(GroupForm))

    def shows(self, group: Group) -> bool:
        """Whether the group is on the panel."""
        return any(form.group is group for form in self.forms())

    def form_of(self, group: Group) -> GroupForm:
        """The form of a group that is on the panel."""
        return next(form for form in self.forms() if form.group is group)

    def current_form(self) -> GroupForm | None:
        """The group that holds the cursor, else the first list on the panel."""
        return self.form_under(self.focused) or next(iter(self.forms()), None)

    def form_under(self, widget: Widget | None) -> GroupForm | None:
        """The form that a widget stands in."""
        return next((node for node in widget.ancestors if isinstance(node, GroupForm)), None) if widget else None

    def focus_first(self) -> None:
        """Put the cursor on the first field of the panel, else on its heading, else on the row of sections."""
        stops = [widget for widget in self.stops() if not isinstance(widget, SectionBar)]
        fields = [widget for widget in stops if isinstance(widget, Editor)]
        target = next(iter(fields or stops), None) or self.query_one("#sections")
        self.set_focus(target)

    async def go_to(self, path: str) -> None:
        """Put the cursor where the fact at `path` is entered."""
        place = find(SECTIONS, path)
        if place is None:
            self.say(f"{path}：这一项不在表上")
            return
        wanted = SECTIONS.index(place.section)
        if wanted != self.section:
            await self.open_section(wanted, focus=False)
        self._focus_place(place)

    def _focus_place(self, place: Place) -> None:
        form = self.form_of(place.group)
        if place.index is not None and place.index != form.index:
            self.pick_item(place.group, place.index)
        editor = next((e for e in form.widgets() if e.spec is place.field), None)
        heads: list[Widget] = [*form.query(StateChoice), *form.query(ItemPicker), *(e.widget for e in form.widgets())]
        target = editor.widget if editor else next((w for w in heads if w.focusable), None)
        self.set_focus(target)

    def pick_item(self, group: Group, index: int) -> None:
        """Show another item of a list; what was being typed is stored first."""
        self.leave_all()
        form = self.form_of(group)
        form.index = index
        form.show()
        self.hint()

    def leave_all(self) -> None:
        """Store every field that holds something new."""
        for form in self.forms():
            for editor in form.widgets():
                self.store(form, editor)

    # --- moving about ---

    def stops(self) -> Iterator[Widget]:
        """What Enter passes through: the sections, then headings and fields in order."""
        yield from (widget for widget in self.focus_chain if not isinstance(widget, ConclusionsView))

    async def action_step(self, step: int) -> None:
        """Enter: the next field; behind the last one of an item the next item, behind the last of all the next section."""
        here = self.focused
        stops = list(self.stops())
        form = self.form_under(here)
        if form is not None and self._is_last(form, here):
            if form.index + 1 < count(self.sheet.household, form.group):
                self.pick_item(form.group, form.index + 1)
                self.set_focus(next(form.widgets()).widget)
                return
            if here is stops[-1]:
                await self.open_section((self.section + 1) % (len(SECTIONS) + 1))
                return
        at = stops.index(here) if here in stops else -1
        self.set_focus(stops[(at + step) % len(stops)])

    def _is_last(self, form: GroupForm, here: Widget | None) -> bool:
        fields = [editor.widget for editor in form.widgets()]
        return (fields[-1] if fields else form.query(StateChoice).last() if form.query(StateChoice) else None) is here

    def action_walk(self, step: int) -> None:
        """Up and down: the field above or below in the same column."""
        self.walk(step)

    def walk(self, step: int) -> None:
        """Put the cursor on the nearest stop above (-1) or below (1)."""
        if self.focused is None:
            return
        here = self.focused.region
        beyond = [(w, w.region) for w in self.stops() if (w.region.y - here.y) * step > 0]
        if beyond:
            nearest, _ = min(beyond, key=lambda pair: (abs(pair[1].y - here.y), abs(pair[1].x - here.x)))
            self.set_focus(nearest)

    async def action_panel(self) -> None:
        """F6."""
        await self.open_section((self.section + 1) % len(SECTIONS))

    async def action_next_panel(self) -> None:
        """Ctrl+→."""
        await self.action_panel()

    async def action_previous_panel(self) -> None:
        """Ctrl+←."""
        await self.open_section((self.section - 1) % len(SECTIONS))

    def action_next_item(self) -> None:
        """PgDn."""
        self._turn_item(1)

    def action_previous_item(self) -> None:
        """PgUp."""
        self._turn_item(-1)

    def _turn_item(self, step: int) -> None:
        form = self.current_form()
        total = count(self.sheet.household, form.group) if form else 0
        if form and total > 1:
            self.pick_item(form.group, (form.index + step) % total)
        else:
            self.query_one("#panel", VerticalScroll).scroll_relative(y=step * 8, animate=False)

    @on(ItemPicker.Picked)
    def _item_picked(self, event: ItemPicker.Picked) -> None:
        event.stop()
        self.pick_item(event.group, event.index)

    @on(SectionBar.Picked)
    async def _section_picked(self, event: SectionBar.Picked) -> None:
        event.stop()
        await self.open_section(event.index)
