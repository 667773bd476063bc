"""The counter (柜台界面): the only part of the program that draws on the screen; nothing else may import it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caseworker.desk import Desk


def run(desk: Desk) -> int:
    """Open the counter on this terminal and give the exit code; the terminal is restored on every way out."""
    import os

    # Textual reads these when it is imported. Terminals lose what an input method commits under the Kitty protocol.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    from caseworker.tui.app import CounterApp

    app = CounterApp(desk)
    app.run()
    return app.return_code or 0
