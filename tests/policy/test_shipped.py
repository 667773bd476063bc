"""The packs that come with the program: in order, and nothing in them without a source that someone has read."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from caseworker.casefile.periods import periods
from caseworker.policy import check_pack, definitions
from caseworker.policy.chain import shipped_packs
from caseworker.policy.packs import shipped
from caseworker.resources import data_path

PLANS = {
    "河北省社会保障体系“十四五”规划",
    "河北雄安新区社会保障事业行动计划",
    "河北省“十三五”推进基本公共服务均等化规划（冀政发〔2018〕12号）",
    "贵州省“十四五”社会保障事业发展规划",
    "冀人社发〔2018〕3号（唐人社字〔2018〕58号转发）",
    "唐人社字〔2018〕58号 转发 冀人社发〔2018〕3号",
}
NATIONAL = {
    "中华人民共和国社会救助法": date(2026, 7, 1),
    "社会救助暂行办法（国务院令第649号）": date(2014, 5, 1),
    "最低生活保障审核确认办法（民发〔2021〕57号）": date(2021, 7, 1),
    "特困人员认定办法（民发〔2021〕43号）": date(2021, 7, 1),
    "刚性支出困难家庭认定办法（2025年1月1日起施行）": date(2025, 1, 1),
    "关于进一步加强和改进临时救助工作的意见（民发〔2018〕23号）": date(2018, 1, 23),
    "关于进一步做好最低生活保障等社会救助兜底工作的通知（2022年10月20日）": date(2022, 10, 20),
    "关于加强低收入人口动态监测做好分层分类社会救助工作的意见（国办发〔2023〕39号）": date(2024, 1, 1),
    "最低生活保障审核审批办法（试行）（民发〔2012〕220号）": date(2014, 5, 1),
    "中华人民共和国民法典": date(2014, 5, 1),
    "中华人民共和国老年人权益保障法": date(2014, 5, 1),
}
REPEALED = {"最低生活保障审核审批办法（试行）（民发〔2012〕220号）": date(2021, 6, 30)}
# In force before its document: what the document itself says of an earlier time.
BACKDATED = {
    ("income.basic_pension.central_exempt", date(2021, 1, 1)),
    ("income.basic_pension.local_exempt", date(2021, 1, 1)),
    ("rigid_expenditure.not_yet", date(2014, 5, 1)),
}
ARTICLES = {
    "中华人民共和国社会救助法": 78,
    "社会救助暂行办法（国务院令第649号）": 70,
    "最低生活保障审核确认办法（民发〔2021〕57号）": 42,
    "特困人员认定办法（民发〔2021〕43号）": 29,
    "刚性支出困难家庭认定办法（2025年1月1日起施行）": 14,
    "最低生活保障审核审批办法（试行）（民发〔2012〕220号）": 39,
    "中华人民共和国民法典": 1260,
    "中华人民共和国老年人权益保障法": 85,
}
_N = "[一二三四五六七八九十百]+"
_SOME = f"第{_N}(、{_N})?"
ARTICLE = re.compile(f"第{_N}条({_SOME}款)?({_SOME}项)?(、第{_N}[条款](第{_N}款)?(第{_N}项)?)*")
SECTION = re.compile(
    r"[一二三四五]、主要任务（[一二三四五]）\d+|[一二三四五](（[一二三四五]）\d?)?|四、第\d+项"
    r"|附件1 清单第\d+项|专栏\d|第[一二三四]章(第[一二三四]节)?"
)
Row = dict[str, Any]


def rows() -> list[Row]:
    """Every value and rule row of the shipped packs and every clock, with the file it stands in."""
    found = []
    for file in [*shipped(), data_path("policy", "clocks.toml")]:
        raw = tomllib.loads(file.read_text("utf-8"))
        found += [{"file": file.name, **row} for key in ("value", "rule", "clock") for row in raw.get(key, [])]
    return found


SOURCED = [row for row in rows() if row["file"] != "clocks.toml" or "period" in row]


def named(row: Row) -> str:
    """A row for the eyes of whoever reads a failure."""
    return f"{row['file']} {row.get('name') or row.get('id')} {row.get('from')}"


def laws(row: Row) -> list[tuple[str, str]]:
    """The documents of a row with the clause of each."""
    return list(zip(row["document"].split("；"), row["clause"].split("；"), strict=True))


def test_the_packs_are_those_of_the_nation_two_provinces_and_two_cities() -> None:
    parents = {name: pack.header.extends for name, pack in shipped_packs().items()}
    expected = {"cn": None, "hebei": "cn", "guizhou": "cn", "tangshan": "hebei", "xiongan": "hebei"}
    assert parents == expected


@pytest.mark.parametrize("file", [file.name for file in shipped()])
def test_every_pack_is_in_order(file: str) -> None:
    pack = check_pack(Path(str(data_path("policy", file))))
    assert f"{pack.header.id}.toml" == file
    assert re.fullmatch(r"[0-9a-f]{64}", pack.sha256)


def test_every_row_has_document_and_clause() -> None:
    assert [named(row) for row in SOURCED if not row.get("document") or not row.get("clause")] == []


def test_only_documents_that_were_read_are_cited() -> None:
    cited = {document for row in SOURCED for document, _ in laws(row)}
    assert cited <= PLANS | set(NATIONAL)
    bounds = {law.document for parameter in definitions().values() for law in parameter.legal}
    assert {part for document in bounds for part in document.split("；")} <= PLANS | set(NATIONAL)


def test_every_clause_has_the_form_of_its_document() -> None:
    wrong = [
        f"{named(row)}: {document}{clause}"
        for row in SOURCED
        for document, clause in laws(row)
        if not (ARTICLE if document in ARTICLES else SECTION).fullmatch(clause)
    ]
    assert wrong == []


def test_every_article_exists() -> None:
    beyond = [
        f"{named(row)}: {document}{clause}"
        for row in SOURCED
        for document, clause in laws(row)
        for article in re.findall(f"第({_N})条", clause)
        if not 1 <= _number(article) <= ARTICLES[document]
    ]
    assert beyond == []


def _number(text: str) -> int:
    """A Chinese number up to 99: 二十一 → 21."""
    digits = "零一二三四五六七八九"
    tens, ten, ones = text.rpartition("十")
    return (digits.index(tens) if tens else 1 if ten else 0) * 10 + (digits.index(ones) if ones else 0)


def test_no_document_is_cited_before_it_was_in_force_or_after_it_was_repealed() -> None:
    early = [
        named(row)
        for row in SOURCED
        for document, _ in laws(row)
        if row["from"] < NATIONAL.get(document, date.min) and (row.get("name"), row["from"]) not in BACKDATED
    ]
    assert early == []
    assert [named(row) for row in SOURCED if _outlives(row)] == []


def _outlives(row: Row) -> bool:
    """Whether a row goes on after a document of it was repealed."""
    later = [r["from"] for r in SOURCED if r.get("name") == row.get("name") and r["from"] > row["from"]]
    until = min([row.get("to", date.max), *(day - timedelta(days=1) for day in later)])
    return any(until > REPEALED.get(document, date.max) for document, _ in laws(row))


def test_no_row_repeats_the_row_before_it() -> None:
    last: dict[tuple[str, str], Row] = {}
    repeated = []
    for row in (row for row in SOURCED if row["file"] != "clocks.toml"):
        key = (row["file"], row["name"])
        if key in last and all(last[key].get(part) == row.get(part) for part in ("value", "document", "clause")):
            repeated.append(named(row))
        last[key] = row
    assert repeated == []


def test_since_the_law_of_2026_the_measures_stand_beside_it() -> None:
    law = "中华人民共和国社会救助法"
    assert all(row["from"] == date(2026, 7, 1) for row in SOURCED if law in row["document"])
    assert {row["name"] for row in SOURCED if row["document"] == law} >= {"medical_assistance.bills"}


def test_clocks_cite_the_titles_of_the_packs() -> None:
    titles = {part for row in periods() if row.citation for part in row.citation[0].split("；")}
    assert titles <= set(NATIONAL)


def test_averages_of_a_province_say_what_they_are() -> None:
    figures = {"dibao.standard.urban": "645.00", "dibao.standard.rural": "4318.00", "medical.cap": "50000.00"}
    figures |= dict.fromkeys(("special_hardship.basic.urban", "special_hardship.basic.rural"), "906.00")
    guizhou = {row.name: row for row in shipped_packs()["guizhou"].values}
    for name, figure in figures.items():
        row = guizhou[name]
        assert (row.value, "平均" in (row.note or ""), "录入" in (row.note or "")) == (figure, True, True)
    assert "dibao.standard.urban" not in {row.name for row in shipped_packs()["hebei"].values}
