"""The choices of a field, each with the digits that pick it and the Chinese word; matching of what is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from caseworker.household import kinds
from caseworker.household.labels import label
from caseworker.tui.forms.spec import Field, Kind

_LISTS: Mapping[str, Any] = {
    "programme": kinds.Programme,
    "area": kinds.Area,
    "residence_basis": kinds.ResidenceBasis,
    "channel": kinds.Channel,
    "sex": kinds.Sex,
    "relation": kinds.Relation,
    "absence": kinds.Absence,
    "marital": kinds.Marital,
    "disability_kind": kinds.DisabilityKind,
    "illness": kinds.Illness,
    "schooling": kinds.Schooling,
    "labour": kinds.Labour,
    "employment": kinds.Employment,
    "category": kinds.Category,
    "income_kind": kinds.IncomeKind,
    "expense_kind": kinds.ExpenseKind,
    "per": kinds.Per,
    "vehicle_kind": kinds.VehicleKind,
    "obligor_status": kinds.ObligorStatus,
    "hardship_kind": kinds.HardshipKind,
    "severity": kinds.Severity,
    "scope": kinds.Scope,
    "medical_kind": kinds.MedicalKind,
}
CARE_WORDS = {
    "eating": "吃饭",
    "dressing": "穿衣",
    "bed": "上下床",
    "toilet": "如厕",
    "walking": "行走",
    "bathing": "洗澡",
}
GRADES = {1: "一级", 2: "二级", 3: "三级", 4: "四级"}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the digits that pick it, the value stored, the word shown."""

    code: str
    value: Any
    word: str


def values(group: str) -> tuple[str, ...]:
    """The values of a closed list of the contract, in the contract's order."""
    return get_args(_LISTS[group])


def options(field: Field, household: Mapping[str, Any]) -> tuple[Option, ...]:
    """The choices of a field, without "not asked"; codes have two digits where there are more than nine."""
    pairs = _pairs(field, household)
    width = 2 if len(pairs) > 9 else 1
    return tuple(Option(f"{n:0{width}d}", value, word) for n, (value, word) in enumerate(pairs, 1))


def _pairs(field: Field, household: Mapping[str, Any]) -> list[tuple[Any, str]]:
    match field.kind:
        case Kind.YESNO:
            return [(True, "是"), (False, "否")]
        case Kind.GRADE:
            return list(GRADES.items())
        case Kind.CARE:
            return list(CARE_WORDS.items())
        case Kind.MEMBER | Kind.MEMBERS:
            return [(member["id"], member.get("name") or member["id"]) for member in household.get("members") or []]
        case Kind.DISABILITY:
            return [("none", "无"), *((value, label(field.options, value)) for value in values(field.options))]
        case _:
            return [(value, label(field.options, value)) for value in values(field.options)]


def word(field: Field, value: Any, household: Mapping[str, Any]) -> str:
    """The word of a stored value; the value itself where the list does not know it."""
    return next((option.word for option in options(field, household) if option.value == value), str(value))


def narrow(choices: Sequence[Option], typed: str) -> list[Option]:
    """The choices that begin with what was typed: their digits, word or pinyin initials.

    Full-width counts as half-width, punctuation does not count; nothing typed leaves every choice.
    """
    if not typed.strip():
        return list(choices)
    key = _key(typed)
    if key.isdigit():
        return [option for option in choices if option.code.startswith(key)]
    if not key:
        return []
    return [option for option in choices if _key(option.word).startswith(key)] or _by_pinyin(choices, key)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).lower()


def _by_pinyin(choices: Sequence[Option], key: str) -> list[Option]:
    if not (key.isascii() and key.isalpha()):
        return []
    from caseworker.text.pinyin import initials  # the table costs memory: only who types letters pays for it

    return [option for option in choices if initials(_key(option.word)).startswith(key)]
