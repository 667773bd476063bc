"""One line for an item of a list: who, what, how much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caseworker.household.labels import label, member_name
from caseworker.tui.forms.spec import Group

_KINDS = {
    "incomes": "income_kind",
    "expenses": "expense_kind",
    "medical": "medical_kind",
    "assets.vehicles": "vehicle_kind",
}


def summary(group: Group, item: Mapping[str, Any], household: Mapping[str, Any]) -> str:
    """The item's name and its key figures; what is not yet known is left out."""
    if group.path in ("members", "obligors"):
        relation = item.get("relation")
        return " ".join(
            filter(None, [item.get("name") or "（未填姓名）", label("relation", relation) if relation else ""])
        )
    words = [_who(group, item, household), _kind(group, item), _money(group, item)]
    return " ".join(filter(None, words)) or "（未填）"


def _who(group: Group, item: Mapping[str, Any], household: Mapping[str, Any]) -> str:
    if group.path == "assets.vehicles":
        return ""
    if item.get("member") is None:
        return "" if group.path == "medical" else "全家"
    return member_name(household, item["member"])


def _kind(group: Group, item: Mapping[str, Any]) -> str:
    return label(_KINDS[group.path], item["kind"]) if item.get("kind") else ""


def _money(group: Group, item: Mapping[str, Any]) -> str:
    amount = item.get({"medical": "total", "assets.vehicles": "value"}.get(group.path, "amount"))
    if amount is None:
        return ""
    return f"{amount}{label('per', item['per']) if item.get('per') else '元'}"
