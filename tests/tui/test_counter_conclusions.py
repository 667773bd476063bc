"""Conclusions beside the form and behind F4, refreshed as a field is left; the next question is one key away."""

from __future__ import annotations

from tests.tui.fake_desk import FakeDesk
from tests.tui.keys import LARGE, SMALL, assert_fits, case_of, counter, enter, new_draft, press, settle, shown, until

from caseworker.desk import Desk
from caseworker.tui.screens.conclusions import ConclusionsScreen


async def test_conclusions_refresh_as_a_field_is_left(fake: FakeDesk) -> None:
    async with counter(fake, LARGE) as pilot:
        await new_draft(pilot)
        assert "低保 待问 缺3项" in shown(pilot)
        await enter(pilot, "", "1")
        assert "低保 待问 缺2项" in shown(pilot)


async def test_the_next_question_is_named_and_reached_with_one_key(fake: FakeDesk) -> None:
    async with counter(fake, SMALL) as pilot:
        screen = await new_draft(pilot)
        assert "下一问：城乡（决定：低保）" in shown(pilot)
        await press(pilot, "ctrl+g")
        assert getattr(pilot.app.focused, "path", "") == "area"
        await press(pilot, "1", "enter", "ctrl+g")
        assert getattr(pilot.app.focused, "path", "") == "incomes"
        assert screen.section == 2


async def test_f4_opens_reasons_with_working_and_clause_and_leads_to_the_field(fake: FakeDesk) -> None:
    async with counter(fake, SMALL) as pilot:
        await new_draft(pilot)
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, ConclusionsScreen)
        await press(pilot, "down", "enter")
        text = shown(pilot)
        assert "900.00 ÷ 2 = 450.00 < 645.00" in text
        assert "示例办法 第一条" in text
        assert_fits(pilot)
        await press(pilot, "down", "down", "down", "enter")
        assert getattr(pilot.app.focused, "path", "") == "assets"


async def test_an_entry_with_faults_is_named_in_the_words_of_the_form(desk: Desk) -> None:
    async with counter(desk, LARGE) as pilot:
        await new_draft(pilot)
        await press(pilot, "f6", "f6", "2")
        assert "收入1 收入种类：还没填" in shown(pilot)
        assert "改之前的结论" in shown(pilot)
        await press(pilot, "ctrl+g")
        assert getattr(pilot.app.focused, "path", "") == "incomes[0].kind"
        assert_fits(pilot)


async def test_the_panel_follows_the_width_of_the_screen(fake: FakeDesk) -> None:
    async with counter(fake, SMALL) as pilot:
        screen = await new_draft(pilot)
        for width in (80, 99, 100, 101, 119, 120, 160):
            await pilot.resize_terminal(width, 30)
            await settle(pilot)
            assert screen.query_one("#side").display is (width >= 100)
            assert_fits(pilot)


async def test_every_question_of_the_real_rules_has_its_field(desk: Desk) -> None:
    async with counter(desk, SMALL) as pilot:
        screen = await new_draft(pilot)
        for question in desk.conclude(screen.sheet.snapshot()).questions:
            await screen.go_to(question.path)
            await settle(pilot)
            here = getattr(pilot.app.focused, "path", None) or getattr(pilot.app.focused, "group", None)
            assert here is not None, question.path
            assert "不在表上" not in shown(pilot)
        assert case_of(pilot) is screen


async def test_f4_on_a_wide_screen_walks_into_the_panel_and_escape_out(fake: FakeDesk) -> None:
    async with counter(fake, LARGE) as pilot:
        await new_draft(pilot)
        await press(pilot, "f4", "down", "right")
        assert "450.00" in shown(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: getattr(pilot.app.focused, "path", "") == "village", "back in the form")
