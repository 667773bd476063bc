"""A docx as plain text: a line a paragraph, a line a table row with its cells parted by " | "."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def docx_text(path: Path) -> str:
    """Header, body and footer in reading order."""
    document = Document(str(path))
    section = document.sections[0]
    lines = [
        *(p.text for p in section.header.paragraphs),
        *_blocks(document.iter_inner_content()),
        *(p.text for p in section.footer.paragraphs),
    ]
    return "\n".join(lines) + "\n"


def _blocks(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                cells = dict.fromkeys(row.cells)  # a merged cell is met once for every column it covers
                yield " | ".join(" ".join(p.text for p in cell.paragraphs).strip() for cell in cells)
