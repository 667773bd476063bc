"""Typed values: each type takes its own form and says what it expects instead of any other."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from caseworker.policy import definitions
from caseworker.policy.values import Band, Deduction, measure, typed

DEDUCTION = {"rate": "0.50", "cap_month": "200.00"}
BANDS = [{"from": "0", "to": "10000.00", "rate": "0"}, {"from": "10000.00", "rate": "0.20"}]
RATIO = '写成带引号的小数，如 "0.20"'


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("dibao.standard.urban", "645.00", 64500),
        ("dibao.standard.urban", "６４５", 64500),
        ("edge.ratio", "1.5", Fraction(3, 2)),
        ("edge.ratio", "１.５", Fraction(3, 2)),
        ("income.lookback_months", 12, 12),
        ("edge.inclusive", False, False),
        ("amount.rounding", "jiao_up", "jiao_up"),
        ("dibao.top_up.student_levels", ["vocational"], ("vocational",)),
        ("income.exempt_kinds", [], ()),
        ("income.deduction.illness", DEDUCTION, Deduction(Fraction(1, 2), 20000)),
        ("temporary.expense_bands", BANDS, (Band(0, 1000000, Fraction(0)), Band(1000000, None, Fraction(1, 5)))),
        ("disability.single", {"any": 2, "intellectual": 3}, {"any": 2, "intellectual": 3}),
    ],
)
def test_each_type(name: str, raw: Any, value: Any) -> None:
    found = typed(definitions()[name], raw)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("minimum_wage", 2000, '不是文本（2000）: 写成带引号的元，如 "645.00"'),
        ("minimum_wage", 0.1, '不是文本（0.1）: 写成带引号的元，如 "645.00"'),
        ("minimum_wage", "-1", "金额不能为负（-1）: 不小于0、最多两位小数的元，如 1200 或 1200.50"),
        ("minimum_wage", "1.234", "小数超过两位（1.234）: 不小于0、最多两位小数的元，如 1200 或 1200.50"),
        ("edge.ratio", 1.5, f"不是比例（1.5）: {RATIO}"),
        ("edge.ratio", "3/2", f"不是比例（3/2）: {RATIO}"),
        ("edge.ratio", "-0.5", f"不是比例（-0.5）: {RATIO}"),
        ("edge.ratio", "1e3", f"不是比例（1e3）: {RATIO}"),
        ("edge.ratio", "1_5", f"不是比例（1_5）: {RATIO}"),
        ("edge.ratio", "150%", f"不是比例（150%）: {RATIO}"),
        ("edge.ratio", "nan", f"不是比例（nan）: {RATIO}"),
        ("edge.ratio", [], f"不是比例（列表）: {RATIO}"),
        ("income.lookback_months", "12", "不是整数（12）: 写成不带引号的整数"),
        ("income.lookback_months", 12.0, "不是整数（12.0）: 写成不带引号的整数"),
        ("income.lookback_months", True, "不是整数（true）: 写成不带引号的整数"),
        ("special_hardship.minor_entry_age", 17, "没有这种取值（17）: 16、18 之一"),
        ("edge.inclusive", "true", "不是 true/false（true）: true 或 false，不带引号"),
        ("edge.inclusive", 1, "不是 true/false（1）: true 或 false，不带引号"),
        ("amount.rounding", "up", "不认识的值（up）: fen_half_up、jiao_up、yuan_up、yuan_half_up 之一"),
        ("grace.amount_mode", {}, "不认识的值（对象）: keep、percentage 之一"),
        ("income.exempt_kinds", "wage", "不是可用值的列表: ["),
        ("income.exempt_kinds", ["wages"], "不是可用值的列表: ["),
        ("income.exempt_kinds", [["wage"]], "不是可用值的列表: ["),
        ("income.deduction.illness", {"rate": "0.5"}, "不是扣减规则: "),
        ("income.deduction.illness", "0.5", "不是扣减规则: "),
        ("income.deduction.illness", DEDUCTION | {"rate": "1.01"}, "比例超出范围: rate 在 0 与 1 之间"),
        ("income.deduction.illness", DEDUCTION | {"rate": 1}, f"不是比例（1）: {RATIO}"),
        ("income.deduction.illness", DEDUCTION | {"cap_month": 1}, "不是文本（1）: "),
        ("disability.single", {}, "不是残疾等级表: "),
        ("disability.single", {"any": 5}, "不是残疾等级表: "),
        ("disability.single", {"any": True}, "不是残疾等级表: "),
        ("disability.single", {"any": "2"}, "不是残疾等级表: "),
        ("disability.single", {"all": 2}, "不是残疾等级表: "),
        ("disability.single", 2, "不是残疾等级表: "),
    ],
)
def test_what_a_type_does_not_take(name: str, raw: Any, said: str) -> None:
    with pytest.raises(ValueError, match=r".+: .+") as caught:
        typed(definitions()[name], raw)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ([], "不是分段表: "),
        ({}, "不是分段表: "),
        (["0"], "不是分段表: "),
        ([{"from": "0", "rate": "0", "cap": "1"}], "分段的键不对: from、to、rate"),
        ([{"from": "0"}], "分段的键不对: from、to、rate"),
        ([{"from": "1.00", "rate": "0.2"}], '第一段不从 0 起: from = "0"'),
        ([BANDS[0], {"from": "20000.00", "rate": "0.2"}], "各段不相接: 上一段的 to 等于下一段的 from"),
        ([BANDS[0], {"from": "9000.00", "rate": "0.2"}], "各段不相接: 上一段的 to 等于下一段的 from"),
        ([BANDS[1] | {"from": "0"}, BANDS[1]], "各段不相接: 上一段的 to 等于下一段的 from"),
        ([BANDS[0]], "最后一段有 to: 最后一段不写 to"),
        ([BANDS[0] | {"to": "0"}, BANDS[1]], "分段不合理: to 大于 from，rate 在 0 与 1 之间"),
        ([BANDS[0] | {"rate": "1.5"}, BANDS[1]], "分段不合理: to 大于 from，rate 在 0 与 1 之间"),
    ],
)
def test_bands_follow_each_other_from_zero_without_end(bands: Any, said: str) -> None:
    with pytest.raises(ValueError, match=r".+: .+") as caught:
        typed(definitions()["temporary.expense_bands"], bands)
    assert str(caught.value).startswith(said)


def test_what_ranges_are_compared_with() -> None:
    known = definitions()
    assert measure(known["minimum_wage"], 64550) == Fraction(1291, 2)
    assert measure(known["edge.ratio"], Fraction(3, 2)) == Fraction(3, 2)
    assert measure(known["income.lookback_months"], 12) == 12
    assert measure(known["edge.inclusive"], True) is None
