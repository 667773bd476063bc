"""What every form of the office is made of: the A4 page, text in official fonts, tables that no text can widen.

The look follows the habits of Chinese official papers (GB/T 9704): A4, title 小标宋 二号, headings 黑体, text 仿宋.
Line spacing is fixed in points (固定值), so that WPS, Word and LibreOffice break pages alike whatever font stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from caseworker.documents.package import settled

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

# the first is what official papers ask for; the others stand in where it is not installed (w:altName of the font table)
SONG, HEI, FANG = "方正小标宋简体", "黑体", "仿宋_GB2312"
FALLBACKS = {
    SONG: "FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC",
    HEI: "SimHei,方正黑体_GBK,文泉驿正黑,Noto Sans CJK SC",
    FANG: "仿宋,FangSong,方正仿宋_GBK,华文仿宋,STFangsong,Noto Serif CJK SC",
}
TITLE, BODY, SMALL = Pt(22), Pt(10.5), Pt(9)  # 二号, 五号, 小五
LEADING = {TITLE: Pt(30), BODY: Pt(15), SMALL: Pt(12.5)}
LEFT, RIGHT, TOP, BOTTOM = Mm(26), Mm(22), Mm(22), Mm(20)
WIDTH = 162  # mm between the margins
GREY = "EDEDED"


# ---------------------------------------------------------------- the page


def blank(header: str) -> Docx:
    """An empty A4 document in our fonts; `header` stands on every page, left and right parted by a tab."""
    document = Document()
    _page(document)
    normal = document.styles["Normal"]
    normal.font.size = BODY
    _fonts(normal.element.get_or_add_rPr(), FANG)
    _chinese(document)
    _font_table(document)
    _without_thumbnail(document)
    top, foot = document.sections[0].header.paragraphs[0], document.sections[0].footer.paragraphs[0]
    top.style = foot.style = normal
    fill(top, header, FANG, SMALL)
    top.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _page_number(foot)
    return document


def saved(document: Docx, title: str) -> bytes:
    """The document's bytes, the same on every run."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, "caseworker", "caseworker", ""
    core.created = core.modified = datetime(2026, 1, 1)
    core.revision = 1
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _page(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance, section.footer_distance = Mm(13), Mm(11)


def _chinese(document: Docx) -> None:
    """Chinese as the language of the text (python-docx's own template speaks of Japanese): it rules line breaks."""
    speaks = [*document.styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))]
    for language in speaks:
        language.set(qn("w:eastAsia"), "zh-CN")


def _font_table(document: Docx) -> None:
    """Names the stand-ins of our fonts, for the programs that heed them."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in FALLBACKS.items()
    )
    part = next(p for p in document.part.package.iter_parts() if p.partname == "/word/fontTable.xml")
    part._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
    ).encode()


def _without_thumbnail(document: Docx) -> None:
    """python-docx ships a picture of another document, which a file manager would show for ours."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(key)


def _page_number(paragraph: Paragraph) -> None:
    """第 X 页 共 Y 页."""
    fill(paragraph, "第 ", FANG, SMALL, align="center")
    _field(paragraph, "PAGE")
    run(paragraph, " 页　共 ", FANG, SMALL)
    _field(paragraph, "NUMPAGES")
    run(paragraph, " 页", FANG, SMALL)


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that the word processor computes, with "1" until it has."""
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        element = parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")
        _style(element.get_or_add_rPr(), FANG, SMALL)
        paragraph._p.append(element)


# ---------------------------------------------------------------- text


def line(document: Docx, text: str, font: str, size: Pt, *, align: str = "left", before: int = 0) -> Paragraph:
    """A paragraph of the body; `before` in points."""
    paragraph = document.add_paragraph()
    fill(paragraph, text, font, size, align=align)
    paragraph.paragraph_format.space_before = Pt(before)
    return paragraph


def gap(document: Docx, points: int) -> Paragraph:
    """An empty line of that height: between two tables, which would else grow together."""
    paragraph = line(document, "", FANG, SMALL)
    paragraph.paragraph_format.line_spacing = Pt(points)
    return paragraph


def heading(document: Docx, text: str) -> None:
    """A section's heading, which stays with what follows."""
    form = line(document, text, HEI, BODY, before=5).paragraph_format
    form.space_after, form.keep_with_next = Pt(2), True


