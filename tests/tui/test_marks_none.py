"""The defect found at the counter: with more than nine categories a single 0 said nothing."""

from __future__ import annotations

from tests.tui.fake_desk import FakeDesk
from tests.tui.keys import counter, new_draft, press


async def test_one_zero_says_that_there_is_none_even_with_codes_of_two_digits(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await press(pilot, "ctrl+right")
        field = next(f for f in screen.query("Marks") if f.spec.path.endswith("categories"))
        field.focus()
        await pilot.pause()
        await press(pilot, "0", "enter")
        assert field.picked == []
        field.focus()
        await pilot.pause()
        await press(pilot, "0", "1", "enter")
        assert field.picked == ["dibao"]
