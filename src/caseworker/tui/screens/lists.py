"""Adding and taking away items, and answering for a whole group; what was typed goes only after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseworker.tui.forms.items import NONE, SOME, UNASKED, add, count, filled, remove, set_none, set_unasked, state
from caseworker.tui.forms.paths import get
from caseworker.tui.forms.spec import Group, Shape
from caseworker.tui.forms.summary import summary
from caseworker.tui.screens.reader import Reader

if TYPE_CHECKING:
    from caseworker.tui.screens.case import CaseScreen


def add_item(screen: CaseScreen, group: Group | None = None) -> None:
    """A new item at the end of the list the cursor is in, with the cursor on its first field."""
    form = screen.current_form()
    wanted = group or (form.group if form else None)
    if wanted is None or wanted.shape is not Shape.LIST:
        screen.say("这里没有可加的；到成员、收支、财产的车辆、赡养人、医疗费用里再按 Ctrl+N")
        return
    screen.leave_all()
    index = add(screen.sheet.household, wanted)
    screen.keeper.changed()
    screen.message = ""
    if screen.shows(wanted):
        screen.pick_item(wanted, index)
        screen.set_focus(next(screen.form_of(wanted).widgets()).widget)
    screen.refresh_lines()


async def drop_item(screen: CaseScreen) -> None:
    """Take away the item on the form, after a question that shows it."""
    form = screen.current_form()
    household = screen.sheet.household
    if form is None or form.group.shape is not Shape.LIST or not count(household, form.group):
        screen.say("这里没有可删的")
        return
    screen.leave_all()
    group, index = form.group, form.index
    if group.path == "members" and count(household, group) == 1:
        screen.say("至少要有申请人一人")
        return
    what = summary(group, get(household, group.path)[index], household)
    if not await _sure(screen, f"删去{group.title}第{index + 1}{group.unit}", [what, "删去后填过的内容就没有了。"]):
        return
    try:
        remove(household, group, index)
    except ValueError as error:
        screen.say(f"! 没有删：{error}")
        return
    _moved(screen, group)


def needs_asking(screen: CaseScreen, group: Group, given: str | None) -> bool:
    """Whether an answer for a whole group would throw away what was entered."""
    return given != SOME and state(screen.sheet.household, group) == SOME


def answer(screen: CaseScreen, group: Group, given: str | None) -> None:
    """One of the three answers for a whole group; at once, so that keys typed ahead find it done."""
    screen.leave_all()
    if given == SOME:
        _some(screen, group)
    elif (given or UNASKED) != state(screen.sheet.household, group):
        (set_none if given == NONE else set_unasked)(screen.sheet.household, group)
        _moved(screen, group)


async def ask_and_answer(screen: CaseScreen, group: Group, given: str | None) -> None:
    """The same where something was entered: only after a question."""
    screen.leave_all()
    number = count(screen.sheet.household, group) or filled(screen.sheet.household, group)
    word = group.none_word if given == NONE else "未问"
    if await _sure(screen, f"{group.title}改为：{word}", [f"已填的{number}项会清去。"]):
        answer(screen, group, given)


def _some(screen: CaseScreen, group: Group) -> None:
    if group.shape is Shape.LIST and not count(screen.sheet.household, group):
        add_item(screen, group)
    elif screen.shows(group):
        screen.set_focus(next(screen.form_of(group).widgets()).widget)


def _moved(screen: CaseScreen, group: Group) -> None:
    """Items changed places: what was refused there is void, the forms below it show what is stored."""
    screen.sheet.forget(group)
    screen.keeper.changed()
    for form in screen.forms():
        form.show()
    screen.message = ""
    screen.refresh_lines()


async def _sure(screen: CaseScreen, title: str, lines: list[str]) -> bool:
    page = Reader(title, lines, [("yes", title), ("no", "不，回去")], highlighted=1)
    return await screen.app.push_screen_wait(page) == "yes"
