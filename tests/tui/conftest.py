"""A counter over a desk in memory, and ways to wait for it that never sleep."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from fake_desk import FakeDesk

from caseworker.tui.app import CounterApp


@pytest.fixture
def fake(tmp_path: Path) -> FakeDesk:
    """An empty desk in memory."""
    return FakeDesk(tmp_path)


@pytest.fixture
def counter() -> Callable[[object], CounterApp]:
    """Makes a counter over any desk."""
    return lambda desk: CounterApp(desk)  # type: ignore[arg-type]
