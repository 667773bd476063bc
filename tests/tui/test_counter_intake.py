"""A household taken in by the keyboard alone, on the real desk and the real rules."""

from __future__ import annotations

import pytest
from tests.tui.keys import (
    LARGE,
    SMALL,
    assert_fits,
    case_of,
    counter,
    enter,
    new_draft,
    page,
    press,
    settle,
    shown,
    until,
)

from caseworker.desk import Desk


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_household_is_taken_in_and_accepted_by_keyboard_alone(desk: Desk, size: tuple[int, int]) -> None:
    async with counter(desk, size) as pilot:
        screen = await new_draft(pilot)
        draft_id = screen.sheet.number
        await enter(pilot, "示例村", "2", "1", "1", "2", "1", "1", "0")
        await press(pilot, "ctrl+right")
        await enter(pilot, "示例甲", "", "529999195003030015", "", "", "4", "1", "1", "", "1", "", "", "1", "1")
        await press(pilot, "ctrl+right", "2")
        await enter(pilot, "1", "06", "180", "1")
        await press(pilot, "1", "ctrl+right", "1", "ctrl+right", "1", "ctrl+right", "1", "enter", "ctrl+s")
        assert_fits(pilot)
        saved = desk.draft(draft_id)
        assert saved["village"] == "示例村"
        assert saved["members"][0]["id_number"] == "529999195003030015"
        assert saved["incomes"] == [{"member": "m1", "kind": "basic_pension", "amount": "180.00", "per": "month"}]
        assert (saved["expenses"], saved["obligors"], saved["hardship"]) == ([], [], "none")

        await press(pilot, "f5")
        await page(pilot, "the page before acceptance")
        assert_fits(pilot)
        await press(pilot, "f5")
        await until(pilot, lambda: pilot.app.kind == "closed", "the accepted case")
        await settle(pilot)
        assert_fits(pilot)
        row = desk.queue().rows[0]
        assert (row.number, row.applicant, row.village) == ("2026-0001", "示例甲", "示例村")
        assert desk.drafts() == []
        assert "2026-0001" in shown(pilot)


async def test_enter_on_the_harmless_choice_does_not_accept(desk: Desk) -> None:
    async with counter(desk) as pilot:
        await new_draft(pilot)
        await press(pilot, "f5")
        await page(pilot, "the page before acceptance")
        await press(pilot, "enter")
        assert case_of(pilot).kind == "case"
        assert desk.queue().total == 0


async def test_an_id_number_is_masked_where_it_is_only_read(desk: Desk) -> None:
    draft = desk.new_draft()
    facts = desk.draft(draft)
    facts["members"][0] |= {"name": "示例甲", "id_number": "529999195003030015"}
    desk.save_draft(draft, facts)
    desk.accept(draft)
    async with counter(desk) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.kind == "closed", "the case")
        await press(pilot, "f6")
        assert "529999********0015" in shown(pilot)
        assert "529999195003030015" not in shown(pilot)


async def test_the_record_of_an_accepted_case_is_written_and_its_paths_are_shown(desk: Desk) -> None:
    number = desk.accept(desk.new_draft()).number
    async with counter(desk) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.kind == "closed", "the case")
        await press(pilot, "f7")
        await page(pilot, "the paths")
        written = sorted(path.suffix for path in (desk.home / "文书").iterdir())
        assert written == [".docx", ".json"]
        assert number in shown(pilot)


async def test_papers_and_clocks_of_an_accepted_case(desk: Desk) -> None:
    desk.accept(desk.new_draft())
    async with counter(desk) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.kind == "closed", "the case")
        await press(pilot, "f8")
        await page(pilot, "papers")
        assert_fits(pilot)
        assert "时限" in shown(pilot)


async def test_an_accepted_case_cannot_be_typed_over(desk: Desk) -> None:
    number = desk.accept(desk.new_draft()).number
    before = desk.case(number).facts
    async with counter(desk) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.kind == "closed", "the case")
        await press(pilot, *"改改", "2", "f6", "1", "ctrl+n", "ctrl+d", "f5", "escape")
        await settle(pilot)
        assert desk.case(number).facts == before
