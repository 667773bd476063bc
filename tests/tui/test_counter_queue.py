"""The workbench: a page at a time, drafts first, search, the row in full, rows cut with a mark."""

from __future__ import annotations

from tests.tui.fake_desk import FakeDesk, row
from tests.tui.keys import LARGE, SMALL, assert_fits, counter, lines, page, press, settle, shown

from caseworker.desk import Desk
from caseworker.tui.screens.queue import PAGE, QueueScreen, Rows


async def test_one_page_of_rows_and_paging_at_the_ends(fake: FakeDesk) -> None:
    fake.rows = [row(number) for number in range(1, 251)]
    async with counter(fake) as pilot:
        rows = pilot.app.screen.query_one(Rows)
        assert rows.option_count == PAGE
        await press(pilot, "end", "pagedown")
        assert "2026-0101" in shown(pilot)
        assert "第101-200件，共250件" in shown(pilot)
        await press(pilot, "home", "pageup")
        assert "第1-100件" in shown(pilot)


async def test_names_of_every_length_are_whole_or_cut_with_a_mark(fake: FakeDesk) -> None:
    names = ["示例", "阿卜杜拉·买买提·示例甲乙丙丁", "示" * 15, "[/]", "[b", "👨‍👩‍👧", "𬭩示例", "李[red]四"]
    fake.rows = [row(number, name, "示例村" * 4) for number, name in enumerate(names, 1)]
    for size in (SMALL, LARGE):
        async with counter(fake, size) as pilot:
            assert_fits(pilot)
            table = lines(pilot)[3:11]
            for name, line in zip(names, table, strict=True):
                whole = name.replace("\u200d", "")
                assert whole in line or ".." in line, line
            await press(pilot, "down")
            assert "阿卜杜拉·买买提·示例甲乙丙丁" in shown(pilot), "the row under the cursor is shown in full"


async def test_drafts_come_first_and_can_be_dropped_after_a_question(fake: FakeDesk) -> None:
    fake.rows = [row(1)]
    fake.new_draft({"village": "示例村", "members": [{"id": "m1", "relation": "self", "name": "测试乙"}]})
    async with counter(fake) as pilot:
        assert "测试乙" in lines(pilot)[3]
        assert "草稿1" in lines(pilot)[0]
        await press(pilot, "ctrl+d")
        await page(pilot, "the question")
        await press(pilot, "enter")
        assert list(fake.held) == ["D0001"]
        await press(pilot, "ctrl+d")
        await page(pilot, "the question")
        await press(pilot, "1")
        await settle(pilot)
        assert fake.held == {}


async def test_search_by_initials_on_the_real_desk(desk: Desk) -> None:
    for name in ("示例甲", "测试乙"):
        draft = desk.new_draft()
        facts = desk.draft(draft)
        facts["members"][0]["name"] = name
        desk.save_draft(draft, facts)
        desk.accept(draft)
    async with counter(desk) as pilot:
        await press(pilot, "f3", *"csy")
        assert "测试乙" in shown(pilot)
        assert "示例甲" not in shown(pilot)
        await press(pilot, "escape")
        assert "示例甲" in shown(pilot)


async def test_an_empty_office_says_what_to_do(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        assert "F2 新建申请" in shown(pilot)
        assert_fits(pilot)
        await press(pilot, "enter", "pagedown", "pageup", "up", "down", "f7", "ctrl+d")
        assert isinstance(pilot.app.screen, QueueScreen)


async def test_a_desk_that_cannot_be_read_is_said_in_one_line(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        fake.held["D0001"] = {"members": [{"id": "m1"}]}
        await press(pilot, "f3", "f2")
        assert pilot.app.is_running
