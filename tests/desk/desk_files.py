"""Household files and a policy pack for tests of the window: made-up people of the fictitious county 529999."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

REGION, TOWNSHIP = "529999", "示例乡"
TODAY = date(2021, 8, 3)
_ABLE = dict.fromkeys(("eating", "dressing", "bed", "toilet", "walking", "bathing"), True)
_PACK = """[pack]
id = "{id}"
title = "示例县"
region = "{region}"
extends = "{extends}"
version = "{version}"

[[value]]
name = "dibao.standard.urban"
value = "645.00"
from = 2018-01-01
document = "示例县参数（测试用，非政策）"

[[value]]
name = "dibao.standard.rural"
value = "4318.00"
from = 2018-01-01
document = "示例县参数（测试用，非政策）"
"""


def pack_text(id: str = "demo", region: str = REGION, extends: str = "guizhou", version: str = "2020.1") -> str:
    """A county's pack that is in order."""
    return _PACK.format(id=id, region=region, extends=extends, version=version)


def write_pack(folder: Path, name: str = "示例县.toml", **header: str) -> Path:
    """A county's pack as a file."""
    path = folder / name
    path.write_text(pack_text(**header), encoding="utf-8")
    return path


def member(id: str = "m1", **changes: Any) -> dict[str, Any]:
    """A healthy adult about whom everything is known."""
    return {
        "id": id,
        "name": "示例甲",
        "birth_date": "1982-02-02",
        "sex": "male",
        "relation": "self",
        "shares_household": True,
        "absence": "none",
        "marital": "single",
        "independent": True,
        "disability": "none",
        "illness": "none",
        "schooling": "none",
        "labour": "full",
        "employment": "none",
        "self_care": _ABLE,
        "insured": True,
        "categories": [],
        "dependent": False,
        "long_term_care": False,
        **changes,
    }


def household(**changes: Any) -> dict[str, Any]:
    """A single adult in town without income, everything known, applying on 2021-08-02."""
    return {
        "reference": "T-1",
        "applied_on": "2021-08-02",
        "region": REGION,
        "township": TOWNSHIP,
        "village": "示例村",
        "area": "urban",
        "residence_basis": "hukou",
        "channel": "window",
        "programmes": [],
        "authorised": True,
        "truth_pledge": True,
        "staff_relative": False,
        "members": [member()],
        "incomes": [],
        "expenses": [],
        "assets": {"financial": "0.00", "homes": 1, "vehicles": [], "businesses": 0, "within_limits": True},
        "obligors": [],
        "hardship": "none",
        "medical": [],
        **changes,
    }


def write_lines(path: Path, households: Iterable[object]) -> Path:
    """A jsonl file; an item that is text or bytes already is written as it stands."""
    path.write_bytes(b"\n".join(_line(item) for item in households) + b"\n")
    return path


def _line(item: object) -> bytes:
    if isinstance(item, bytes):
        return item
    return (item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)).encode()
