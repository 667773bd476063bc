"""The words a form is written in: fields, groups and sections, as frozen tables that one renderer draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a field is typed and stored; `entry` has one pair of functions for each."""

    TEXT = "text"
    ID = "id"
    REGION = "region"
    DATE = "date"
    MONEY = "money"
    COUNT = "count"
    CHOICE = "choice"
    YESNO = "yesno"
    MARKS = "marks"
    CARE = "care"
    MEMBER = "member"
    MEMBERS = "members"
    DISABILITY = "disability"
    GRADE = "grade"
    COMPONENTS = "components"


class Shape(StrEnum):
    """How a group is stored: in the file itself, as an object, as an object or the word "none", or as a list."""

    ROOT = "root"
    OBJECT = "object"
    WORD = "word"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: where it stands in its group, what the clerk reads, and which rule and clause it feeds."""

    path: str
    label: str
    kind: Kind
    help: str
    law: str = ""
    options: str = ""
    wide: bool = False
    none_word: str = "无"
    unasked_word: str = "未问"


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are stored together; a LIST group has one set of fields for each of its items.

    `optional` False: there is always at least one item (the members). `rows`: lines in which the items are listed.
    """

    path: str
    title: str
    shape: Shape
    fields: tuple[Field, ...]
    help: str = ""
    law: str = ""
    unit: str = "项"
    none_word: str = "无"
    blank: Mapping[str, Any] = field(default_factory=dict)
    optional: bool = True
    rows: int = 1

    @property
    def has_state(self) -> bool:
        """Whether the group as a whole can be not asked or known to be none."""
        return self.optional and self.shape is not Shape.ROOT


@dataclass(frozen=True, slots=True)
class Section:
    """One panel of the case: a digit, a word for the bar, and its groups."""

    id: str
    label: str
    groups: tuple[Group, ...]
    purpose: str = ""
