"""The review record as files: what stands in them, that hostile text cannot break them, that they are whole."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.documents import cases
from tests.documents.docx_text import docx_text

from caseworker.documents import DocumentError, own_template, review_record
from caseworker.documents.render import plain
from caseworker.text.cells import printable

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).resolve().parents[2]
HOSTILE = [
    "&<>\"'",
    "{{ number }}",
    "{% for x in y %}",
    "{_{ number }_}",
    "{# 注 #}",
    "[/]",
    "</w:t></w:r></w:p>",
    "]]><!--",
    "示例👨‍👩‍👧𠮷",
    "示\x00例\x0b甲\x1b[31m",
    "示例\u202e甲\ufeff\u200b",
    "示例\ufffe\uffff",
    "示例\ud800",
    "示例\t甲\n乙\r\a\f",
    "%}}}{{%",
    "_" * 60,
]


def read_docx(paths: list[Path]) -> str:
    return docx_text(paths[0])


@pytest.mark.parametrize("name", cases.ALL)
def test_the_paper_says_what_the_golden_text_says(name: str, tmp_path: Path) -> None:
    text = read_docx(review_record(cases.ALL[name](), tmp_path))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_files_are_named_by_the_case_and_the_folder_is_made(tmp_path: Path) -> None:
    paths = review_record(cases.plain(), tmp_path / "甲" / "乙")
    assert [p.name for p in paths] == ["审核记录-2026-0001.docx", "审核记录-2026-0001.json"]
    assert sorted(tmp_path.glob("甲/乙/*")) == sorted(paths)


@pytest.mark.parametrize("number", ["../x", "a/b", "", "a" * 41, "2026 0001"])
def test_a_number_that_is_no_file_name_is_refused(number: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="不能作文件名"):
        review_record(cases.plain() | {"number": number}, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", cases.ALL)
def test_id_numbers_are_masked_everywhere(name: str, tmp_path: Path) -> None:
    case = cases.ALL[name]()
    docx, record = review_record(case, tmp_path)
    told = docx_text(docx) + record.read_text("utf-8") + "".join(_parts(docx).values())
    people = [*case["household"]["members"], *(case["household"]["obligors"] or [])]
    numbers = [person["id_number"] for person in people if person.get("id_number")]
    assert numbers
    for number in numbers:
        assert number not in told
        assert number[6:14] not in told
        assert f"{number[:6]}********{number[-4:]}" in told
    assert not re.search(r"\d{17}[\dX]", docx_text(docx).replace("c0ffee", "").replace("999999999999.99", ""))


def test_the_json_keeps_what_the_masked_number_told(tmp_path: Path) -> None:
    record = json.loads(review_record(cases.elder(), tmp_path)[1].read_text("utf-8"))
    member, obligor = record["household"]["members"][0], record["household"]["obligors"][0]
    assert (member["birth_date"], member["sex"]) == ("1954-06-01", "male")
    assert (obligor["birth_date"], obligor["id_number"][6:14]) == ("1980-01-01", "********")
    assert "sex" not in obligor


def test_the_json_holds_the_whole_case(tmp_path: Path) -> None:
    case = cases.undecided()
    record = json.loads(review_record(case, tmp_path)[1].read_text("utf-8"))
    assert record["format"] == "caseworker.review-record/1"
    assert record["notice"] == "样表 — 以县级民政部门规定文本为准"
    same = ["number", "accepted_on", "stage", "office", "assessment", "papers", "clocks", "log_head", "prepared_by"]
    assert {key: record[key] for key in same} == {key: case[key] for key in same}
    assert [len(pack["sha256"]) for pack in record["policy_packs"]] == [64, 64, 64]
    assert record["household"]["incomes"] is None


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for day in ("2026-03-05", "2031-12-31"):
        with time_machine.travel(day, tick=False):
            written.append([path.read_bytes() for path in review_record(cases.large(), tmp_path / day)])
    assert written[0] == written[1]


def test_the_document_is_dated_by_the_record(tmp_path: Path) -> None:
    core = Document(str(review_record(cases.plain(), tmp_path)[0])).core_properties
    assert core.created.isoformat() == core.modified.isoformat() == "2026-03-05T02:21:00+00:00"
    assert (core.author, core.title) == ("测试经办", "社会救助审核记录 2026-0001")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_stays_text(text: str, tmp_path: Path) -> None:
    case = cases.plain()
    case["household"]["members"][0]["name"] = text
    case["household"]["village"] = text
    case["assessment"]["assessments"][0]["reasons"][0]["working"] = text
    case["prepared_by"] = text
    docx, record = review_record(case, tmp_path)
    shown = printable(text).translate({0xFFFE: None, 0xFFFF: None})
    assert docx_text(docx).count(shown) >= 4
    assert len(Document(str(docx)).tables) == len(Document(str(_plain_docx(tmp_path))).tables)
    assert json.loads(record.read_bytes())["prepared_by"] == text


def _plain_docx(folder: Path) -> Path:
    return review_record(cases.plain(), folder / "plain")[0]


@given(st.text())
def test_any_text_becomes_well_formed_xml_with_the_same_words(text: str) -> None:
    assert "{" not in plain(text)
    parsed = etree.fromstring(f"<t>{plain(text)}</t>")
    assert (parsed.text or "") == printable(text).translate({0xFFFE: None, 0xFFFF: None})


@pytest.mark.parametrize("name", cases.ALL)
def test_every_table_is_whole(name: str, tmp_path: Path) -> None:
    """Fixed columns, at least one row, and every row as wide as the grid: what Word refuses to open otherwise."""
    for table in Document(str(review_record(cases.ALL[name](), tmp_path)[0])).tables:
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert table._tbl.tr_lst
        for row in table._tbl.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == len(table.columns)


def test_a_case_without_papers_clocks_or_programmes_is_a_whole_paper(tmp_path: Path) -> None:
    case = cases.plain() | {"papers": [], "clocks": {}}
    case["assessment"] |= {"assessments": [], "referrals": []}
    docx = review_record(case, tmp_path)[0]
    assert all(table._tbl.tr_lst for table in Document(str(docx)).tables)
    assert "本案没有材料清单" in docx_text(docx)
    assert "转介建议" not in docx_text(docx)


# ---------------------------------------------------------------- the template


def test_the_shipped_template_is_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "scripts" / "make_forms.py"), str(tmp_path)], check=True)
    assert _parts(tmp_path / "审核记录.docx") == _parts(ROOT / "data" / "forms" / "审核记录.docx")


def test_the_office_s_own_template_wins(tmp_path: Path) -> None:
    assert own_template(tmp_path) is None
    own = _template(tmp_path, lambda xml: xml.replace("一、家庭成员", "壹、本县家庭成员"))
    assert own_template(tmp_path) == own
    text = read_docx(review_record(cases.plain(), tmp_path / "out", own_template(tmp_path)))
    assert "壹、本县家庭成员（申报3人" in text


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace("{{ title }}", "{{ titel }}"),
        lambda xml: xml.replace("{{ title }}", "{% if title %}"),
        lambda xml: xml.replace("{{ title }}", "{{ title"),
        lambda xml: xml.replace("{{ title }}", "{{ title|safe }}"),
        lambda xml: xml.replace("{{ title }}", "{{ title + 1 }}"),
        lambda xml: xml.replace("{{ title }}", "{{ title.__class__.__mro__ }}"),
        lambda xml: xml.replace("{{ title }}", "{% include 'x' %}"),
    ],
)
def test_a_template_with_wrong_tags_is_one_line(change: Callable[[str], str], tmp_path: Path) -> None:
    own = _template(tmp_path, change)
    with pytest.raises(DocumentError, match="模板用不了") as caught:
        review_record(cases.plain(), tmp_path / "out", own)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a docx", None])
def test_a_template_that_is_no_docx_is_one_line(content: bytes | None, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    if content is not None:
        own.write_bytes(content)
    with pytest.raises(DocumentError, match=r"own\.docx: 模板(用不了|打不开)") as caught:
        review_record(cases.plain(), tmp_path / "out", own)
    assert "\n" not in str(caught.value)


def _template(home: Path, change: Callable[[str], str]) -> Path:
    """A changed copy of the shipped template where an office keeps its own."""
    target = home / "forms" / "审核记录.docx"
    target.parent.mkdir(parents=True)
    with zipfile.ZipFile(ROOT / "data" / "forms" / "审核记录.docx") as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                changed = change(content.decode("utf-8"))
                assert changed != content.decode("utf-8")
                content = changed.encode("utf-8")
            copy.writestr(name, content)
    return target


def _parts(docx: Path) -> dict[str, str]:
    with zipfile.ZipFile(docx) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


# ---------------------------------------------------------------- whole or not at all


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_earlier_paper(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review_record(cases.plain(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"caseworker.documents.files.os.{call}", full)
    with pytest.raises(DocumentError, match=r"写不进去.*: 请检查磁盘空间") as caught:
        review_record(cases.elder() | {"number": "2026-0001"}, tmp_path)
    assert "\n" not in str(caught.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", "utf-8")
    with pytest.raises(DocumentError, match="写不进去"):
        review_record(cases.plain(), tmp_path / "out")


def test_a_paper_open_elsewhere_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("caseworker.documents.files.os.replace", locked)
    with pytest.raises(DocumentError, match="请关闭正在打开的同名文书"):
        review_record(cases.plain(), tmp_path)
    assert not list(tmp_path.iterdir())


def test_importing_documents_loads_nothing_heavy() -> None:
    code = "import sys, caseworker.documents; print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ---------------------------------------------------------------- pages


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed: pages not counted")
@pytest.mark.parametrize(("name", "most"), [("plain", 2), ("elder", 2), ("undecided", 2), ("large", 5)])
def test_pages(name: str, most: int, tmp_path: Path) -> None:
    docx = review_record(cases.ALL[name](), tmp_path)[0]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(docx)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", docx.with_suffix(".pdf").read_bytes())
    assert 1 <= len(pages) <= most
