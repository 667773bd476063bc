"""Initials by which names and menu entries are found."""

from __future__ import annotations

import subprocess
import sys

import pytest

from caseworker.text.pinyin import initials


@pytest.mark.parametrize(
    ("text", "found"),
    [("示例甲", "slj"), ("查询", "cx"), ("F2 新申请", "f2xsq"), ("欧阳１号", "oy1h"), ("", ""), ("——·", "")],
)
def test_initials(text: str, found: str) -> None:
    assert initials(text) == found


def test_surnames_have_their_own_reading() -> None:
    assert initials("曾示例", name=True) == "zsl"
    assert initials("单于示例", name=True) == "cysl"
    assert initials("示例·曾", name=True) == "slc"


def test_no_text_module_loads_anything_heavy() -> None:
    code = (
        "import sys; from caseworker.text import cells, entry, idnumber, pinyin;"
        "print(sorted({'pypinyin', 'stdnum', 'textual', 'pydantic', 'ssl'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
