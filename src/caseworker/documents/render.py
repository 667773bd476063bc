"""A view and a docx template become a docx, through docxtpl.

A template is a document that others edit, and a view holds text that people typed. Neither may do more than its part:
the template runs in jinja's sandbox, a tag that does not exist is an error, and every value is put in as plain text,
whatever it looks like.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from caseworker.documents.errors import DocumentError
from caseworker.documents.package import settled
from caseworker.text.cells import printable

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

# docxtpl turns "{_{" into "{{" in the finished text: as character references the braces of a value are out of its reach
_BRACES = {"{": "&#123;", "}": "&#125;"}
_NOT_IN_XML = {0xFFFE: None, 0xFFFF: None}


def plain(value: object) -> str:
    """Text that people typed, made safe to stand in a docx: one line, no control characters, markup escaped."""
    return escape(_shown(str(value)), _BRACES)


def _shown(text: str) -> str:
    return printable(text).translate(_NOT_IN_XML)


def render(template: bytes, name: str, view: Mapping[str, Any], properties: Mapping[str, str]) -> bytes:
    """The filled docx, byte for byte the same for the same input.

    `name` is the template's file name, for the error; `properties` holds title, author and moment (ISO) of the
    document. Raises DocumentError for a template that is no docx, or whose tags are wrong.
    """
    from docxtpl import DocxTemplate

    try:
        document = DocxTemplate(BytesIO(template))
        document.render(dict(view), _environment(), autoescape=True)
    except Exception as error:  # a template is a program of somebody else: whatever it does wrong is one line
        raise DocumentError(f"{name}: 模板用不了（{_short(error)}）: 请改正，或移走它以使用自带的模板") from error
    _set_properties(document.core_properties, properties)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _environment() -> SandboxedEnvironment:
    """jinja in its sandbox; `finalize` sees every value before it is printed, so no tag can forget to escape."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup

    environment = SandboxedEnvironment(undefined=StrictUndefined, finalize=lambda value: Markup(plain(value)))
    del environment.filters["safe"]
    return environment


def _set_properties(core: Any, properties: Mapping[str, str]) -> None:
    made = datetime.fromisoformat(properties["moment"])
    made = made.astimezone(UTC).replace(tzinfo=None) if made.tzinfo else made
    core.title, core.author = _shown(properties["title"])[:255], _shown(properties["author"])[:255]
    core.last_modified_by, core.revision = core.author, 1
    core.created = core.modified = made.replace(microsecond=0)


def _short(error: Exception) -> str:
    """The error on one line of reasonable length; a jinja error names the line of the template's text."""
    text = _shown(str(error)) or type(error).__name__
    return text if len(text) <= 80 else f"{text[:79]}…"
