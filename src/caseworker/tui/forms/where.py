"""From a path of the contract to the place on the screen, and to words a clerk understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from caseworker.tui.forms.options import CARE_WORDS
from caseworker.tui.forms.paths import get, parts
from caseworker.tui.forms.spec import Field, Group, Section, Shape


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact is entered: a section, its group, the item of a list, and the field (None = the group's state)."""

    section: Section
    group: Group
    index: int | None
    field: Field | None


def find(sections: tuple[Section, ...], path: str) -> Place | None:
    """The place of a path; the longest group path that fits wins. None for a path no form shows."""
    steps = parts(path)
    candidates = [(section, group) for section in sections for group in section.groups]
    candidates.sort(key=lambda pair: -len(parts(pair[1].path)))
    for section, group in candidates:
        own = parts(group.path)
        if steps[: len(own)] == own:
            rest = steps[len(own) :]
            place = _inside(section, group, rest)
            if place:
                return place
    return None


def _inside(section: Section, group: Group, rest: list[str | int]) -> Place | None:
    index = rest[0] if rest and isinstance(rest[0], int) else None
    names = [step for step in rest if isinstance(step, str)]
    if not names:
        return Place(section, group, index, None) if group.path else None
    best = max(
        (item for item in group.fields if _fits(item, names)), key=lambda item: len(parts(item.path)), default=None
    )
    if best is None and group.shape is Shape.ROOT:
        return None
    return Place(section, group, index, best)


def _fits(item: Field, names: list[str]) -> bool:
    own = parts(item.path)
    return names[: len(own)] == own


def describe(sections: tuple[Section, ...], path: str, household: Mapping[str, Any]) -> str:
    """`members[1].disability.grade` → `成员2 示例乙 残疾等级`; the path itself where no form shows it."""
    place = find(sections, path)
    if place is None:
        return path
    words = [_item_words(place, household)]
    if place.field is not None:
        words.append(place.field.label)
        last = parts(path)[-1]
        if place.field.path == "self_care" and last in CARE_WORDS:
            words.append(CARE_WORDS[str(last)])
    return " ".join(filter(None, words))


def _item_words(place: Place, household: Mapping[str, Any]) -> str:
    if place.group.shape is Shape.ROOT:
        return ""
    if place.index is None:
        return "" if place.group.shape is not Shape.LIST and place.field else place.group.title
    name = get(household, f"{place.group.path}[{place.index}].name") or ""
    noun = "成员" if place.group.path == "members" else place.group.title
    return f"{noun}{place.index + 1} {name}".strip()
