"""One registry: every command has its action, its key in the footer, the menu and the help."""

from __future__ import annotations

import pytest
from tests.tui.fake_desk import FakeDesk
from tests.tui.keys import assert_fits, case_of, counter, new_draft, press, settle, shown, until

from caseworker.tui import commands
from caseworker.tui.app import CounterApp
from caseworker.tui.screens.case import CaseScreen
from caseworker.tui.screens.chooser import Chooser
from caseworker.tui.screens.queue import QueueScreen

SCREENS = {commands.QUEUE: QueueScreen, commands.CASE: CaseScreen, commands.CLOSED: CaseScreen}


@pytest.mark.parametrize("name", SCREENS)
def test_every_command_has_an_action_where_it_belongs(name: str) -> None:
    for command in commands.on_screen(name):
        action = f"action_{command.id}"
        assert hasattr(SCREENS[name], action) or hasattr(CounterApp, action), command.id


@pytest.mark.parametrize("name", SCREENS)
def test_no_key_means_two_things_on_one_screen(name: str) -> None:
    keys = [key for command in commands.on_screen(name) for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_initials_are_those_of_the_titles() -> None:
    from caseworker.text.pinyin import initials

    assert {c.id: c.initials for c in commands.COMMANDS} == {c.id: initials(c.title) for c in commands.COMMANDS}


@pytest.mark.parametrize(("typed", "first"), [("sl", "accept"), ("受理", "accept"), ("f8", "papers"), ("tc", "quit")])
def test_the_menu_finds_by_initials_words_and_keys(typed: str, first: str) -> None:
    assert commands.find(commands.CASE, typed)[0].id == first


async def test_a_command_is_carried_out_from_the_menu(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await press(pilot, "ctrl+p", *"xj", "enter")
        await settle(pilot)
        assert pilot.app.kind == commands.CASE
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, Chooser)
        assert_fits(pilot)
        await press(pilot, *"hxy", "enter")
        assert pilot.app.screen.section == 1


async def test_help_names_the_field_its_clause_and_every_key(fake: FakeDesk) -> None:
    async with counter(fake, (120, 60)) as pilot:
        await new_draft(pilot)
        await press(pilot, "enter", "f1")
        text = shown(pilot)
        assert "社会救助法第十九条" in text
        for command in commands.on_screen(commands.CASE):
            assert command.title in text
        assert_fits(pilot)


async def test_the_footer_shows_whole_entries_only_and_always_the_menu(fake: FakeDesk) -> None:
    async with counter(fake, (60, 24)) as pilot:
        await new_draft(pilot)
        assert "F9菜单" in shown(pilot).splitlines()[-1]
        assert_fits(pilot)


async def test_new_and_find_from_a_draft_keep_it(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        await press(pilot, *"示例村", "f2")
        await until(pilot, lambda: len(fake.held) == 2 and case_of(pilot).sheet.number == "D0002", "the second draft")
        await settle(pilot)
        assert fake.held["D0001"]["village"] == "示例村"
        await press(pilot, *"测试村", "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, QueueScreen), "the workbench")
        await press(pilot, *"测")
        assert fake.held["D0002"]["village"] == "测试村"
        assert pilot.app.screen.query_one("#search").value == "测"
