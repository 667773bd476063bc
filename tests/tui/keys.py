"""Working the counter from the keyboard in a test: typing, waiting for a condition, reading the screen as lines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual import events
from textual.keys import _character_to_key

from caseworker.tui.app import CounterApp
from caseworker.tui.screens.case import CaseScreen
from caseworker.tui.screens.reader import Reader

if TYPE_CHECKING:
    from textual.pilot import Pilot

SMALL, LARGE = (80, 24), (120, 40)
_TURNS = 3000
_STEPS = 3
_WAITING_FOR_THE_CLERK = ("step", "default")


@asynccontextmanager
async def counter(desk: object, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[int]]:
    """The counter over a desk, on the workbench."""
    app = CounterApp(desk)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


async def until(pilot: Pilot[Any], condition: Callable[[], object], what: str = "") -> None:
    """Let the counter work until the condition holds; fails after many turns of the loop, never waits by the clock."""
    for _ in range(_TURNS):
        if condition():
            return
        await turn(pilot)
    raise AssertionError(f"never happened: {what}\n{shown(pilot)}")


async def turn(pilot: Pilot[Any]) -> None:
    """Every widget has handled what it had been sent; the desk's thread gets a moment."""
    await pilot._wait_for_screen()
    await asyncio.sleep(0.001)


async def settle(pilot: Pilot[Any]) -> None:
    """Everything that was started is done and drawn: a key leads to a blur, to a save, to a line on the screen."""
    for _ in range(_STEPS):
        await turn(pilot)
        await until(pilot, lambda: not _busy(pilot), "quiet")
    pilot.app.screen._on_timer_update()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys and let everything settle; characters come in one burst, as an input method commits them."""
    for key in keys:
        send(pilot, key)
        if len(key) > 1:
            await settle(pilot)
    await settle(pilot)


async def enter(pilot: Pilot[Any], *fields: str) -> None:
    """Type each text and go to the next field with Enter."""
    for text in fields:
        await press(pilot, *text, "enter")


def send(pilot: Pilot[Any], key: str) -> None:
    """Send one key as the terminal would."""
    name = _character_to_key(key) if len(key) == 1 else key
    event = events.Key(name, key if len(key) == 1 else " " if key == "space" else None)
    deliver(pilot, event)


def deliver(pilot: Pilot[Any], event: events.Event) -> None:
    """Hand an event to the app in the way the terminal driver does, behind what it sent before."""
    event.set_sender(pilot.app)
    driver = pilot.app._driver
    assert driver is not None
    driver.send_message(event)


async def page(pilot: Pilot[Any], what: str = "a page to read") -> None:
    """The page that is read or answered has come up."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Reader), what)
    await settle(pilot)


async def new_draft(pilot: Pilot[Any]) -> CaseScreen:
    """F2, and the draft it opens."""
    send(pilot, "f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, CaseScreen), "the draft opens")
    await settle(pilot)
    return case_of(pilot)


def case_of(pilot: Pilot[Any]) -> CaseScreen:
    """The case or draft on the screen."""
    assert isinstance(pilot.app.screen, CaseScreen), shown(pilot)
    return pilot.app.screen


def lines(pilot: Pilot[Any]) -> list[str]:
    """The screen as it stands, one string a row."""
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def shown(pilot: Pilot[Any]) -> str:
    """The whole screen as one text."""
    return "\n".join(lines(pilot))


def assert_fits(pilot: Pilot[Any]) -> None:
    """Every row is exactly as wide as the screen and holds nothing that would move the cursor."""
    for number, line in enumerate(lines(pilot)):
        assert cell_len(line) == pilot.app.size.width, f"row {number}: {cell_len(line)} cells: {line!r}"
        assert not any(char < " " or char == "\x7f" for char in line), f"row {number}: {line!r}"


def _busy(pilot: Pilot[Any]) -> bool:
    return not pilot.app.caught_up or any(
        not w.is_finished and w.group not in _WAITING_FOR_THE_CLERK for w in pilot.app.workers
    )
