"""One group of fields on the screen: its heading with the three answers, its items, its fields in two columns."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Grid, Horizontal, Vertical
from textual.widgets import Static

from caseworker.text.cells import clip, width
from caseworker.tui.forms import items
from caseworker.tui.forms.entry import TYPED
from caseworker.tui.forms.options import options
from caseworker.tui.forms.paths import get
from caseworker.tui.forms.spec import Field, Group, Kind, Shape
from caseworker.tui.forms.summary import summary
from caseworker.tui.plain import plain
from caseworker.tui.sheet import Sheet
from caseworker.tui.widgets.choice import Choice
from caseworker.tui.widgets.editor import Editor
from caseworker.tui.widgets.item_picker import ItemPicker
from caseworker.tui.widgets.marks import Care, Marks
from caseworker.tui.widgets.state_choice import StateChoice
from caseworker.tui.widgets.text_field import TextField

LABEL_CELLS = 12


class FieldLabel(Static):
    """The name of a field, right-aligned, with > behind it while it has the cursor and ! where the entry failed."""

    def __init__(self, spec: Field) -> None:
        self.text = " " * (LABEL_CELLS - width(spec.label)) + spec.label
        super().__init__(plain(self.text + " "), classes="field-label")

    def mark(self, sign: str) -> None:
        """Put the sign behind the name."""
        self.update(plain(self.text + sign))
        self.set_class(sign == "!", "-failed")


class GroupForm(Vertical):
    """The form of one group over a sheet; a list group shows the item at `index`."""

    def __init__(self, group: Group, sheet: Sheet) -> None:
        super().__init__(classes="group")
        self.group = group
        self.sheet = sheet
        self.index = 0
        self.editors = [self._editor(spec) for spec in group.fields]
        self.labels = [FieldLabel(spec) for spec in group.fields]

    @property
    def prefix(self) -> str:
        """The path of the object the fields stand in."""
        return f"{self.group.path}[{self.index}]" if self.group.shape is Shape.LIST else self.group.path

    def compose(self) -> ComposeResult:
        """Heading, then label and field, label and field."""
        if self.group.shape is not Shape.ROOT:
            with Horizontal(classes="group-head"):
                yield Static(plain(self.group.title + " "), classes="group-title")
                if self.group.has_state:
                    yield StateChoice(self.group)
                if self.group.rows == 1 and self.group.shape is Shape.LIST:
                    yield ItemPicker(self.group)
                yield Static(classes="group-help")
            if self.group.rows > 1:
                yield ItemPicker(self.group)
        with Grid():
            column = 0
            for label, editor in zip(self.labels, self.editors, strict=True):
                if editor.spec.wide and column:  # a wide field begins a row
                    yield Static()
                    yield Static()
                yield label
                yield editor.widget
                column = 0 if editor.spec.wide else 1 - column

    def on_mount(self) -> None:
        """Show what the sheet holds."""
        self.show()

    def on_resize(self) -> None:
        """The help beside the heading is cut to the width."""
        self.show_heading()

    def show(self) -> None:
        """Load every field and the heading from the sheet."""
        count = items.count(self.sheet.household, self.group)
        self.index = max(0, min(self.index, count - 1))
        there = self.group.shape is not Shape.LIST or count > 0
        self.query_one(Grid).display = there
        self._show_head(count)
        if there:
            for editor in self.editors:
                self.show_field(editor)

    def show_field(self, editor: Editor) -> None:
        """Load one field: the stored value, or the text that was typed and refused."""
        editor.prefix = self.prefix
        path = editor.path
        editor.load(self.sheet.value(editor.spec, path), self.sheet.typed(path), self.sheet.hint(editor.spec, path))
        self.mark(editor)

    def show_heading(self) -> None:
        """Load the heading only: the number of items and what each is called."""
        self._show_head(items.count(self.sheet.household, self.group))

    def mark(self, editor: Editor) -> None:
        """Show beside the name whether the field has the cursor or failed."""
        sign = "!" if self.sheet.typed(editor.path) is not None else ">" if editor.widget.has_focus else " "
        self.labels[self.editors.index(editor)].mark(sign)

    def _show_head(self, count: int) -> None:
        household = self.sheet.household
        for choice in self.query(StateChoice):
            state = items.state(household, self.group)
            choice.show_state(None if state == items.UNASKED else state, items.state_word(household, self.group))
        for note in self.query(".group-help").results(Static):
            note.display = not count or self.group.rows > 1
            note.update(plain(" " + clip(self.group.help, (self.size.width or self.app.size.width) - 24)))
        for picker in self.query(ItemPicker):
            picker.display = count > 0
            rows = get(household, self.group.path) or []
            picker.load([summary(self.group, item, household) for item in rows], self.index)

    def _editor(self, spec: Field) -> Editor:
        classes = "field -wide" if spec.wide else "field"
        if spec.kind in TYPED:
            return TextField(spec, classes=classes, disabled=self.sheet.closed)
        kinds: dict[Kind, type[Choice]] = {Kind.MARKS: Marks, Kind.MEMBERS: Marks, Kind.CARE: Care}
        made = kinds.get(spec.kind, Choice)
        return made(spec, lambda: options(spec, self.sheet.household), classes=classes, disabled=self.sheet.closed)

    def widgets(self) -> Iterator[Editor]:
        """The fields that can be reached."""
        yield from self.editors if self.query_one(Grid).display else ()
