"""The policy of a place on a day: packs overlaid, the nearest first, and each value as long as it is in force."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.policy.made import SOURCE, pack, save, value

from caseworker.policy import Citation, PolicyDay, PolicyMissing, load_policy

DAY = date(2021, 8, 2)
LAW, MEASURE = "社会救助暂行办法（国务院令第649号）", "最低生活保障审核确认办法（民发〔2021〕57号）"
STATUTE = "中华人民共和国社会救助法"


def county(folder: Path, *rows: str, day: date = DAY, extends: str = "guizhou") -> PolicyDay:
    """What is in force in a county with these rows."""
    return load_policy([save(folder, pack(*rows, extends=extends))]).on(day)


def number(law: PolicyDay, name: str, area: str | None = None) -> object:
    """The bare value, or None."""
    found = law.get(name, area)
    return found.value if found else None


def test_a_value_with_its_source(tmp_path: Path) -> None:
    ratio = value("edge.ratio", '"1.8"', clause='"第三条"', note='"测试"')
    law = county(tmp_path, ratio, value("support.share", '"0.5"'))
    found, bare = law.get("edge.ratio"), law.get("support.share")
    assert found is not None
    assert bare is not None
    assert (found.name, found.value, found.pack, found.note) == ("edge.ratio", Fraction(9, 5), "demo", "测试")
    assert found.citation == Citation(SOURCE, "第三条")
    assert (bare.citation.to_dict(), bare.note) == ({"document": SOURCE, "clause": "参数 support.share"}, "")


def test_the_nearest_pack_wins_and_the_others_fill_in(tmp_path: Path) -> None:
    city = save(
        tmp_path,
        pack(value("edge.ratio", '"1.6"'), value("support.share", '"0.3"'), id="city", region="520100"),
        "city.toml",
    )
    leaf = save(tmp_path, pack(value("edge.ratio", '"1.7"'), extends="city"))
    law = load_policy([city, leaf]).on(DAY)
    assert [number(law, name) for name in ("edge.ratio", "support.share")] == [Fraction(17, 10), Fraction(3, 10)]
    assert number(law, "dibao.standard.urban") == 64500
    assert number(law, "age.adult") == 18
    assert [known["id"] for known in law.packs] == ["cn", "guizhou", "city", "demo"]
    assert all(set(known) == {"id", "version", "sha256"} for known in law.packs)
    assert (law.region, law.day) == ("529999", DAY)


def test_the_more_particular_name_wins_within_a_pack(tmp_path: Path) -> None:
    law = county(tmp_path, value("edge.ratio", '"1.6"'), value("edge.ratio.rural", '"1.9"'))
    found = [number(law, "edge.ratio", area) for area in ("urban", "rural", None)]
    assert found == [Fraction(16, 10), Fraction(19, 10), Fraction(16, 10)]
    assert number(law, "dibao.standard", "rural") == 431800
    assert number(law, "dibao.standard") is None
    assert number(law, "no.such.name", "urban") is None


def test_the_nearest_pack_wins_over_the_more_particular_name(tmp_path: Path) -> None:
    city = save(tmp_path, pack(value("edge.ratio.rural", '"1.9"'), id="city", region="520100"), "city.toml")
    leaf = save(tmp_path, pack(value("edge.ratio", '"1.7"'), extends="city"))
    law = load_policy([city, leaf]).on(DAY)
    assert number(law, "edge.ratio", "rural") == Fraction(17, 10)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 12, 31), None),
        (date(2019, 1, 1), 1),
        (date(2019, 12, 31), 1),
        (date(2020, 1, 1), 2),
        (date(2020, 6, 30), 2),
        (date(2020, 7, 1), None),
        (date(2021, 7, 31), None),
        (date(2021, 8, 1), 3),
        (date(2090, 1, 1), 3),
    ],
)
def test_from_to_and_the_gap_between(tmp_path: Path, day: date, expected: int | None) -> None:
    rows = [
        value("temporary.repeat_months", "3", "2021-08-01"),
        value("temporary.repeat_months", "1", "2019-01-01"),
        value("temporary.repeat_months", "2", "2020-01-01", to="2020-06-30"),
    ]
    assert number(county(tmp_path, *rows, day=day), "temporary.repeat_months") == expected


def test_a_value_that_has_ended_brings_back_that_of_the_province_and_no_earlier_one(tmp_path: Path) -> None:
    rows = [
        value("dibao.standard.urban", '"600.00"'),
        value("dibao.standard.urban", '"700.00"', "2021-01-01", to="2021-08-01"),
    ]
    assert number(county(tmp_path, *rows, day=date(2020, 1, 1)), "dibao.standard.urban") == 60000
    assert number(county(tmp_path, *rows, day=date(2021, 8, 1)), "dibao.standard.urban") == 70000
    after = county(tmp_path, *rows, day=DAY).get("dibao.standard.urban")
    assert after is not None
    assert (after.value, after.pack) == (64500, "guizhou")


DATED = st.dictionaries(st.dates(date(2015, 1, 1), date(2025, 1, 1)), st.integers(1, 24), max_size=5)


@settings(deadline=None)
@given(DATED)
def test_the_latest_row_that_has_begun_counts(tmp_path_factory: pytest.TempPathFactory, dated: dict[date, int]) -> None:
    rows = [value("temporary.repeat_months", str(months), day.isoformat()) for day, months in dated.items()]
    policy = load_policy([save(tmp_path_factory.mktemp("pack"), pack(*rows))])
    for day in [DAY, *(start + timedelta(days=step) for start in dated for step in (-1, 0, 1))]:
        begun = [start for start in dated if start <= day]
        assert number(policy.on(day), "temporary.repeat_months") == (dated[max(begun)] if begun else None)


@pytest.mark.parametrize(
    ("day", "citation"),
    [
        (date(2014, 5, 1), (LAW, "第九条")),
        (date(2021, 6, 30), (LAW, "第九条")),
        (date(2021, 7, 1), (f"{LAW}；{MEASURE}", "第九条；第十三条")),
        (date(2026, 6, 30), (f"{LAW}；{MEASURE}", "第九条；第十三条")),
        (date(2026, 7, 1), (f"{STATUTE}；{MEASURE}", "第十八条第一款；第十三条")),
    ],
)
def test_the_source_of_a_rule_is_that_of_the_day(day: date, citation: tuple[str, str]) -> None:
    law = load_policy(region="520000").on(day)
    assert law.citation("dibao.income_below_standard") == Citation(*citation)
    assert law.citation("no.such.rule") is None


def test_a_rule_does_not_exist_before_its_day_nor_in_another_province() -> None:
    dependent = [load_policy(region=place).on(DAY).citation("dibao_single.dependent") for place in ("520000", "130000")]
    assert [found is not None for found in dependent] == [True, False]
    hebei = load_policy(region="130000")
    assert hebei.on(date(2018, 6, 2)).citation("dibao_single.jobless") is None
    assert hebei.on(date(2018, 6, 3)).citation("dibao_single.jobless") is not None


@pytest.mark.parametrize(
    ("day", "urban", "rural"),
    [
        (date(2014, 5, 1), False, False),
        (date(2015, 12, 31), False, False),
        (date(2016, 1, 1), False, True),
        (date(2020, 12, 31), False, True),
        (date(2021, 1, 1), True, True),
        (date(2025, 12, 31), True, True),
        (date(2026, 1, 1), None, None),
    ],
)
def test_the_central_base_pension_is_exempt_as_long_as_a_text_says_so(
    day: date, urban: bool | None, rural: bool | None
) -> None:
    law = load_policy(region="130000").on(day)
    name = "income.basic_pension.central_exempt"
    assert (number(law, name, "urban"), number(law, name, "rural")) == (urban, rural)


def test_before_there_was_a_law_there_is_no_policy() -> None:
    policy = load_policy(region="130000")
    with pytest.raises(PolicyMissing) as caught:
        policy.on(date(2014, 4, 30))
    assert caught.value.lines == [
        "applied_on: 政策包里没有 2014-04-30 有效的规则: 2014-05-01（社会救助暂行办法（国务院令第649号））以后的日期"
    ]
    assert policy.on(date(2014, 5, 1)) is policy.on(date(2014, 5, 1))
