"""One fault at a time: each says where, what is wrong and what is expected."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.household.made import BORN, NUMBER, file, line, lines, with_member
from tests.strategies import id_number

from caseworker.household import kinds, read_household

MONEY = "不小于0、最多两位小数的元，如 1200 或 1200.50"
NULL = "；还没问写 null"
WRONG_DIGIT = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
ALL_PROGRAMMES = "、".join(get_args(kinds.Programme))
ALL_RELATIONS = "、".join(get_args(kinds.Relation))
WHOLE_NUMBER = "整数，不带引号和小数点；还没问写 null"


def test_the_small_file_is_in_order() -> None:
    assert lines(file()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"aera": "urban"}, "aera: 不认识的键: 是不是 area？"),
        ({"member": []}, "member: 不认识的键: 是不是 members？"),
        ({"assets": {"finacial": "1"}}, "assets.finacial: 不认识的键: 是不是 financial？"),
        ({"assets": {"vehicles": [{"kind": "car", "val": "1"}]}}, "assets.vehicles[0].val: 不认识的键: 是不是 value？"),
        ({"hardship": {"urgnt": True}}, "hardship.urgnt: 不认识的键: 是不是 urgent？"),
        ({"medical": [{"member": "m1", "totl": 1}]}, "medical[0].totl: 不认识的键: 是不是 total？"),
        ({"obligors": [{"relaton": "child"}]}, "obligors[0].relaton: 不认识的键: 是不是 relation？"),
        (
            {"incomes": [{"kind": "wage", "per": "month", "amuont": 1}]},
            "incomes[0].amuont: 不认识的键: 是不是 amount？",
        ),
    ],
)
def test_an_unknown_key_names_the_nearest_one_of_its_object(changes: dict[str, Any], said: str) -> None:
    assert line(file(**changes)) == said


def test_unknown_keys_within_a_member() -> None:
    assert line(with_member(self_care={"eat": True})) == "members[0].self_care.eat: 不认识的键: 是不是 eating？"
    disability = {"kind": "multiple", "grade": 1, "components": [{"kynd": "visual"}]}
    path = "members[0].disability.components[0].kynd"
    assert line(with_member(disability=disability)) == f"{path}: 不认识的键: 是不是 kind？"


def test_a_key_like_no_other_gets_the_whole_list() -> None:
    assert line(file(assets={"黄金": "1"})) == (
        "assets.黄金: 不认识的键: 去掉它；可用的键：financial、homes、vehicles、businesses、within_limits"
    )


@pytest.mark.parametrize("key", ["#word", "#object", "a\nb\x1b[31m", "x" * 500, "\ud800"])
def test_a_hostile_key_stays_on_its_line(key: str) -> None:
    (said,) = lines(file(**{key: 1}))
    assert said.isprintable()
    assert len(said) < 400


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (WRONG_DIGIT, "身份证号校验码不对: 请对照证件核对，18位公民身份号码中至少有一位不对"),
        ("529999820203001", "15位旧身份证号: 请录入18位公民身份号码"),
        ("52999919820231001X", "身份证号中的出生日期不存在（19820231）: 第7至14位为日历上有的日期"),
        ("5299991982020300", "身份证号长度为16位: 18位公民身份号码"),
        ("4.4E+17", "身份证号被电子表格改成了科学计数: 把该列设为文本后重新录入18位公民身份号码"),
        (529999198202030011, "不是文本（529999198202030011）: 18位公民身份号码，写成文本"),
        (id_number(BORN.replace(year=1082), 1), "身份证号中的出生年份不对（1082）: 请对照证件核对18位公民身份号码"),
    ],
)  # fmt: skip
def test_id_numbers(number: object, said: str) -> None:
    assert line(with_member(id_number=number)) == f"members[0].id_number: {said}"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2021-02-31", "没有这一天（2021-02-31）: 日历上有的日期，YYYY-MM-DD"),
        ("2021-13-01", "没有这一天（2021-13-01）: 日历上有的日期，YYYY-MM-DD"),
        ("0021-01-01", "年份不对（0021-01-01）: 1900—2099 年的日期，YYYY-MM-DD"),
        ("9999-12-31", "年份不对（9999-12-31）: 1900—2099 年的日期，YYYY-MM-DD"),
        ("2021/2/3", "不是日期（2021/2/3）: YYYY-MM-DD，如 2026-03-05"),
        ("2021-08-02T00:00:00", "不是日期（2021-08-02T00:00:00）: YYYY-MM-DD，如 2026-03-05"),
        (20210802, "不是日期（20210802）: YYYY-MM-DD，如 2026-03-05"),
        (True, "不是日期（true）: YYYY-MM-DD，如 2026-03-05"),
    ],
)
def test_days(day: object, said: str) -> None:
    assert line(file(applied_on=day)) == f"applied_on: {said}"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("-1", "金额不能为负（-1）"),
        (-0.01, "金额不能为负（-0.01）"),
        ("1.234", "小数超过两位（1.234）"),
        (True, "不是金额（true）"),
        ([], "不是金额（列表）"),
        ({"yuan": 1}, "不是金额（对象）"),
        ("很多", "不是金额（很多）"),
    ],
)
def test_money(amount: object, said: str) -> None:
    income = {"member": "m1", "kind": "wage", "amount": amount, "per": "month"}
    assert line(file(incomes=[income])) == f"incomes[0].amount: {said}: {MONEY}"


@pytest.mark.parametrize("code", ["5299", "52999９９", "gz9999", 529999, "", "529999\n1", "٥٢٩٩٩٩"])
def test_region_codes(code: object) -> None:
    assert line(file(region=code)).startswith("region: 不是行政区划代码（")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"area": "town"}, "area: 不认识的值（town）: urban、rural 之一" + NULL),
        ({"area": True}, "area: 不认识的值（true）: urban、rural 之一" + NULL),
        ({"programmes": ["dibao", "pension"]}, f"programmes[1]: 不认识的值（pension）: {ALL_PROGRAMMES} 之一"),
        ({"authorised": "yes"}, "authorised: 不是 true/false（yes）: true 或 false" + NULL),
        ({"authorised": 1}, "authorised: 不是 true/false（1）: true 或 false" + NULL),
        ({"village": 7}, "village: 不是文本（7）: 带引号的文本" + NULL),
        ({"incomes": {}}, "incomes: 不是列表（对象）: 列表 […]；没有写 []" + NULL),
        ({"incomes": "none"}, "incomes: 不是列表（none）: 列表 […]；没有写 []" + NULL),
        ({"assets": []}, "assets: 不是对象（列表）: 对象 {…}" + NULL),
        ({"incomes": ["wage"]}, "incomes[0]: 不是对象（wage）: 对象 {…}"),
        ({"assets": {"homes": True}}, "assets.homes: 不是整数（true）: 整数，不带引号和小数点" + NULL),
        ({"assets": {"homes": "1"}}, "assets.homes: 不是整数（1）: 整数，不带引号和小数点" + NULL),
        ({"assets": {"homes": -1}}, "assets.homes: 数值超出范围（-1）: 不小于 0"),
        ({"assets": {"homes": 10**50}}, "assets.homes: 数值超出范围（很大的数）: 不大于 99"),
        ({"hardship": {}}, "hardship: 是空对象: 没有困难情形写 “none”，还没问写 null，否则写明情形"),
        ({"hardship": "fire"}, "hardship: 不认识的值（fire）: “none”（没有）或对象 {…}" + NULL),
        ({"hardship": []}, "hardship: 不认识的值（列表）: “none”（没有）或对象 {…}" + NULL),
        ({"hardship": False}, "hardship: 不认识的值（false）: “none”（没有）或对象 {…}" + NULL),
        ({"members": []}, "members: 是空的: 至少一项"),
        ({"members": {}}, "members: 不是列表（对象）: 列表 […]；没有写 []"),
        ({"members": None}, "members: 没有填写: 列表 […]；没有写 []"),
        ({"incomes": [{"kind": "wage"}]}, "incomes[0].per: 没有填写: 这一项必须有"),
        ({"incomes": [{"kind": "wage", "per": None}]}, "incomes[0].per: 没有填写: month、year、once 之一"),
        ({"medical": [{"member": " "}]}, "medical[0].member: 是空的: 写明编号"),
        ({"medical": [{}]}, "medical[0].member: 没有填写: 这一项必须有"),
    ],
)  # fmt: skip
def test_wrong_kinds_and_values(changes: dict[str, Any], said: str) -> None:
    assert line(file(**changes)) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"disability": {"kind": "physical", "grade": 5}}, "disability.grade: 数值超出范围（5）: 不大于 4"),
        ({"disability": {"kind": "physical", "grade": "2"}}, f"disability.grade: 不是整数（2）: {WHOLE_NUMBER}"),
        ({"disability": "severe"}, "disability: 不认识的值（severe）: “none”（没有）或对象 {…}" + NULL),
        ({"disability": True}, "disability: 不认识的值（true）: “none”（没有）或对象 {…}" + NULL),
        ({"relation": "wife"}, f"relation: 不认识的值（wife）: {ALL_RELATIONS} 之一{NULL}"),
        ({"categories": "dibao"}, "categories: 不是列表（dibao）: 列表 […]；没有写 []" + NULL),
        ({"self_care": {"eating": "yes"}}, "self_care.eating: 不是 true/false（yes）: true 或 false" + NULL),
    ],
)  # fmt: skip
def test_wrong_facts_of_a_member(changes: dict[str, Any], said: str) -> None:
    assert lines(with_member(**changes))[0] == f"members[0].{said}"


def test_full_width_input_is_taken_and_made_half_width() -> None:
    wide = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789-.X"}
    made = with_member(id_number=NUMBER.translate(wide))
    income = {"member": "m1", "kind": "wage", "amount": "1200.50".translate(wide), "per": "month"}
    read = read_household(
        made | {"applied_on": "2021-8-2".translate(wide), "region": "５２９９９９", "incomes": [income]}
    )
    assert read == read_household(file(incomes=[income | {"amount": "1200.5"}]))


@pytest.mark.parametrize("blank", ["", "  ", "\u3000\t", "\x00\u200b"])
def test_blank_text_is_not_asked_but_never_a_household_or_an_id(blank: str) -> None:
    assert read_household(file(village=blank, reference=blank)) == read_household(file())
    assert read_household(with_member(name=blank)).members[0].name is None
    income = {"member": blank, "kind": "wage", "amount": "1", "per": "month"}
    assert line(file(incomes=[income])) == "incomes[0].member: 是空的: 写明编号"
    assert line(with_member(id=blank)) == "members[0].id: 是空的: 写明编号"


def test_text_is_tidied_and_a_name_has_one_kind_of_dot() -> None:
    read = read_household(with_member(name=" 测试•戊\x1b[0m\n") | {"reference": " A．1\u202e "})
    assert read.members[0].name == "测试·戊[0m"
    assert read.reference == "A．1"


WHATEVER = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
PLACES = [
    "area", "applied_on", "region", "village", "authorised", "programmes", "members", "incomes", "expenses", "assets",
    "obligors", "hardship", "medical",
]  # fmt: skip


@given(WHATEVER, st.sampled_from(PLACES))
def test_no_value_whatever_ends_in_anything_but_faults(value: Any, place: str) -> None:
    for said in lines(file(**{place: value})):
        assert said.startswith(place)
        assert len(said.splitlines()) == 1
        assert said.encode()
        assert "Input should" not in said
