"""What `policy check` refuses: unknown names, typing errors, and figures outside what the law of the place allows."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.policy.made import SOURCE, faults, load_faults, pack, save, value

from caseworker.policy import check_pack, definitions

HEBEI, GUIZHOU, OTHER = "139999", "529999", "999999"
PLAN = "贵州省“十四五”社会保障事业发展规划"
LAW = "中华人民共和国社会救助法第十九条"
WORK = "河北省社会保障体系“十四五”规划三、主要任务（二）7"
HEBEI_LIST = "河北省“十三五”推进基本公共服务均等化规划（冀政发〔2018〕12号）"
DIBAO, HARDSHIP = "最低生活保障审核确认办法（民发〔2021〕57号）", "特困人员认定办法（民发〔2021〕43号）"
PREMIUM = "关于加强低收入人口动态监测做好分层分类社会救助工作的意见（国办发〔2023〕39号）四（二）1"


def found(folder: Path, *rows: str, region: str = GUIZHOU, extends: str = "guizhou") -> list[str]:
    """The faults of a county's pack with these rows."""
    return faults(save(folder, pack(*rows, region=region, extends=extends)))


def test_a_pack_in_order_comes_back(tmp_path: Path) -> None:
    read = check_pack(save(tmp_path, pack(value("edge.ratio", '"1.5"'))))
    assert (read.header.id, len(read.values)) == ("demo", 1)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("dibao.standrd.urban", "是不是 dibao.standard.urban？"),
        ("dibao.standard", "是不是 dibao.standard.urban？"),
        ("edge.ratio.rurall", "是不是 edge.ratio.rural？"),
        ("income.employment_cost", "是不是 income.employment_cost.rate？"),
        ("完全不像", "参数表（parameters.toml）里的名称"),
    ],
)
def test_an_unknown_name(tmp_path: Path, name: str, nearest: str) -> None:
    assert found(tmp_path, value(name, '"1.5"')) == [f"row 1 {name}: 不认识的参数: {nearest}"]


