"""Working the counter from the keyboard in a test: typing, waiting for a condition, reading the screen as lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from caseworker.tui.app import CounterApp

SMALL, LARGE = (80, 24), (120, 40)
_TURNS = 400


async def until(pilot: Pilot[int], condition: Callable[[], object], what: str = "") -> None:
    """Let the app work until the condition holds; fails after many turns of the loop, never waits by the clock."""
    for _ in range(_TURNS):
        if condition():
            return
        await pilot.pause()
    raise AssertionError(f"never happened: {what}\n" + "\n".join(lines(pilot.app)))


async def settle(pilot: Pilot[int]) -> None:
    """Everything that was started is done and drawn."""
    for _ in range(3):
        await pilot.pause()
        quick = [w for w in pilot.app.workers if w.group in ("save", "conclude", "fetch", "go", "do", "office")]
        if quick:  # an empty list would mean: all workers, also one that waits for an answer
            await pilot.app.workers.wait_for_complete(quick)
    await pilot.pause()


async def enter(pilot: Pilot[int], *fields: str) -> None:
    """Type each text and go to the next field with Enter."""
    for text in fields:
        await pilot.press(*text, "enter")


def lines(app: CounterApp) -> list[str]:
    """The screen as it stands, one string a row."""
    width = app.size.width
    return ["".join(segment.text for segment in strip.crop(0, width)) for strip in app.screen._compositor.render_strips()]


def assert_fits(app: CounterApp) -> None:
    """Every row is exactly as wide as the screen."""
    for number, line in enumerate(lines(app)):
        assert cell_len(line) == app.size.width, f"row {number}: {cell_len(line)} cells: {line!r}"
        assert "\x1b" not in line


def shown(app: CounterApp) -> str:
    """The whole screen as one text."""
    return "\n".join(lines(app))
