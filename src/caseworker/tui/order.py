"""Keys in the order they were typed, also when they arrive faster than a slow machine handles them."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TypeVar

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

Result = TypeVar("Result")
_PATIENCE = 1.0  # seconds; a widget that waits for the app itself must not hold the app for ever


class OrderedApp(App[Result]):
    """Takes up a key only when the one before it is done with: sent down, bubbled up, its action carried out.

    Textual sends a key to whoever has the focus when it arrives, while Enter or Backspace act only after they have
    come back up behind all keys that wait. What is typed ahead would land in the field that is just being left.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._typing = False

    @property
    def caught_up(self) -> bool:
        """Whether every key so far is done with."""
        return not self._typing and not self._held

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait their turn; everything else passes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._typing:
            self._held.append(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Key | events.Paste) -> None:
        self._typing = True
        here = self.focused or self.screen
        await super().on_event(event)
        await handled(here)
        # What bubbled up stands in our queue by now; this comes behind it.
        if not self.call_later(self._next_key):
            self._typing = False

    async def _next_key(self) -> None:
        self._typing = False
        if self._held:
            await self._take(self._held.popleft())


async def handled(widget: Widget) -> None:
    """Until the widget, and all up to its screen that its messages pass through, have handled what they were sent."""
    for node in widget.ancestors_with_self:
        done = asyncio.Event()
        if not isinstance(node, Widget) or not node.call_later(done.set):
            return
        try:
            async with asyncio.timeout(_PATIENCE):
                await done.wait()
        except TimeoutError:
            return
        if isinstance(node, Screen):
            return
