"""The two lines under the form: what the field with the cursor is for, and what can be picked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseworker.text.cells import clip, width
from caseworker.tui.forms.options import narrow
from caseworker.tui.forms.spec import Section, Shape
from caseworker.tui.plain import show
from caseworker.tui.widgets.choice import Choice
from caseworker.tui.widgets.editor import Editor
from caseworker.tui.widgets.item_picker import ItemPicker
from caseworker.tui.widgets.marks import Care, Marks
from caseworker.tui.widgets.section_bar import SectionBar
from caseworker.tui.widgets.state_choice import StateChoice

if TYPE_CHECKING:
    from textual.widget import Widget


def field_line(widget: Widget | None, section: Section, *, closed: bool = False) -> str:
    """What to enter and which clause it feeds; in a case that is only read, what the section holds."""
    if closed:
        return f"{section.label}：{section.purpose}"
    if isinstance(widget, Editor):
        law = f"（{widget.spec.law}）" if widget.spec.law else ""
        return f"{widget.spec.label}：{widget.spec.help}{law}"
    if isinstance(widget, ItemPicker):
        return f"{widget.group.title}：{widget.group.help}"
    return f"{section.label}：{section.purpose}"


def choice_line(widget: Widget | None, cells: int, *, closed: bool = False) -> str:
    """The keys of the field: for a choice its codes, as many whole ones as fit."""
    if isinstance(widget, StateChoice):
        some = "有（加一项）" if widget.group.shape is Shape.LIST else "有（往下填）"
        return clip(f"1{widget.group.none_word}  2{some}  0未问", cells)
    if isinstance(widget, Care):
        return clip("1-6 改一项（能、不能、未问）  9全能  Delete未问", cells)
    if isinstance(widget, Choice):
        return _codes(widget, cells)
    if isinstance(widget, (ItemPicker, SectionBar)):
        adding = "  Ctrl+N 加一项  Ctrl+D 删一项" if isinstance(widget, ItemPicker) and not closed else ""
        return clip(f"左右或数字 换  Enter 往下{adding}", cells)
    if isinstance(widget, Editor):
        return clip("Enter 下一项  上下 换行  清空 = 未问  F1 帮助", cells)
    return ""


def _codes(widget: Choice, cells: int) -> str:
    choices = widget.choices()
    zero = f"{'0' * len(choices[0].code) if choices else '0'}"
    words = [f"{option.code}{option.word}" for option in choices]
    none = [f"{zero}{widget.spec.none_word}"] if isinstance(widget, Marks) else [f"{zero}{widget.spec.unasked_word}"]
    all_words = [show(word) for word in [*words, *none]]
    line = " ".join(all_words)
    if width(line) <= cells:
        return line
    more = " ..空格列出全部"
    while all_words and width(" ".join(all_words) + more) > cells:
        all_words.pop()
    return " ".join(all_words) + more


def option_rows(choice: Choice, typed: str) -> list[tuple[str, str]]:
    """The rows of the full list of a choice, the picked ones marked with [x]."""
    many = isinstance(choice, Marks)
    picked = set(choice.picked or []) if many else {choice.picked}
    found = narrow(choice.choices(), typed)
    rows = [(o.code, f"{'[x]' if o.value in picked else '[ ]'} {o.code} {o.word}") for o in found]
    if many or (typed and typed.strip("0０")):
        return rows
    zero = "0" * len(rows[0][0]) if rows else "0"
    return [*rows, ("unasked", f"{'[x]' if choice.picked is None else '[ ]'} {zero} {choice.spec.unasked_word}")]
