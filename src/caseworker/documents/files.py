"""Papers reach their place whole or not at all: written beside it under another name, flushed, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from caseworker.documents.errors import DocumentError


def write_all(folder: Path, papers: Mapping[str, bytes]) -> list[Path]:
    """Writes `papers` (file name → content) into `folder`, made if need be; returns the paths in order.

    Nothing is renamed before everything is on disk, so a full disk leaves the earlier papers as they were. Raises
    DocumentError where the folder cannot be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in papers.items():
            waiting[folder / name] = _beside(folder, content)
        for path, temporary in waiting.items():
            os.replace(temporary, path)
    except OSError as error:
        raise DocumentError(f"{folder}: 文书写不进去（{error.strerror or error}）: {_advice(error)}") from error
    finally:
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return list(waiting)


def _beside(folder: Path, content: bytes) -> Path:
    """A complete file with this content in `folder`, under a temporary name."""
    handle, name = tempfile.mkstemp(prefix=".文书-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _advice(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "请关闭正在打开的同名文书，或换一个可写的文件夹"
    return "请检查磁盘空间，或换一个可写的文件夹"
