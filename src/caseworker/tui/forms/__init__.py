"""The forms of the counter as tables: sections of groups of fields, and how their values are typed and stored."""

from __future__ import annotations

from caseworker.tui.forms.means import SECTION_ASSETS, SECTION_EVENTS, SECTION_FLOWS
from caseworker.tui.forms.people import SECTION_APPLICATION, SECTION_MEMBERS, SECTION_OBLIGORS
from caseworker.tui.forms.spec import Field, Group, Kind, Section, Shape

SECTIONS: tuple[Section, ...] = (
    SECTION_APPLICATION,
    SECTION_MEMBERS,
    SECTION_FLOWS,
    SECTION_ASSETS,
    SECTION_OBLIGORS,
    SECTION_EVENTS,
)

__all__ = ["SECTIONS", "Field", "Group", "Kind", "Section", "Shape"]