def when(document: Docx, condition: str, body: Callable[[], object]) -> None:
    """What `body` writes appears only where the condition holds."""
    line(document, f"{{%p if {condition} %}}", FANG, SMALL)
    body()
    line(document, "{%p endif %}", FANG, SMALL)


def fill(paragraph: Paragraph, text: str, font: str, size: Pt, *, align: str = "left") -> None:
    """The paragraph's text and form."""
    form = paragraph.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LEADING[size]
    if text:
        run(paragraph, text, font, size)


def run(paragraph: Paragraph, text: str, font: str, size: Pt) -> None:
    """Text at the end of a paragraph."""
    _style(paragraph.add_run(text)._r.get_or_add_rPr(), font, size)


def _style(properties: BaseOxmlElement, font: str, size: Pt) -> None:
    _fonts(properties, font)
    for tag in ("w:sz", "w:szCs"):
        mark = OxmlElement(tag)
        mark.set(qn("w:val"), str(int(size.pt * 2)))
        properties.append(mark)


def _fonts(properties: BaseOxmlElement, font: str) -> None:
    """The same font for Chinese, letters and figures: figures of 仿宋 are half as wide and stand in columns."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    fonts.set(qn("w:hint"), "eastAsia")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    properties.insert(0, fonts)


# ---------------------------------------------------------------- tables


def table_of(document: Docx, widths: Sequence[int]) -> Table:
    """An empty table with thin borders and columns fixed in millimetres."""
    assert sum(widths) == WIDTH, widths
    table = document.add_table(rows=0, cols=len(widths))
    table.style = document.styles["Table Grid"]
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    properties = table._tbl.tblPr
    total = properties.find(qn("w:tblW"))
    total.set(qn("w:type"), "dxa")
    total.set(qn("w:w"), str(int(Mm(WIDTH).twips)))
    properties.find(qn("w:tblLook")).addprevious(
        parse_xml(
            f'<w:tblCellMar {nsdecls("w")}><w:top w:w="8" w:type="dxa"/><w:left w:w="45" w:type="dxa"/>'
            '<w:bottom w:w="8" w:type="dxa"/><w:right w:w="45" w:type="dxa"/></w:tblCellMar>'
        )
    )
    return table


def titles(table: Table, names: Sequence[str]) -> None:
    """The column titles, repeated on every page."""
    row = table.add_row()
    whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, name in zip(row.cells, names, strict=True):
        write(cell, name, font=HEI)
        shade(cell)
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def each(
    table: Table, loop: str, texts: Sequence[str], *, left: Iterable[int] = (), splits: bool = False
) -> list[_Cell]:
    """A row for every item of a loop; columns in `left` are flush left, the others centred.

    A row stays on one page unless it `splits`.
    """
    tag(table, f"{{%tr for {loop} %}}")
    row = table.add_row()
    if not splits:
        whole(row)
    cells = list(row.cells)
    for index, text in enumerate(texts):
        write(cells[index], text, align="left" if index in left else "center")
    tag(table, "{%tr endfor %}")
    return cells


def tag(table: Table, text: str) -> None:
    """A row that holds only a docxtpl tag and vanishes with it."""
    write(table.add_row().cells[0], text)


def bar(table: Table, text: str, font: str, *, keep: bool = False) -> None:
    """A row across the whole table, grey in 黑体; with `keep` it stays with the row that follows."""
    row = table.add_row()
    whole(row)
    cell = row.cells[0].merge(row.cells[-1])
    write(cell, text, font=font, align="left")
    cell.paragraphs[0].paragraph_format.keep_with_next = keep
    if font == HEI:
        shade(cell)


def write(cell: _Cell, text: str, *, font: str = FANG, size: Pt = SMALL, align: str = "center") -> None:
    """The text of a cell, in the middle of its height."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    fill(cell.paragraphs[0], text, font, size, align=align)


def shade(cell: _Cell) -> None:
    """Grey behind a label; the element's place among its siblings is fixed by the schema (before vAlign)."""
    cell._tc.get_or_add_tcPr().find(qn("w:vAlign")).addprevious(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{GREY}"/>')
    )


def whole(row: _Row) -> None:
    """A row that is not torn apart between two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
