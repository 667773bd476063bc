"""A database of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker.store import Store, open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the office's database lies."""
    return tmp_path / "office.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new database, open."""
    with open_store(path) as opened:
        yield opened
