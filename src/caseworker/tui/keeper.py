"""Keeps a draft: stores each field as it is left, saves and concludes beside the event loop, knows what failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from caseworker.tui.back import Back, Latest, failures, line_of
from caseworker.tui.sheet import Sheet
from caseworker.tui.view import ConclusionsState
from caseworker.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from caseworker.desk import Conclusions, Desk

Run = Callable[[Any, str], Any]
Heard = Callable[[str], None]


class Keeper:
    """One for each draft on the screen. `run` starts a coroutine in a worker group, `heard` redraws what changed."""

    def __init__(self, desk: Desk, back: Back, sheet: Sheet, run: Run, heard: Heard) -> None:
        self.sheet = sheet
        self.state = ConclusionsState()
        self.failure = ""
        self._desk, self._back = desk, back
        self._run, self._heard = run, heard
        self._saving = Latest(back, lambda facts: desk.save_draft(sheet.number, facts), self._saved)
        self._concluding = Latest(back, lambda facts: (desk.conclude(facts), facts), self._concluded)

    def leave(self, editor: Editor) -> str:
        """Store what an editor holds; what went wrong comes back as one line, and the typed text stays."""
        if self.sheet.closed or not editor.dirty:
            return ""
        path, typed = editor.path, editor.text()
        try:
            if self.sheet.store(editor.spec, path, editor.parsed()):
                self.changed()
        except ValueError as error:
            self.sheet.refuse(path, typed, str(error))
            return f"{editor.spec.label}没有存：{error}"
        return ""

    def changed(self) -> None:
        """Something is stored in the sheet: write it to the draft and see what follows."""
        facts = self.sheet.snapshot()
        self._saving.offer(facts)
        self._run(self._saving.drain(), "save")
        self.conclude(facts)

    def conclude(self, facts: dict[str, Any] | None = None) -> None:
        """See what follows from the sheet as it stands."""
        self._concluding.offer(facts or self.sheet.snapshot())
        self._run(self._concluding.drain(), "conclude")

    def save(self) -> None:
        """Write the draft again, changed or not."""
        self._saving.offer(self.sheet.snapshot())
        self._run(self._saving.drain(), "save")

    async def write(self) -> str:
        """Write the draft and wait for it, behind all saves before; what went wrong as one line."""
        if self.sheet.closed:
            return ""
        try:
            await self._back.call(self._desk.save_draft, self.sheet.number, self.sheet.snapshot())
        except failures() as error:
            self.failure = line_of(error)
        else:
            self.failure = ""
        return self.failure

    @property
    def saved_word(self) -> str:
        """What the title says about saving."""
        if self.sheet.closed:
            return "只读"
        if self.failure:
            return "! 没存上"
        return f"! {len(self.sheet.rejected)}处没存" if self.sheet.rejected else "已保存"

    def _saved(self, result: object) -> None:
        self.failure = line_of(result) if isinstance(result, Exception) else ""
        self._heard("saved")

    def _concluded(self, result: Exception | tuple[Conclusions, dict[str, Any]]) -> None:
        if isinstance(result, Exception):
            self.failure = line_of(result)
        else:
            self.state.take(*result)
        self._heard("concluded")
