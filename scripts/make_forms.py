"""Makes the shipped templates in data/forms/: plain docx files with docxtpl tags, which a county can edit in WPS.

    python scripts/make_forms.py            writes data/forms/
    python scripts/make_forms.py FOLDER     writes somewhere else (the test compares both)

The tags are the keys of `caseworker.documents.view.review_view`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import form_kit as kit
from docx.shared import Mm, Pt
from form_kit import BODY, FANG, HEI, SMALL, SONG, TITLE

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import _Cell

FORMS = Path(__file__).resolve().parents[1] / "data" / "forms"


def main(folder: Path = FORMS) -> None:
    """Writes every template into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "审核记录.docx").write_bytes(review_record())


def review_record() -> bytes:
    """The template of the review record (审核记录)."""
    document = kit.blank("{{ notice }}\t案号 {{ number }}")
    kit.line(document, "{{ title }}", SONG, TITLE, align="center").paragraph_format.space_after = Pt(8)
    _head(document)
    kit.heading(document, "一、家庭成员（{{ headcount }}）")
    _members(document)
    kit.heading(document, "二、收入、支出与财产")
    _labelled(document, "figures")
    kit.heading(document, "三、审核结论")
    _conclusions(document)
    kit.heading(document, "四、审核理由与依据")
    _reasons(document)
    _sources(document)
    kit.heading(document, "五、材料与办理时限")
    for cell in _labelled(document, "papers"):
        cell.paragraphs[0].paragraph_format.keep_with_next = True  # papers, clocks and signatures are one page's matter
    kit.when(document, "clocks", lambda: _clocks(document))
    _provenance(document)
    kit.heading(document, "六、审核签署")
    _signatures(document)
    return kit.saved(document, "审核记录")


def _head(document: Docx) -> None:
    """Whose case, where and when: label and value, twice a row."""
    pairs = [
        ("受理机关", "{{ office }}", "来源编号", "{{ reference }}"),
        ("申请人", "{{ applicant }}", "公民身份号码", "{{ applicant_id }}"),
        ("村（社区）", "{{ village }}", "城乡与户籍", "{{ area }}，{{ residence }}"),
        ("申请日期", "{{ applied_on }}（{{ channel }}）", "受理日期", "{{ accepted_on }}（{{ stage }}）"),
        ("申请项目", "{{ asked }}", "政策执行日", "{{ policy_on }}"),
        (
            "授权与承诺",
            "核对授权：{{ authorised }}，诚信承诺：{{ truth_pledge }}",
            "经办近亲属",
            "{{ staff_relative }}",
        ),
    ]
    table = kit.table_of(document, [22, 65, 25, 50])
    for row in pairs:
        cells = table.add_row().cells
        for index, text in enumerate(row):
            is_label = index % 2 == 0
            kit.write(cells[index], text, font=HEI if is_label else FANG, align="center" if is_label else "left")
            if is_label:
                kit.shade(cells[index])


def _members(document: Docx) -> None:
    table = kit.table_of(document, [8, 27, 22, 9, 9, 35, 34, 18])
    kit.titles(table, ["序", "姓名", "关系", "性别", "周岁", "公民身份号码", "主要情况", "计入"])
    fields = ["no", "name", "relation", "sex", "age", "id_number", "condition", "counted"]
    kit.each(table, "m in members", [f"{{{{ m.{name} }}}}" for name in fields], left=(1, 6))


def _labelled(document: Docx, rows: str) -> list[_Cell]:
    """Rows of a label and a text that may be long."""
    table = kit.table_of(document, [22, 140])
    cells = kit.each(table, f"row in {rows}", ["{{ row.label }}", "{{ row.text }}"], left=(1,), splits=True)
    kit.shade(cells[0])
    return cells


def _conclusions(document: Docx) -> None:
    table = kit.table_of(document, [38, 26, 34, 64])
    kit.titles(table, ["项目", "对象", "结论与金额", "说明"])
    texts = [
        "{{ c.programme }}",
        "{{ c.who }}",
        "{{ c.outcome }}{% if c.amount %}，{{ c.amount }}{% endif %}",
        "{{ c.note }}",
    ]
    kit.each(table, "c in conclusions", texts, left=(0, 1, 2, 3))