def test_every_fault_of_every_row_at_once(tmp_path: Path) -> None:
    dates = "from = 2018-01-01\nto = 2017-01-01\n"
    rule = f'[[rule]]\nname = "dibao.amount"\n{dates}document = "{SOURCE}"\nclause = "一"\n'
    rows = [
        value("edge.ratio", '"1.5"', "2021-01-01", to="2020-12-31"),
        value("edge.ratio", '"1.6"', "2021-01-01"),
        value("minimum_wage", "2000"),
        value("minimum_wag", '"2000"'),
        value("income.lookback_months", "13", "2020-01-01"),
    ]
    assert found(tmp_path, *rows, rule, rule) == [
        "row 1 edge.ratio: to（2020-12-31）早于 from（2021-01-01）: to 不早于 from",
        "row 2 edge.ratio: 同一天（2021-01-01）写了两行: 每次变动一行，各有自己的 from",
        'row 3 minimum_wage: 不是文本（2000）: 写成带引号的元，如 "645.00"',
        "row 4 minimum_wag: 不认识的参数: 是不是 minimum_wage？",
        "row 5 income.lookback_months: 13 不合常理，像是录错了: 3—12个月（防错范围，不是政策）",
        "rule 1 dibao.amount: to（2017-01-01）早于 from（2018-01-01）: to 不早于 from",
        "rule 2 dibao.amount: to（2017-01-01）早于 from（2018-01-01）: to 不早于 from",
        "rule 2 dibao.amount: 同一天（2018-01-01）写了两行: 每次变动一行，各有自己的 from",
    ]


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("dibao.standard.urban", ('"300"', '"2000"'), ('"299.99"', '"2000.01"')),
        ("dibao.standard.rural", ('"2500"', '"24000"'), ('"645.00"', '"24000.01"')),
        ("minimum_wage", ('"1000"', '"4000"'), ('"999"', '"40000"')),
        ("support.share", ('"0.2"', '"0.5"'), ('"0.1999"', '"0.51"')),
        ("assets.vehicles.edge", ("0", "5"), ("-1", "6")),
        ("temporary.first_help_hours", ("1", "72"), ("0", "73")),
        ("income.employment_cost.rate", ('"0"', '"0.5"'), ('"0.51"',)),
        ("medical.ratio.low_income_edge", ('"0.5"', '"1"'), ('"0.49"', '"60"')),
        ("disposable_income.rural", ('"5000"', '"100000"'), ('"4999"', '"100000.01"')),
    ],
)
def test_typing_errors(tmp_path: Path, name: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    for text in inside:
        assert found(tmp_path, value(name, text)) == []
    for text in outside:
        (line,) = found(tmp_path, value(name, text))
        assert line.startswith(f"row 1 {name}: ")
        assert line.endswith("（防错范围，不是政策）")


@pytest.mark.parametrize(
    ("name", "region", "inside", "outside", "clause"),
    [
        ("income.employment_cost.rate", HEBEI, '"0.20" "0.30"', '"0.1999" "0.45"', f"0.2—0.3（{WORK}）"),
        ("dibao.top_up.rate.elder", GUIZHOU, '"0.10" "0.30"', '"0.09" "0.31"', f"0.1—0.3（{PLAN}第四章第二节）"),
        ("dibao.top_up.rate.minor", GUIZHOU, '"0.2"', '"0"', f"0.1—0.3（{PLAN}第四章第二节）"),
        ("grace.months.employed", GUIZHOU, "3 12", "2 13", f"3—12（{PLAN}第四章第二节）"),
        ("grace.months.self_employed", GUIZHOU, "6", "1", f"3—12（{PLAN}第四章第二节）"),
        ("medical.ratio.dibao", HEBEI, '"0.70" "1"', '"0.69" "1.01"', f"0.7—1（{HEBEI_LIST}附件1 清单第48项）"),
        ("medical.ratio.special_hardship", HEBEI, '"0.70"', '"0.6999"', f"0.7—1（{HEBEI_LIST}附件1 清单第48项）"),
        ("premium.aid.special_hardship", OTHER, '"1"', '"0.9"', f"1—1（{PREMIUM}）"),
        ("clock.dibao.total", OTHER, "1 20 30", "31", f"1—30（{DIBAO}第二十二条）"),
        ("clock.dibao.survey_start", OTHER, "1 3", "4", f"1—3（{DIBAO}第十五条）"),
        ("clock.special_hardship.county_decision", OTHER, "15", "16", f"1—15（{HARDSHIP}第十六条）"),
    ],
)  # fmt: skip
def test_what_the_law_allows(tmp_path: Path, name: str, region: str, inside: str, outside: str, clause: str) -> None:
    parent = {HEBEI: "hebei", GUIZHOU: "guizhou"}.get(region, "cn")
    for text in inside.split():
        assert found(tmp_path, value(name, text), region=region, extends=parent) == []
    for text in outside.split():
        (line,) = found(tmp_path, value(name, text), region=region, extends=parent)
        number = text.strip('"')
        assert line == f"row 1 {name}: {number} 超出规定: {clause}"


def test_a_range_of_one_province_is_none_of_the_others(tmp_path: Path) -> None:
    elsewhere = [value("dibao.top_up.rate.elder", '"0.05"'), value("grace.months.employed", "2")]
    assert found(tmp_path, *elsewhere, region=HEBEI, extends="hebei") == []
    assert found(tmp_path, value("income.employment_cost.rate", '"0.45"')) == []


@pytest.mark.parametrize("name", [name for name in definitions() if name.startswith("clock.")])
def test_a_county_may_shorten_a_period_and_never_lengthen_it(tmp_path: Path, name: str) -> None:
    parameter = definitions()[name]
    longest = int(parameter.high or 0)
    assert found(tmp_path, value(name, "1"), value(name, str(longest), "2025-01-01")) == []
    assert len(found(tmp_path, value(name, str(longest + 1), "2025-01-01"))) == 1
    assert len(found(tmp_path, value(name, "0"))) == 1


def test_a_notice_cannot_be_shortened_at_all(tmp_path: Path) -> None:
    assert "不认识的参数" in found(tmp_path, value("clock.dibao.notice_end", "3"))[0]


SINCE = "低于规定（2026-07-01 起）"
URBAN, RURAL = value("dibao.standard.urban", '"645.00"'), value("dibao.standard.rural", '"4318.00"')


@pytest.mark.parametrize(("basic", "fine"), [("838.50", True), ("838.49", False), ("906.00", True)])
def test_special_hardship_is_at_least_1_3_times_dibao(tmp_path: Path, basic: str, fine: bool) -> None:
    lines = found(tmp_path, URBAN, value("special_hardship.basic.urban", f'"{basic}"'))
    short = "折合每月 838.49 元，低于规定（2018-01-01 起）: 每月不低于 1.3 × 645 = 838.5 元"
    source = f"（{PLAN}第三章第三节、第四章第二节）"
    assert lines == ([] if fine else [f"row 2 special_hardship.basic.urban: {short}{source}"])


@pytest.mark.parametrize(("basic", "fine"), [("467.79", True), ("467.78", False)])
def test_a_rural_standard_is_that_of_a_year(tmp_path: Path, basic: str, fine: bool) -> None:
    """4318 a year: 4318 / 12 x 1.3 = 467.7833… a month."""
    lines = found(tmp_path, RURAL, value("special_hardship.basic.rural", f'"{basic}"'))
    assert (lines == []) is fine
    assert fine or "1.3 × 359.8333 = 467.7833 元" in lines[0]


def test_a_later_rise_of_the_standard_binds_a_value_that_goes_on(tmp_path: Path) -> None:
    basic = value("special_hardship.basic.urban", '"850.00"')
    rise = value("dibao.standard.urban", '"700.00"', "2020-07-01")
    (line,) = found(tmp_path, URBAN, basic, rise)
    assert "折合每月 850 元，低于规定（2020-07-01 起）: 每月不低于 1.3 × 700 = 910 元" in line
    follows = value("special_hardship.basic.urban", '"910.00"', "2020-07-01")
    assert found(tmp_path, URBAN, basic, rise, follows) == []
    ends = value("special_hardship.basic.urban", '"850.00"', to="2020-06-30")
    assert found(tmp_path, URBAN, ends, rise) == []


def test_the_standard_of_the_province_binds_where_the_county_has_none(tmp_path: Path) -> None:
    (line,) = found(tmp_path, value("special_hardship.basic.urban", '"800.00"', "2020-01-01"))
    assert "1.3 × 645 = 838.5 元" in line
    assert found(tmp_path, value("special_hardship.basic.urban", '"800.00"', to="2019-12-31")) == []


def test_below_the_guidance_of_the_province_since_the_law_of_2026(tmp_path: Path) -> None:
    guidance = [
        value("dibao.standard.guidance.urban", '"700.00"', "2025-01-01"),
        value("dibao.standard.guidance.rural", '"6000.00"', "2025-01-01"),
    ]
    parent = save(tmp_path, pack(*guidance, id="province", region="520000"), "province.toml")
    old = pack(URBAN, RURAL, extends="province")
    assert faults(save(tmp_path, old), parent) == [
        f"row 1 dibao.standard.urban: 折合每月 645 元，{SINCE}: 每月不低于 1 × 700 = 700 元（{LAW}）",
        f"row 2 dibao.standard.rural: 折合每月 359.8333 元，{SINCE}: 每月不低于 1 × 500 = 500 元（{LAW}）",
    ]
    new = [
        value("dibao.standard.urban", '"700.00"', "2026-07-01"),
        value("dibao.standard.rural", '"6000.00"', "2026-01-01"),
    ]
    assert faults(save(tmp_path, pack(URBAN, RURAL, *new, extends="province")), parent) == []


def test_a_row_replaced_before_the_law_is_not_measured_by_it(tmp_path: Path) -> None:
    old = value("premium.aid.special_hardship", '"0.60"')
    assert len(found(tmp_path, old)) == 1
    assert found(tmp_path, old, value("premium.aid.special_hardship", '"1.00"', "2024-01-01")) == []
    assert len(found(tmp_path, old, value("premium.aid.special_hardship", '"1.00"', "2024-01-02"))) == 1
    assert found(tmp_path, value("premium.aid.special_hardship", '"0.60"', to="2023-12-31")) == []


BANDS = '[{ from = "0", to = "10000.00", rate = "0" }, { from = "10000.00", rate = "0.20" }]'


def test_bands_of_a_pack(tmp_path: Path) -> None:
    assert found(tmp_path, value("temporary.expense_bands", BANDS)) == []
    (line,) = found(tmp_path, value("temporary.expense_bands", BANDS.replace('from = "10000.00"', 'from = "20000.00"')))
    assert line == "row 1 temporary.expense_bands: 各段不相接: 上一段的 to 等于下一段的 from"


def test_a_parent_that_is_not_in_order_is_named_when_packs_are_loaded(tmp_path: Path) -> None:
    parent = save(tmp_path, pack(value("edge.ratio", '"9"'), id="city", region="520100"), "city.toml")
    leaf = save(tmp_path, pack(value("edge.ratio", '"8"'), extends="city"))
    where = [line.partition(": ")[0] for line in load_faults(parent, leaf)]
    assert where == ["city row 1 edge.ratio", "row 1 edge.ratio"]


EXECUTABLE = {"E-08": ["row 3 income.employment_cost.rate: 0.45 超出规定"], "TK-09c": []}


@pytest.mark.parametrize(("case", "expected"), EXECUTABLE.items())
def test_executable_cases(tmp_path: Path, case: str, expected: list[str]) -> None:
    texts = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
    lines = faults(save(tmp_path, texts[case]))
    assert [line.partition(": 0.2")[0] for line in lines] == expected


def test_today_is_no_part_of_the_check(tmp_path: Path) -> None:
    """A standard that begins in the far future is checked as any other."""
    start = date(2090, 1, 1).isoformat()
    assert len(found(tmp_path, value("dibao.standard.urban", '"1.00"', start))) == 1
