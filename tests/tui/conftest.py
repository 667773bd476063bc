"""Desks for the counter: one in memory that can fail, and the real one over a fresh office folder on a fixed day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from tests.tui.fake_desk import FakeDesk

from caseworker.desk import Desk

SAMPLE_COUNTY = Path(__file__).resolve().parents[2] / "data" / "samples" / "示例县-黔.toml"
TODAY = date(2026, 9, 21)


@pytest.fixture
def fake(tmp_path: Path) -> FakeDesk:
    """An empty desk in memory."""
    return FakeDesk(tmp_path)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The real desk of the sample township, empty, its clock standing still."""
    with Desk(tmp_path / "office", TODAY) as opened:
        opened.init_office("529999", "示例乡", [SAMPLE_COUNTY])
        yield opened
