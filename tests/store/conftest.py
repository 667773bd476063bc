"""A database of its own for every test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker.store import Store, open_store

# `store_made` lies beside the tests and is no package; import-mode importlib does not find it by itself.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the office's database lies."""
    return tmp_path / "office.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new database, open."""
    with open_store(path) as opened:
        yield opened
