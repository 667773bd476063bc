"""Fields: saved as they are left, three answers, bad input kept, hostile text harmless."""

from __future__ import annotations

from typing import Any

import pytest
from tests.tui.fake_desk import FakeDesk
from tests.tui.keys import (
    SMALL,
    assert_fits,
    case_of,
    counter,
    enter,
    new_draft,
    page,
    press,
    send,
    settle,
    shown,
    until,
)
from textual.widgets import Input

from caseworker.tui.screens.queue import QueueScreen

HOSTILE = [
    "[/]",
    "[b",
    "[@click=app.quit]甲",
    "李[red]四",
    "👨‍👩‍👧示例",
    "示\x1b[31m例",
    "示\u202e例",
    "阿卜杜拉•买买提",
    "𬭩",
    "测" * 60,
]


def typed(facts: Any, *path: str | int) -> Any:
    for step in path:
        facts = facts[step] if isinstance(step, int) else facts.get(step)
    return facts


async def test_a_field_is_saved_as_it_is_left_and_not_before(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        await press(pilot, *"示例村")
        assert fake.saves == []
        await press(pilot, "enter")
        assert [facts["village"] for facts in fake.saves] == ["示例村"]
        await press(pilot, "enter", "enter")
        assert len(fake.saves) == 1


async def test_a_number_that_is_no_number_keeps_its_text_and_the_stored_value(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await press(pilot, "ctrl+right")
        await enter(pilot, "示例甲", "", "529999195003030014")
        field = screen.query("GroupForm TextField").results(Input)
        assert "529999195003030014" in [one.value for one in field]
        assert fake.held["D0001"]["members"][0].get("id_number") is None
        assert "校验码" in shown(pilot)
        assert "1处没存" in shown(pilot)
        assert_fits(pilot)
        await press(pilot, "f6", "ctrl+left")
        assert "529999195003030014" in shown(pilot)


async def test_leaving_with_an_unstored_text_asks_first(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        await press(pilot, "ctrl+right")
        await enter(pilot, "示例甲", "", "123")
        await press(pilot, "escape")
        await page(pilot, "the question")
        assert "123" not in shown(pilot), "an ID number is masked outside its own field"
        await press(pilot, "1")
        await until(pilot, lambda: pilot.app.kind == "case", "back in the draft")
        assert getattr(pilot.app.focused, "path", "") == "members[0].id_number"
        await press(pilot, "escape")
        await page(pilot, "the question again")
        await press(pilot, "2")
        await until(pilot, lambda: isinstance(pilot.app.screen, QueueScreen), "the workbench")
        assert fake.held["D0001"]["members"][0]["name"] == "示例甲"


async def test_escape_and_quit_save_the_field_that_is_being_typed(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        await press(pilot, *"示例村", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, QueueScreen), "the workbench")
        assert fake.held["D0001"]["village"] == "示例村"
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.kind == "case", "the draft again")
        await settle(pilot)
        await press(pilot, "f6", *"示例甲")
        send(pilot, "ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running, "the end")
    assert fake.held["D0001"]["members"][0]["name"] == "示例甲"


async def test_three_answers_of_a_list(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        await press(pilot, "f6", "f6")
        assert fake.held["D0001"].get("incomes") is None
        await press(pilot, "1")
        assert fake.held["D0001"]["incomes"] == []
        await press(pilot, "0")
        assert fake.held["D0001"]["incomes"] is None
        await press(pilot, "2")
        assert len(fake.held["D0001"]["incomes"]) == 1
        assert "有1笔" in shown(pilot)
        await enter(pilot, "0", "01", "1.2万", "2")
        assert fake.held["D0001"]["incomes"] == [{"member": None, "kind": "wage", "amount": "12000.00", "per": "year"}]


async def test_answering_none_over_entered_items_asks_first(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await press(pilot, "f6", "f6", "2")
        await enter(pilot, "0", "01", "5")
        await screen.go_to("incomes")
        await press(pilot, "1")
        await page(pilot, "the question")
        await press(pilot, "escape")
        assert fake.held["D0001"]["incomes"][0]["amount"] == "5.00"
        await press(pilot, "1")
        await page(pilot, "the question again")
        await press(pilot, "1")
        await settle(pilot)
        assert fake.held["D0001"]["incomes"] == []


async def test_property_none_and_hardship_none_in_one_key_each(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        await press(pilot, "f6", "f6", "f6", "1", "f6", "1", "f6", "1")
        facts = fake.held["D0001"]
        assert facts["assets"] == {"financial": "0.00", "homes": 0, "businesses": 0, "vehicles": []}
        assert facts["obligors"] == []
        assert facts["hardship"] == "none"


async def test_an_emptied_object_is_not_asked_again(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await screen.go_to("assets.homes")
        await enter(pilot, "1")
        assert fake.held["D0001"]["assets"] == {"homes": 1}
        await screen.go_to("assets.homes")
        await press(pilot, "backspace", "enter")
        assert fake.held["D0001"]["assets"] is None


async def test_full_width_input_and_chinese_dates_are_read(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await screen.go_to("members[0].birth_date")
        await enter(pilot, "２０１３年３月３日")
        await screen.go_to("assets.financial")
        await enter(pilot, "１２．５")
        assert fake.held["D0001"]["members"][0]["birth_date"] == "2013-03-03"
        assert fake.held["D0001"]["assets"]["financial"] == "12.50"


@pytest.mark.parametrize(
    ("keys", "value"),
    [("02", "spouse"), ("p", "spouse"), ("xd", "sibling"), ("父", "parent"), ("００", None), ("０３", "child")],
)
async def test_a_choice_answers_to_digits_initials_and_words(fake: FakeDesk, keys: str, value: str | None) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await screen.go_to("members[0].relation")
        await press(pilot, *keys, "enter")
        assert fake.held["D0001"]["members"][0]["relation"] == value


async def test_categories_and_self_care(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await screen.go_to("members[0].categories")
        await press(pilot, "0", "0", "enter")
        assert fake.held["D0001"]["members"][0]["categories"] == []
        await press(pilot, "9", "6", "6", "enter")
        care = fake.held["D0001"]["members"][0]["self_care"]
        assert care["eating"] is True
        assert care["bathing"] is None
        await screen.go_to("members[0].categories")
        await press(pilot, "0", "1", "1", "1", "enter")
        assert fake.held["D0001"]["members"][0]["categories"] == ["dibao", "veteran"]


async def test_the_full_list_of_a_choice_is_narrowed_by_typing(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await press(pilot, "f6", "f6", "2")
        await screen.go_to("incomes[0].kind")
        await press(pilot, "space", *"cx")
        assert_fits(pilot)
        await press(pilot, "enter", "enter")
        assert fake.held["D0001"]["incomes"][0]["kind"] == "basic_pension"


async def test_disability_keeps_its_grade_and_refuses_one_without_a_kind(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await screen.go_to("members[0].disability.grade")
        await press(pilot, "2", "enter")
        assert "先选残疾类别" in shown(pilot)
        await screen.go_to("members[0].disability")
        await press(pilot, "2", "enter", "2", "enter")
        assert fake.held["D0001"]["members"][0]["disability"] == {"kind": "visual", "grade": 2}
        await screen.go_to("members[0].disability")
        await press(pilot, "8", "enter")
        await screen.go_to("members[0].disability.components")
        await enter(pilot, "视力2 言语3")
        parts = [{"kind": "visual", "grade": 2}, {"kind": "speech", "grade": 3}]
        assert fake.held["D0001"]["members"][0]["disability"]["components"] == parts
        await screen.go_to("members[0].disability")
        await press(pilot, "1", "enter")
        assert fake.held["D0001"]["members"][0]["disability"] == "none"


async def test_hostile_texts_are_only_text(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await screen.go_to("members[0].name")
        for text in HOSTILE:
            field = pilot.app.focused
            assert isinstance(field, Input)
            field.insert_text_at_cursor(text)
            await press(pilot, "ctrl+n")
            assert_fits(pilot)
        for path in ("village", "reference", "members[0].phone"):
            await screen.go_to(path)
            field = pilot.app.focused
            assert isinstance(field, Input)
            field.insert_text_at_cursor("".join(HOSTILE))
            await press(pilot, "enter")
            assert_fits(pilot)
        await press(pilot, "ctrl+d")
        await page(pilot, "the question")
        assert_fits(pilot)
        await press(pilot, "escape", "f6")
        for key in ("f4", "f1", "f9"):
            await press(pilot, key)
            assert_fits(pilot)
            await press(pilot, "escape")
        await press(pilot, "2", "space")
        assert_fits(pilot)
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, QueueScreen), "the workbench")
        await settle(pilot)
        assert_fits(pilot)
        facts = fake.held["D0001"]
        assert [member.get("name") for member in facts["members"]][:4] == HOSTILE[:4]
        assert not any(char < " " for char in facts["village"])


async def test_a_refused_save_is_said_and_saved_again_later(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        fake.broken = "数据库被占用: 关掉另一个窗口再试"
        await enter(pilot, "示例村")
        assert "没存上" in shown(pilot)
        assert "被占用" in shown(pilot)
        fake.broken = ""
        await press(pilot, "ctrl+s")
        assert fake.held["D0001"]["village"] == "示例村"
        assert "已保存" in shown(pilot)


async def test_leaving_while_nothing_can_be_saved_asks_first(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        await new_draft(pilot)
        fake.broken = "磁盘已满: 清出空间再试"
        await press(pilot, *"示例村", "escape")
        await page(pilot, "the question")
        assert "磁盘已满" in shown(pilot)
        await press(pilot, "2")
        assert case_of(pilot).sheet.household["village"] == "示例村"
        await press(pilot, "escape")
        await page(pilot, "the question again")
        fake.broken = ""
        await press(pilot, "1")
        await until(pilot, lambda: isinstance(pilot.app.screen, QueueScreen), "the workbench")
        assert fake.held["D0001"]["village"] == "示例村"


async def test_members_are_added_turned_and_dropped(fake: FakeDesk) -> None:
    async with counter(fake, SMALL) as pilot:
        screen = await new_draft(pilot)
        await press(pilot, "f6", *"示例甲", "ctrl+n", *"示例乙", "enter", "0", "3", "enter")
        members = fake.held["D0001"]["members"]
        assert [(m["id"], m["name"], m["relation"]) for m in members] == [
            ("m1", "示例甲", "self"),
            ("m2", "示例乙", "child"),
        ]
        await press(pilot, "pageup")
        assert "[1 示例甲 本人]" in shown(pilot)
        await press(pilot, "pagedown", "ctrl+d")
        await page(pilot, "the question")
        await press(pilot, "1")
        await settle(pilot)
        assert [m["id"] for m in fake.held["D0001"]["members"]] == ["m1"]
        assert case_of(pilot) is screen


async def test_a_member_that_an_income_belongs_to_is_not_dropped(fake: FakeDesk) -> None:
    async with counter(fake) as pilot:
        screen = await new_draft(pilot)
        await press(pilot, "f6", *"示例甲", "ctrl+n", *"示例乙", "f6", "2")
        await press(pilot, "2", "enter")
        await screen.go_to("members[1].name")
        await press(pilot, "ctrl+d")
        await page(pilot, "the question")
        await press(pilot, "1")
        await settle(pilot)
        assert len(fake.held["D0001"]["members"]) == 2
        assert "还被用到" in shown(pilot)
