"""工作台: the queue, a page at a time, drafts first; the row under the cursor in full below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from caseworker.text.cells import clip, pad, wrap
from caseworker.tui import commands
from caseworker.tui.back import Latest, failures, line_of
from caseworker.tui.plain import plain, plain_lines, show
from caseworker.tui.rows import Line, case_line, columns, draft_line, heading, row_text
from caseworker.tui.screens.reader import Reader
from caseworker.tui.widgets.key_line import KeyLine
from caseworker.tui.widgets.text_field import LineInput

if TYPE_CHECKING:
    from caseworker.desk import Desk
    from caseworker.tui.app import CounterApp

PAGE = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """What one look at the desk brought: the counts, the lines of a page, and where in the queue the page is."""

    summary: dict[str, object]
    lines: list[Line]
    offset: int
    total: int


class Rows(OptionList):
    """The list; at its ends PgDn and PgUp turn the page of the queue."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    def action_page_down(self) -> None:
        """Down a screenful, and from the last row to the next page."""
        if self.highlighted is not None and self.highlighted == self.option_count - 1:
            self.screen.turn(1)  # type: ignore[attr-defined]
        else:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Up a screenful, and from the first row to the page before."""
        if self.highlighted == 0:
            self.screen.turn(-1)  # type: ignore[attr-defined]
        else:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_cursor_up(self) -> None:
        """From the first row up into the search field."""
        if self.highlighted in (0, None):
            self.screen.set_focus(self.screen.query_one("#search"))
        else:
            super().action_cursor_up()


class QueueScreen(Screen[None]):
    """The first screen; Enter opens what the cursor is on."""

    CSS_PATH = "queue.tcss"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.QUEUE),
        Binding("escape", "clear", show=False),
    ]
    app: CounterApp
    kind = commands.QUEUE

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown({}, [], 0, 0)
        self.message = ""

    def compose(self) -> ComposeResult:
        """Counts, search, the page, the row in full, a line to read, keys."""
        yield Static(id="title")
        yield LineInput(placeholder="F3 查找：编号、姓名、拼音首字母、身份证尾号、村", id="search")
        yield Static(id="heading")
        yield Rows(id="rows", markup=False, compact=True)
        yield Static(id="detail")
        yield Static(id="line")
        yield KeyLine(self.kind)

    def on_mount(self) -> None:
        """Fetch the first page."""
        self._fetching = Latest(self.app.back, self._fetch, self._fetched)

    def on_screen_resume(self) -> None:
        """What was done on another screen shows here."""
        self.reload()

    def on_resize(self) -> None:
        """Columns follow the width."""
        self.draw()

    def reload(self, offset: int | None = None) -> None:
        """Look again, on the page shown or the one that begins at `offset`."""
        wanted = (self.query_one("#search", Input).value, self.shown.offset if offset is None else offset)
        self._fetching.offer(wanted)
        self.run_worker(self._fetching.drain(), group="fetch")

    def turn(self, step: int) -> None:
        """The next or previous page, where there is one."""
        offset = self.shown.offset + step * PAGE
        if 0 <= offset < max(1, self.shown.total):
            self.reload(offset)

    def _fetch(self, wanted: tuple[str, int]) -> Shown:
        search, offset = wanted
        desk: Desk = self.app.desk
        page = desk.queue(search=search, offset=offset, limit=PAGE)
        drafts = [draft_line(draft) for draft in desk.drafts()] if offset == 0 else []
        lines = [line for line in drafts if line.fits(search)] + [case_line(row) for row in page.rows]
        return Shown({**desk.summary(), "today": desk.today}, lines, offset, page.total)

    def _fetched(self, result: Shown | Exception) -> None:
        if not self.is_attached:
            return
        if isinstance(result, Exception):
            self.say(f"! {line_of(result)}")
            return
        turned = result.offset != self.shown.offset
        self.shown = result
        self.draw(0 if turned else None)

    def draw(self, highlighted: int | None = None) -> None:
        """Lay the page out for the width of the screen; the cursor stays on the row it was on."""
        rows = self.query_one("#rows", Rows)
        cells = self.size.width
        here = rows.highlighted_option.id if rows.highlighted_option else None
        widths = columns(cells - 3)
        self.query_one("#title", Static).update(plain(pad(self._title(), cells)))
        self.query_one("#heading", Static).update(plain(pad(" " + heading(widths), cells)))
        rows.clear_options()
        rows.add_options([Option(plain(row_text(line, widths)), line.ident) for line in self.shown.lines])
        ids = [line.ident for line in self.shown.lines]
        if ids:
            rows.highlighted = highlighted if highlighted is not None else ids.index(here) if here in ids else 0
        self._detail()

    def _title(self) -> str:
        counts = self.shown.summary
        if not counts:
            return "工作台"
        named = [("今天到期", "due_today"), ("逾期", "overdue"), ("在办", "total"), ("草稿", "drafts")]
        return f"工作台 {self.app.office_name} 今天{counts['today']}  " + "  ".join(
            f"{word}{counts.get(key, 0)}" for word, key in named
        )

    def _detail(self) -> None:
        cells = self.size.width
        line = self._line_here()
        text = wrap(line.full if line else "没有案卷。F2 新建申请", max(2, cells - 3))
        shown = [*text[:1], *(clip(f"{row}..", cells) if text[2:] else row for row in text[1:2])]
        self.query_one("#detail", Static).update(plain_lines(shown))
        first = self.shown.offset + 1
        span = (
            f"第{first}-{min(first + PAGE - 1, self.shown.total)}件，共{self.shown.total}件" if self.shown.total else ""
        )
        more = "，PgDn/PgUp 翻页" if self.shown.total > PAGE else ""
        self.query_one("#line", Static).update(plain(clip(self.message or f"{span}{more}  Enter 打开", cells)))

    def _line_here(self) -> Line | None:
        option = self.query_one("#rows", Rows).highlighted_option
        return next((line for line in self.shown.lines if option and line.ident == option.id), None)

    def say(self, text: str) -> None:
        """One line for the clerk, until the cursor moves on."""
        self.message = show(text)
        self._detail()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._detail()

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        line = self._line_here()
        if line is not None:
            self.message = ""
            if line.draft:
                self.app.show_draft(line.key)
            else:
                self.app.show_case(line.key)

    @on(Input.Changed)
    def _search(self) -> None:
        self.reload(0)

    def action_clear(self) -> None:
        """Esc: nothing searched for, the cursor in the list."""
        self.query_one("#search", Input).value = ""
        self.set_focus(self.query_one("#rows"))

    def action_step(self, step: int) -> None:
        """Enter in the search field."""
        self.set_focus(self.query_one("#rows"))

    def action_walk(self, step: int) -> None:
        """Up and down from the search field."""
        if step > 0:
            self.action_step(step)

    @work(group="step", exclusive=True)
    async def action_record(self) -> None:
        """F7."""
        line = self._line_here()
        if line is None or line.draft:
            self.say("草稿还没有审核记录：先打开、受理")
            return
        await self.app.write_record(line.key, self.say)

    @work(group="step", exclusive=True)
    async def action_drop_draft(self) -> None:
        """Ctrl+D on a draft, after a question."""
        line = self._line_here()
        if line is None or not line.draft:
            self.say("只有草稿可以删；已受理的案卷留着")
            return
        page = Reader(f"删去草稿 {line.key}", [line.full], [("yes", "删去"), ("no", "不，留着")], highlighted=1)
        if await self.app.push_screen_wait(page) != "yes":
            return
        try:
            await self.app.back.call(self.app.desk.discard_draft, line.key)
        except failures() as error:
            self.say(f"! 没有删：{line_of(error)}")
        self.reload()
