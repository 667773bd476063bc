"""Keys typed ahead of the screen land where they were meant to, in one burst as a slow machine sees them."""

from __future__ import annotations

from tests.tui.fake_desk import FakeDesk
from tests.tui.keys import counter, deliver, new_draft, send, settle, until
from textual import events


async def test_a_household_typed_in_one_burst(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        keys = [*"示例村", "enter", "2", "enter", "1", "enter", "ctrl+right", *"示例甲", "enter", "enter"]
        keys += [
            *"529999200507070022",
            "enter",
            "f6",
            "2",
            "1",
            "enter",
            *"06",
            "enter",
            *"180",
            "enter",
            "1",
            "f6",
            "1",
        ]
        for key in keys:
            send(pilot, key)
        await until(pilot, lambda: fake.held["D0001"].get("assets"), "the last key")
        await settle(pilot)
        facts = fake.held["D0001"]
        assert (facts["village"], facts["area"], facts["residence_basis"]) == ("示例村", "rural", "hukou")
        assert (facts["members"][0]["name"], facts["members"][0]["id_number"]) == ("示例甲", "529999200507070022")
        assert facts["incomes"] == [{"member": "m1", "kind": "basic_pension", "amount": "180.00", "per": "month"}]


async def test_backspace_takes_the_character_before_it(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        for key in (*"示例", "backspace", *"范村", "home", "x", "enter"):
            send(pilot, key)
        await settle(pilot)
        await until(pilot, lambda: fake.saves, "the save")
        assert fake.held["D0001"]["village"] == "x示范村"


async def test_a_pasted_list_stays_on_one_line_and_in_its_turn(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        send(pilot, "甲")
        deliver(pilot, events.Paste("示例村\n一组\x1b[31m"))
        send(pilot, "enter")
        await settle(pilot)
        assert fake.held["D0001"]["village"] == "甲示例村 一组[31m"
