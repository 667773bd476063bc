"""A provincial average ships as what it is: every reason that uses it says that the county's own is to be entered."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tests.rules.households import SELF_CARE

from caseworker.rules import assess

PACK = """
[pack]
id = "no-standard"
title = "示例县（没有自己的低保标准）"
region = "529999"
extends = "guizhou"
version = "1"

"""
VALUES = {
    "dibao.top_up.rate.severe_disability": '"0.30"',
    "assets.financial_multiple.dibao": '"2"',
    "support.multiple": '"2"',
    "support.share": '"0.5"',
    "temporary.emergency.multiple.light": '"2"',
    "temporary.cap_multiple": '"3"',
}


def test_every_reason_that_uses_the_average_says_so(tmp_path: Path) -> None:
    pack = tmp_path / "county.toml"
    rows = "".join(
        f'[[value]]\nname = "{name}"\nvalue = {value}\nfrom = 2020-01-01\ndocument = "示例县参数（测试用，非政策）"\n\n'
        for name, value in VALUES.items()
    )
    pack.write_text(PACK + rows, encoding="utf-8")
    reasons = [r for e in assess(_household(), [pack], date(2021, 8, 2))["assessments"] for r in e["reasons"]]
    using = [r for r in reasons if "645.00" in r["working"] or "15480.00" in r["working"]]
    rules = {r["rule"] for r in using}
    assert {
        "dibao.income_below_standard", "dibao.property", "dibao.amount", "dibao.top_up", "income.support",
        "low_income_edge.income", "temporary_assistance.emergency_amount",
    } <= rules  # fmt: skip
    assert [r["rule"] for r in using if "请录入本县标准" not in r["statement"]] == []


def _household() -> dict[str, Any]:
    member = {
        "id": "m1", "name": "示例甲", "birth_date": "1980-05-05", "sex": "male", "relation": "self", "marital": "single",
        "independent": True, "disability": {"kind": "hearing", "grade": 1}, "illness": "none", "schooling": "none",
        "employment": "none", "self_care": dict.fromkeys(SELF_CARE, True), "categories": [], "dependent": False,
    }  # fmt: skip
    obligor = {
        "name": "示例义务人", "relation": "parent", "owes_to": ["m1"], "birth_date": "1960-01-01", "disability": "none",
        "status": "normal", "income_monthly": "2000", "household_size": 1, "household_income_monthly": "2000",
        "supports": 1, "agreed_monthly": "0", "within_limits": True,
    }  # fmt: skip
    return {
        "region": "529999", "area": "urban", "residence_basis": "hukou", "authorised": True, "members": [member],
        "incomes": [], "expenses": [], "obligors": [obligor], "medical": [],
        "assets": {"financial": "0", "homes": 1, "vehicles": [], "businesses": 0, "within_limits": True},
        "hardship": {"kind": "fire", "urgent": True, "severity": "light", "scope": "household", "same_cause_aided": False},
    }  # fmt: skip
