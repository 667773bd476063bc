"""What is no JSON, or no honest JSON: said in one line, never a traceback."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.household.made import file, line, lines

from caseworker.household import read_household

WHOLE = "（整个文件）"


def spoiled(old: str, new: str) -> str:
    """The text of the small file with one piece replaced."""
    text = json.dumps(file(), ensure_ascii=False)
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize("data", ["", "  \n", b"", b"\xef\xbb\xbf", "\ufeff\n"])
def test_an_empty_file(data: str | bytes) -> None:
    assert line(data) == f"{WHOLE}: 是空文件: 一个家庭文件（JSON 对象）"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_with_or_without_a_byte_order_mark(encoding: str) -> None:
    text = json.dumps(file(), ensure_ascii=False)
    assert read_household(text.encode(encoding)) == read_household("\ufeff" + text) == read_household(file())


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_is_named_by_the_byte(encoding: str) -> None:
    said = line(json.dumps(file(), ensure_ascii=False).encode(encoding))
    assert said.startswith(f"{WHOLE}: 第")
    assert said.endswith("个字节起不是UTF-8: UTF-8 编码的 JSON")


@pytest.mark.parametrize(
    ("text", "where"), [("{", "第1行第2列"), ('{\n "a": 1,\n}', "第3行第1列"), ("申请", "第1行第1列")]
)
def test_broken_json_is_named_by_line_and_column(text: str, where: str) -> None:
    assert line(text) == f"{WHOLE}: 不是JSON（{where}）: 一个家庭文件（JSON 对象）"


@pytest.mark.parametrize(
    ("text", "said"),
    [("[]", "不是对象（列表）"), ("null", "没有填写"), ("3", "不是对象（3）"), ('"x"', "不是对象（x）")],
)
def test_a_file_that_is_no_object(text: str, said: str) -> None:
    assert line(text) == f"{WHOLE}: {said}: 对象 {{…}}"


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"a": ' + "9" * 10_000 + "}"])
def test_nesting_or_numbers_without_end(text: str) -> None:
    assert line(text) == f"{WHOLE}: 嵌套或数字过长: 一个家庭文件（JSON 对象）"


def test_deep_nesting_where_a_fact_should_stand() -> None:
    deep: Any = "x"
    for _ in range(400):
        deep = [deep]
    for name in ("area", "applied_on", "region", "members", "disability"):
        made = file(**{name: deep}) if name != "disability" else with_deep_disability(deep)
        assert len(lines(json.dumps(made))) == 1


def with_deep_disability(deep: Any) -> dict[str, Any]:
    made = file()
    made["members"][0]["disability"] = deep
    return made


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999999999999999999999"])
@pytest.mark.parametrize("path", ["assets.financial", "assets.homes", "village"])
def test_numbers_that_are_none(word: str, path: str) -> None:
    made: Any = {"village": "@"} if path == "village" else {"assets": {path.partition(".")[2]: "@"}}
    text = json.dumps(file(**made)).replace('"@"', word)
    assert line(text).startswith(f"{path}: 不是")


def test_a_number_with_a_point_is_money_and_nothing_else() -> None:
    text = json.dumps(file(assets={"financial": 0.29, "homes": 1}))
    assets = read_household(text).assets
    assert assets is not None
    assert assets.financial == 29
    assert line(text.replace('"homes": 1', '"homes": 1.0')).startswith("assets.homes: 不是整数（1.0）")
    assert line(json.dumps(file(village=1.5))) == "village: 不是文本（1.5）: 带引号的文本；还没问写 null"


def test_a_key_that_is_written_twice_is_found_where_it_stands() -> None:
    text = spoiled('"relation": "self"', '"relation": "self", "name": "示例丙", "sex": "male", "sex": "female"')
    assert lines(text.replace('"area"', '"area": "rural", "area"')) == [
        "area: 同一个键写了两次: 每个键只写一次",
        "members[0].name: 同一个键写了两次: 每个键只写一次",
        "members[0].sex: 同一个键写了两次: 每个键只写一次",
        "members[0].sex: 与身份号码里的性别不一致: male",
    ]


def test_doubled_keys_come_with_all_other_faults() -> None:
    found = lines(spoiled('"area": "urban"', '"area": "town", "area": "town"'))
    assert [fault.partition(": ")[0] for fault in found] == ["area", "area"]
