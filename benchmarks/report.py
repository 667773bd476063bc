"""What every benchmark prints: a small table, and the same figures as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, figures to the right."""
    lines = [titles, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(titles))]
    return "\n".join(
        "  ".join(cell.rjust(size) if place else cell.ljust(size) for place, (cell, size) in enumerate(pairs)).rstrip()
        for pairs in (list(zip(line, widths, strict=True)) for line in lines)
    )


def machine() -> dict[str, Any]:
    """Enough to compare two runs; nothing that names the machine."""
    return {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}


def write_json(path: Path | None, figures: dict[str, Any]) -> None:
    """The figures into `path` where one was asked for."""
    if path is not None:
        path.write_text(json.dumps({"machine": machine(), **figures}, ensure_ascii=False, indent=2) + "\n", "utf-8")
