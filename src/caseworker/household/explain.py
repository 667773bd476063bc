"""From pydantic's errors to faults a clerk can read: where, what is wrong, what is expected."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from caseworker.household.faults import Fault, path_of, shown
from caseworker.household.models import (
    Assets,
    Component,
    Disability,
    Expense,
    Hardship,
    Household,
    Income,
    MedicalBill,
    Member,
    Obligor,
    SelfCare,
    Vehicle,
)

_MODELS: dict[str, type[BaseModel]] = {
    "members": Member, "disability": Disability, "components": Component, "self_care": SelfCare, "incomes": Income,
    "expenses": Expense, "assets": Assets, "vehicles": Vehicle, "obligors": Obligor, "hardship": Hardship,
    "medical": MedicalBill,
}  # fmt: skip
_KINDS = {
    "bool_type": ("不是 true/false", "true 或 false"),
    "int_type": ("不是整数", "整数，不带引号和小数点"),
    "string_type": ("不是文本", "带引号的文本"),
    "list_type": ("不是列表", "列表 […]；没有写 []"),
    "dict_type": ("不是对象", "对象 {…}"),
    "model_type": ("不是对象", "对象 {…}"),
}
_TAGS = frozenset({"#word", "#object"})
_NOT_ASKED = "；还没问写 null"
_NONE_OR_OBJECT = "“none”（没有）或对象 {…}"


def explain(error: Any) -> Fault:
    """One of pydantic's error details → a fault; `error` has "loc", "type", "input", "msg" and perhaps "ctx"."""
    location, kind, context = facts_of(error), error["type"], error.get("ctx") or {}
    path = path_of(location)
    if kind == "fault":
        return Fault(path, context["problem"], context["expected"])
    if kind == "extra_forbidden":
        return Fault(path, "不认识的键", _nearest(location))
    if kind == "missing":
        return Fault(path, "没有填写", "这一项必须有")
    if kind == "too_short":
        return Fault(path, "是空的", "至少一项")
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"不小于 {context['ge']}" if "ge" in context else f"不大于 {context['le']}"
        return Fault(path, f"数值超出范围（{shown(error['input'])}）", bound)
    problem, expected = _wrong_kind(error)
    return Fault(path, "没有填写" if error["input"] is None else problem, expected + _or_null(location))


def facts_of(error: Any) -> tuple[str | int, ...]:
    """The keys and indices that lead to an error; the tags of union branches are left out, but no key of the file."""
    *above, last = error["loc"] or (None,)
    path = tuple(part for part in above if part not in _TAGS)
    return path if last is None or (last in _TAGS and error["type"] != "extra_forbidden") else (*path, last)


def _wrong_kind(error: Any) -> tuple[str, str]:
    """The problem and what is expected where a value is of the wrong kind or not on a closed list."""
    location, kind, said = error["loc"], error["type"], shown(error["input"])
    if location and location[-1] in _TAGS:
        return f"不认识的值（{said}）", _NONE_OR_OBJECT
    if kind == "literal_error":
        allowed = error["ctx"]["expected"].replace(" or ", "、").replace(", ", "、").replace("'", "")
        return f"不认识的值（{said}）", f"{allowed} 之一"
    problem, expected = _KINDS.get(kind, ("不对", "见 caseworker check --schema"))
    return f"{problem}（{said}）", expected


def _or_null(location: Sequence[str | int]) -> str:
    """The words for null, where null is possible: not for the file, an item of a list or a field that must be there."""
    return _NOT_ASKED if location and _may_be_left_out(location) else ""


def dispensable(location: Sequence[str | int]) -> Sequence[str | int]:
    """The smallest part of the file around a location that can be left out; () where that is the whole file."""
    while location and not _may_be_left_out(location):
        location = location[:-1]
    return location


def _may_be_left_out(location: Sequence[str | int]) -> bool:
    """Whether a location is a field that need not be there (or must not); not so the items of a list."""
    *above, last = location
    if isinstance(last, int):
        return False
    field = _model(above).model_fields.get(last)
    return field is None or not field.is_required()


def _nearest(location: Sequence[str | int]) -> str:
    *above, last = location
    known = list(_model(above).model_fields)
    close = difflib.get_close_matches(str(last), known, n=1, cutoff=0.5)
    return f"是不是 {close[0]}？" if close else "去掉它；可用的键：" + "、".join(known)


def _model(above: Sequence[str | int]) -> type[BaseModel]:
    """The model of the object in which the last part of a location stands."""
    names = [part for part in above if isinstance(part, str)]
    return _MODELS.get(names[-1], Household) if names else Household
