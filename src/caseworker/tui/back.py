"""Between the screen and the desk: calls run beside the event loop, one at a time, and failures become one line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from caseworker.desk import Desk
    from caseworker.desk.accepting import Prepared

Result = TypeVar("Result")


class Back:
    """One thread for everything the desk does, so that saves keep their order and the screen never waits."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def call(self, function: Callable[..., Result], *given: Any) -> Result:
        """Run `function` on the desk's thread; its exceptions come out here."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: function(*given))

    def close(self) -> None:
        """Wait for what is under way and let the thread go."""
        self._thread.shutdown()


class Latest:
    """Runs a function on the newest value only: while it runs, newer values replace each other (saving, concluding)."""

    def __init__(self, back: Back, function: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._back, self._function, self._done = back, function, done
        self._waiting: list[Any] = []
        self._busy = False

    def offer(self, value: Any) -> bool:
        """Take a value; true where the caller must start `drain` in a worker."""
        self._waiting = [value]
        return not self._busy

    async def drain(self) -> None:
        """Work until nothing newer waits; `done` hears each result, or the failure as an exception object."""
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                value = self._waiting.pop()
                try:
                    result = await self._back.call(self._function, value)
                except failures() as error:
                    result = error
                self._done(result)
        finally:
            self._busy = False


def failures() -> tuple[type[Exception], ...]:
    """What the desk may refuse with: shown to the clerk in one line, never a crash."""
    from caseworker.desk import DeskError
    from caseworker.household import HouseholdFaults
    from caseworker.policy import PolicyFaults, PolicyMissing
    from caseworker.store import StoreError

    return (DeskError, HouseholdFaults, PolicyFaults, PolicyMissing, StoreError, OSError)


def line_of(error: Exception) -> str:
    """A failure as one line for the bottom of the screen."""
    lines = getattr(error, "lines", None) or str(error).splitlines() or [type(error).__name__]
    return lines[0] + (f"（另有{len(lines) - 1}处）" if len(lines) > 1 else "")


def preview(desk: Desk, household: dict[str, Any]) -> Prepared:
    """What acceptance would write, without writing: papers, clocks and due day. Raises as `Desk.accept` does."""
    from caseworker.desk.accepting import prepare

    return prepare(desk, household)
