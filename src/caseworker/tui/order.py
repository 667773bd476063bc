"""Keeping keys in order between widgets that each have a queue of their own."""

from __future__ import annotations

import asyncio

from textual.screen import Screen
from textual.widget import Widget

_PATIENCE = 1.0  # seconds; a widget that waits for the app itself must not hold the app for ever


async def handled(widget: Widget) -> None:
    """Until the widget, and everything up to its screen that its messages pass through, has handled what it was sent."""
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
