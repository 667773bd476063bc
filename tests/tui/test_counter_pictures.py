"""What the workbench and a draft look like, at the smallest and at a roomy size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.tui.fake_desk import FakeDesk, row
from tests.tui.keys import LARGE, SMALL, press, settle, until

from caseworker.tui.app import CounterApp

MEMBERS = [
    {"id": "m1", "name": "示例甲", "relation": "self", "id_number": "529999195003030015", "marital": "widowed"},
    {"id": "m2", "name": "阿卜杜拉·买买提", "relation": "child", "disability": {"kind": "visual", "grade": 2}},
]


@pytest.fixture
def office(fake: FakeDesk) -> FakeDesk:
    """A few cases, one of them late, and a draft."""
    fake.rows = [row(number, name, overdue=number == 1) for number, name in enumerate(["示例甲", "测试" * 8, "[/]"], 1)]
    fake.new_draft({"applied_on": "2026-09-01", "village": "示例村", "members": MEMBERS, "incomes": []})
    return fake


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_workbench(office: FakeDesk, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(CounterApp(office), terminal_size=size, run_before=settle)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_draft(office: FakeDesk, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    async def second_member(pilot: Any) -> None:
        await settle(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.kind == "case", "the draft")
        await press(pilot, "pagedown", "enter")

    assert snap_compare(CounterApp(office), terminal_size=size, run_before=second_member)  # type: ignore[arg-type]
