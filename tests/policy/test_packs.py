"""A pack file that cannot be read: every line says where, what is wrong and what is expected."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.policy.made import SOURCE, pack, value

from caseworker.policy import PolicyFaults
from caseworker.policy.packs import parse_pack

ROW = value("minimum_wage", '"2000.00"')
TOML = "按政策包的格式写成 UTF-8 的 TOML"
DATE = "如 2026-07-01，不带引号，不带钟点"


def lines(data: str | bytes) -> list[str]:
    """The faults of a pack's text."""
    with pytest.raises(PolicyFaults) as caught:
        parse_pack(data.encode() if isinstance(data, str) else data, "demo.toml")
    return caught.value.lines


def test_a_pack_as_it_is_read() -> None:
    text = pack(value("edge.ratio", '"1.5"', "2021-07-01", to="2025-12-31", issued="2021-06-11", clause='"第八条"'))
    read = parse_pack(b"\xef\xbb\xbf" + text.encode(), "demo.toml")
    (row,) = read.values
    assert (read.header.id, read.header.extends, read.rules) == ("demo", "guizhou", ())
    assert (row.name, row.value, row.start, row.end) == ("edge.ratio", "1.5", date(2021, 7, 1), date(2025, 12, 31))
    assert (row.document, row.clause, row.issued) == (SOURCE, "第八条", date(2021, 6, 11))
    assert read.sha256 == hashlib.sha256(b"\xef\xbb\xbf" + text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("甲乙", "demo.toml: 第1行第1列不是TOML"),
        ("[pack", "demo.toml: 到文件末尾不是TOML"),
        (pack(ROW.replace("2018-01-01", "2021-02-31")), "demo.toml: 第11行第8列没有这一天"),
        ("x = " + "[" * 50_000, "demo.toml: 嵌套或数字过长"),
        ("x = " + "9" * 9_000, "demo.toml: 嵌套或数字过长"),
        (pack().encode("gb18030"), "demo.toml: 第31个字节起不是UTF-8"),
        (pack().encode("utf-16"), "demo.toml: 第1个字节起不是UTF-8"),
    ],
    ids=["text", "cut off", "31 February", "deep", "long number", "gb18030", "utf-16"],
)
def test_what_is_no_toml(data: str | bytes, said: str) -> None:
    assert lines(data) == [f"{said}: {TOML}"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "pack: 没有填写: 必须有"),
        ("pack = 3", "pack: 不是表（3）: 写成 [pack]，或 [[value]]、[[rule]]"),
        ("typo = 1\n" + pack(), "typo: 不认识的键: 去掉它；可用的键：pack、value、rule"),
        ("values = []\n" + pack(), "values: 不认识的键: 是不是 value？"),
        ("value = 3\n" + pack(), "value: 不是表的列表（3）: 写成 [[value]]、[[rule]]，方括号两对"),
        (pack().replace("extends", "extend"), "pack: extend 不认识的键: 是不是 extends？"),
        (pack(region="5299９９"), "pack: region 格式不对（5299９９）: 6位行政区划代码，如 520000"),
        (pack(region="5299"), "pack: region 格式不对（5299）: 6位行政区划代码，如 520000"),
        (pack(id="示例"), "pack: id 格式不对（示例）: 小写字母、数字、- 或 _"),
        (pack().replace('"2018.1"', "2018.1"), "pack: version 不是文本（2018.1）: 带引号的文本"),
        (pack().replace('"示例县"', '" "'), "pack: title 格式不对（ ）: 不能是空的"),
    ],
)
def test_a_header_that_is_not_in_order(data: str, said: str) -> None:
    assert lines(data) == [said]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.replace("from", "form"), ["from 没有填写: 必须有", "form 不认识的键: 是不是 from？"]),
        (ROW + 'caluse = "一"\n', ["caluse 不认识的键: 是不是 clause？"]),
        (ROW.replace("2018-01-01", '"2018-01-01"'), [f"from 不是日期（2018-01-01）: {DATE}"]),
        (ROW.replace("2018-01-01", "2018-01-01T08:00:00"), [f"from 不是日期（2018-01-01 08:00:00）: {DATE}"]),
        (ROW.replace("2018-01-01", "20180101"), [f"from 不是日期（20180101）: {DATE}"]),
        (ROW + "to = true\n", [f"to 不是日期（true）: {DATE}"]),
        (ROW.replace(SOURCE, ""), ["document 格式不对（）: 不能是空的"]),
        (ROW.replace(f'"{SOURCE}"', "3"), ["document 不是文本（3）: 带引号的文本"]),
        (ROW.replace('value = "2000.00"\n', ""), ["value 没有填写: 必须有"]),
        (ROW + "start = 2018-01-01\n", ["start 不认识的键: 去掉它；可用的键："]),
    ],
)
def test_a_row_that_is_not_in_order(row: str, said: list[str]) -> None:
    found = lines(pack(value("edge.ratio", '"1.5"'), row))
    assert [line[: len(f"row 2 minimum_wage: {want}")] for line, want in zip(found, said, strict=True)] == [
        f"row 2 minimum_wage: {want}" for want in said
    ]


def test_every_fault_at_once_and_each_on_its_line() -> None:
    rule = '[[rule]]\nname = "dibao.amount"\nfrom = 2018-01-01\ndocument = "示例"\n'
    nameless = '[[value]]\nvalue = "1"\nfrom = 2018-01-01\ndocument = "示例"\n'
    assert lines(pack(nameless, ROW.replace("minimum_wage", "a\\nb\\u001b") + "to = 1\n", rule, region="x")) == [
        "pack: region 格式不对（x）: 6位行政区划代码，如 520000",
        "row 1 ？: name 没有填写: 必须有",
        f"row 2 a b: to 不是日期（1）: {DATE}",
        "rule 1 dibao.amount: clause 没有填写: 必须有",
    ]


def test_a_long_name_stands_whole_in_the_line() -> None:
    row = value("special_hardship.minor_entry_age.rural", "16") + "to = 1\n"
    assert lines(pack(row))[0].startswith("row 1 special_hardship.minor_entry_age.rural: to ")


def test_a_hostile_key_stays_on_its_line() -> None:
    for line in lines('"a\\nb\\u001b[31m" = 1\n' + pack(ROW + '"c\\nd" = 1\n')):
        assert line.isprintable()


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_bytes_whatever_end_in_anything_but_faults(data: bytes) -> None:
    for line in lines(data):
        assert len(line.splitlines()) == 1