def _reasons(document: Docx) -> None:
    """One table for all programmes, so that its titles stand on every page: a bar, what is missing, the reasons."""
    table = kit.table_of(document, [97, 9, 56])
    kit.titles(table, ["审核认定与计算", "符合", "依据"])
    kit.tag(table, "{%tr for block in reasons %}")
    kit.bar(table, "{{ block.heading }}", HEI, keep=True)
    kit.tag(table, "{%tr if block.missing %}")
    kit.bar(table, "尚缺事实：{{ block.missing }}", FANG, keep=True)
    kit.tag(table, "{%tr endif %}")
    holds = "{% if r.holds %}{{ r.answer }}{% endif %}"
    finding = "{{ r.statement }}{% if r.working %}：{{ r.working }}{% endif %}"
    cells = kit.each(table, "r in block.reasons", [finding, holds, "{{ r.citation }}"], left=(0, 2))
    kit.run(cells[1].paragraphs[0], "{% if not r.holds %}{{ r.answer }}{% endif %}", HEI, SMALL)
    kit.tag(table, "{%tr endfor %}")


def _sources(document: Docx) -> None:
    documents = "{% for d in documents %}[{{ d.no }}]{{ d.title }}{% if not loop.last %}；{% endif %}{% endfor %}"
    kit.line(document, f"依据文件：{documents}。", FANG, SMALL, before=3)
    kit.when(
        document,
        "referrals",
        lambda: kit.line(document, "转介建议（项号见转办目录）：{{ referrals }}。", FANG, SMALL, before=2),
    )


def _clocks(document: Docx) -> None:
    kit.gap(document, 5).paragraph_format.keep_with_next = True
    table = kit.table_of(document, [60, 29, 20, 53])
    kit.titles(table, ["法定时限", "到期日", "期限", "依据"])
    texts = [f"{{{{ c.{name} }}}}" for name in ("what", "due", "period", "citation")]
    for cell in kit.each(table, "c in clocks", texts, left=(0, 3)):
        cell.paragraphs[0].paragraph_format.keep_with_next = True  # a page of signatures alone proves nothing
    kit.when(document, "not calendar_complete", lambda: _calendar_note(document))


def _calendar_note(document: Docx) -> None:
    note = "到期日所在年度的节假日安排尚未公布，上列到期日须待公布后核对。"
    kit.line(document, note, FANG, SMALL, before=2).paragraph_format.keep_with_next = True


def _provenance(document: Docx) -> None:
    """Who made the paper and on what it stands: policy packs, and the digest that closes the log."""
    packs = (
        "{% for p in packs %}{{ p.id }} {{ p.version }} {{ p.sha256 }}{% if not loop.last %}，{% endif %}{% endfor %}"
    )
    made = "制作：{{ prepared_by }}　{{ prepared_at }}　政策包（版本，sha256前12位）："
    kit.line(document, made + packs, FANG, SMALL, before=4).paragraph_format.keep_with_next = True
    kit.line(document, "日志摘要：{{ log_head }}", FANG, SMALL).paragraph_format.keep_with_next = True


def _signatures(document: Docx) -> None:
    """Three places to sign, with room for the seal, on one page."""
    row = kit.table_of(document, [54, 54, 54]).add_row()
    kit.whole(row)
    row.height = Mm(36)
    for cell, who, seal in zip(row.cells, ("经办人", "审核人", "负责人"), ("", "", "（公章）"), strict=True):
        kit.write(cell, f"{who}意见：", size=BODY, align="left")
        rest = (("", "left"), ("", "left"), (seal, "center"), ("签字：", "left"), ("年　　月　　日", "right"))
        for text, align in rest:
            kit.fill(cell.add_paragraph(), text, FANG, BODY, align=align)
    kit.gap(document, 1)  # what Word wants after a table would else take a line, and with it perhaps a page


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
