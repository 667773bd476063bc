"""The three answers of a group (not asked, none, some), and adding and taking away its items."""

from __future__ import annotations

from typing import Any

from caseworker.tui.forms.paths import get, put
from caseworker.tui.forms.spec import Group, Section, Shape

UNASKED, NONE, SOME = "unasked", "none", "some"


def state(household: dict[str, Any], group: Group) -> str:
    """Which of the three answers the group is in."""
    value = get(household, group.path) if group.path else household
    if value is None:
        return UNASKED
    if value == [] or value == "none" or (group.shape is Shape.OBJECT and value == nothing(group)):
        return NONE
    return SOME


def state_word(household: dict[str, Any], group: Group) -> str:
    """The answer in the clerk's words: 未问, 无, 有 N 项, or how much of an object is filled in."""
    now = state(household, group)
    if now != SOME:
        return "未问" if now == UNASKED else group.none_word
    if group.shape is Shape.LIST:
        return f"有{len(get(household, group.path))}{group.unit}"
    return f"填{filled(household, group)}/{len(group.fields)}"


def filled(household: dict[str, Any], group: Group) -> int:
    """How many fields of an object group are known."""
    holder = get(household, group.path) if group.path else household
    return sum(get(holder, item.path) is not None for item in group.fields)


def section_word(household: dict[str, Any], section: Section) -> str:
    """One word for a section in the bar: what its only group says, or 未问 / 部分 / 已问 for several."""
    if len(section.groups) == 1:
        only = section.groups[0]
        return "" if only.shape is Shape.ROOT else state_word(household, only).removeprefix("有")
    states = [state(household, group) for group in section.groups]
    if all(now == UNASKED for now in states):
        return "未问"
    return "部分" if UNASKED in states else "已问"


def nothing(group: Group) -> dict[str, Any]:
    """What "asked, and there is none of it" means for the property object."""
    return {"financial": "0.00", "homes": 0, "businesses": 0, "vehicles": []}


def set_none(household: dict[str, Any], group: Group) -> None:
    """Record that it was asked and that there is none."""
    if group.shape is Shape.OBJECT:
        put(household, group.path, nothing(group))
    else:
        put(household, group.path, [] if group.shape is Shape.LIST else "none")


def set_unasked(household: dict[str, Any], group: Group) -> None:
    """Record that it has not been asked."""
    put(household, group.path, None)


def count(household: dict[str, Any], group: Group) -> int:
    """How many items a list group holds."""
    return len(get(household, group.path) or []) if group.shape is Shape.LIST else 0


def add(household: dict[str, Any], group: Group) -> int:
    """Add an empty item and give its index; a member gets the next free id, the first one is the applicant."""
    items = list(get(household, group.path) or [])
    item: dict[str, Any] = dict(group.blank)
    if group.path == "members":
        item = {"id": _free_id(items), **item}
        if not items:
            item["relation"] = "self"
    put(household, group.path, [*items, item])
    return len(items)


def remove(household: dict[str, Any], group: Group, index: int) -> None:
    """Take an item away; the last one leaves the list not asked. ValueError when something points at the member."""
    items = list(get(household, group.path) or [])
    if group.path == "members":
        pointers = pointing_at(household, items[index]["id"])
        if pointers:
            raise ValueError(f"这个成员还被用到（{'、'.join(pointers)}）：先改掉那几处")
    del items[index]
    put(household, group.path, items or None)


def pointing_at(household: dict[str, Any], member: str) -> list[str]:
    """In which groups a member's id is used."""
    named = {"incomes": "收入", "expenses": "支出", "medical": "医疗费用"}
    found = [
        word for path, word in named.items() if any(item.get("member") == member for item in get(household, path) or [])
    ]
    if any(member in (item.get("owes_to") or []) for item in get(household, "obligors") or []):
        found.append("赡养人")
    if get(household, "hardship.member") == member:
        found.append("突发困难")
    return found


def _free_id(items: list[dict[str, Any]]) -> str:
    taken = {item.get("id") for item in items}
    return next(f"m{n}" for n in range(1, len(items) + 2) if f"m{n}" not in taken)
