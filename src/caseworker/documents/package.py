"""A docx as bytes that depend on nothing but its content: entry times and system marks of the zip are fixed."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def settled(docx: bytes) -> bytes:
    """The same package with every entry dated 1980-01-01, in its own order; raises BadZipFile for what is no zip."""
    out = BytesIO()
    with ZipFile(BytesIO(docx)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name), compresslevel=9)
    return out.getvalue()
