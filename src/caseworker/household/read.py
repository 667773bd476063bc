"""Reading and writing the household file: all faults at once, and what was written reads back the same."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from caseworker.household.checks import contradictions
from caseworker.household.faults import Fault, HouseholdFaults, path_of
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

_SAID: dict[str, tuple[str, str]] = {
    "missing": ("没有填写", "这一项必须有"),
    "bool_type": ("不是 true/false", "true、false 或 null（还没问）"),
    "int_type": ("不是整数", "整数"),
    "string_type": ("不是文本", "文本"),
    "list_type": ("不是列表", "列表；没有写 []，还没问写 null"),
    "dict_type": ("不是对象", "对象 {…}；还没问写 null"),
    "model_type": ("不是对象", "对象 {…}；还没问写 null"),
    "model_attributes_type": ("不是对象", "对象 {…}；还没问写 null"),
    "too_short": ("是空的", "至少一项"),
    "string_pattern_mismatch": ("格式不对", "6位行政区划代码，如 520000"),
}
_NESTED: dict[str, type[BaseModel]] = {
    "members": Member, "disability": Disability, "components": Component, "self_care": SelfCare, "incomes": Income,
    "expenses": Expense, "assets": Assets, "vehicles": Vehicle, "obligors": Obligor, "hardship": Hardship,
    "medical": MedicalBill,
}  # fmt: skip


def read_household(data: Mapping[str, Any] | str | bytes | Household) -> Household:
    """The contract's household file, as JSON text or as a dict, → Household; raises HouseholdFaults with every fault."""
    if isinstance(data, Household):
        return data
    raw = _parse(data) if isinstance(data, str | bytes) else data
    try:
        household = Household.model_validate(raw)
    except ValidationError as error:
        raise HouseholdFaults([_fault(item) for item in error.errors(include_url=False)]) from None
    faults = contradictions(household)
    if faults:
        raise HouseholdFaults(faults)
    return household


def write_household(household: Household) -> dict[str, Any]:
    """Household → the contract's form: money as yuan text, days as ISO text, facts not asked as null."""
    return household.model_dump(mode="json")


def json_schema() -> dict[str, Any]:
    """The JSON schema of the household file."""
    return Household.model_json_schema()


def _parse(data: str | bytes) -> Any:
    whole = "（整个文件）"
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise HouseholdFaults([Fault(whole, f"第{error.start + 1}个字节起不是UTF-8", "UTF-8 编码的 JSON")]) from None
    if not text.strip():
        raise HouseholdFaults([Fault(whole, "是空文件", "一个家庭文件（JSON 对象）")])
    repeated: list[Fault] = []
    try:
        raw = json.loads(
            text, parse_float=_number, parse_constant=_number, object_pairs_hook=lambda p: _object(p, repeated)
        )
    except json.JSONDecodeError as error:
        where = f"第{error.lineno}行第{error.colno}列"
        raise HouseholdFaults([Fault(whole, f"不是JSON（{where}）", "一个家庭文件（JSON 对象）")]) from None
    except (RecursionError, ValueError):
        raise HouseholdFaults([Fault(whole, "嵌套或数字过长", "一个家庭文件（JSON 对象）")]) from None
    if repeated:
        raise HouseholdFaults(repeated)
    return raw


def _number(text: str) -> str:
    """A JSON number with a point stays text, so that no amount ever passes through float."""
    return text


def _object(pairs: Sequence[tuple[str, Any]], repeated: list[Fault]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        repeated += [Fault(key, "同一个键写了两次", "每个键只写一次") for key in made if keys.count(key) > 1]
    return made


def _fault(error: Any) -> Fault:
    location, kind, context = error["loc"], error["type"], error.get("ctx") or {}
    path = path_of(location)
    if kind == "fault":
        return Fault(path, context["problem"], context["expected"])
    if kind == "extra_forbidden":
        return Fault(path, "不认识的键", _nearest(location))
    if kind in ("literal_error", "union_tag_invalid"):
        allowed = context.get("expected", "").replace(" or ", "、").replace(", ", "、").replace("'", "")
        return Fault(path, f"不认识的值（{str(error['input'])[:20]}）", f"{allowed} 之一；还没问写 null")
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"不小于 {context['ge']}" if "ge" in context else f"不大于 {context['le']}"
        return Fault(path, f"数值超出范围（{str(error['input'])[:20]}）", bound)
    problem, expected = _SAID.get(kind, ("不对", error["msg"]))
    return Fault(path, problem, expected)


def _nearest(location: Sequence[str | int]) -> str:
    names = [part for part in location[:-1] if isinstance(part, str) and not part.startswith("#")]
    model = _NESTED.get(names[-1], Household) if names else Household
    known = list(model.model_fields)
    close = difflib.get_close_matches(str(location[-1]), known, n=1, cutoff=0.5)
    return f"是不是 {close[0]}？" if close else "去掉它；可用的键：" + "、".join(known)
