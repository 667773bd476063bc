"""An office folder of its own for every test, on a fixed day."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# `desk_files` lies beside the tests and is no package; import-mode importlib does not find it by itself.
sys.path.insert(0, str(Path(__file__).parent))

from desk_files import REGION, TODAY, TOWNSHIP, write_pack

from caseworker.desk import Desk


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The county's pack, lying outside the office folder."""
    return write_pack(tmp_path)


@pytest.fixture
def desk(tmp_path: Path, pack: Path) -> Iterator[Desk]:
    """The desk of an office that is set up, its clock standing on 2021-08-03."""
    with Desk(tmp_path / "office", TODAY) as opened:
        opened.init_office(REGION, TOWNSHIP, [pack])
        yield opened
