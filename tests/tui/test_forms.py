"""The tables of fields: nothing of the contract is left out, every path finds its place, values go in and come out."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseworker.household import models
from caseworker.text.cells import width
from caseworker.tui.forms import SECTIONS, Field, Group, Kind, Shape
from caseworker.tui.forms import items as three
from caseworker.tui.forms.entry import TYPED, read, show
from caseworker.tui.forms.options import narrow, options
from caseworker.tui.forms.paths import get, join, put
from caseworker.tui.forms.where import describe, find
from caseworker.tui.widgets.group_form import LABEL_CELLS

GROUPS = {group.path: group for section in SECTIONS for group in section.groups}
FIELDS = [(group, field) for group in GROUPS.values() for field in group.fields]
HOUSEHOLD = {"members": [{"id": "m1", "name": "示例甲"}]}
MODELS = {
    "": models.Household,
    "members": models.Member,
    "incomes": models.Income,
    "expenses": models.Expense,
    "assets": models.Assets,
    "assets.vehicles": models.Vehicle,
    "obligors": models.Obligor,
    "hardship": models.Hardship,
    "medical": models.MedicalBill,
}
NOT_TYPED = {"id", *GROUPS, "vehicles"}


@pytest.mark.parametrize("path", MODELS)
def test_every_fact_of_the_contract_has_a_field(path: str) -> None:
    shown = {field.path for field in GROUPS[path].fields}
    assert set(MODELS[path].model_fields) - NOT_TYPED <= shown


@pytest.mark.parametrize(("group", "field"), FIELDS, ids=lambda value: getattr(value, "path", ""))
def test_every_path_finds_its_field_and_its_words(group: Group, field: Field) -> None:
    prefix = f"{group.path}[0]" if group.shape is Shape.LIST else group.path
    place = find(SECTIONS, join(prefix, field.path))
    assert place is not None
    assert (place.group, place.field) == (group, field)
    assert field.label in describe(SECTIONS, join(prefix, field.path), HOUSEHOLD)
    assert width(field.label) <= LABEL_CELLS
    assert field.help


def test_what_stands_below_a_field_leads_to_it() -> None:
    place = find(SECTIONS, "members[0].self_care.walking")
    assert place is not None
    assert place.field is not None
    assert place.field.kind is Kind.CARE
    assert describe(SECTIONS, "members[0].self_care.walking", HOUSEHOLD) == "成员1 示例甲 自理能力 行走"
    assert describe(SECTIONS, "dibao.standard.urban", HOUSEHOLD) == "dibao.standard.urban"


@pytest.mark.parametrize(("group", "field"), FIELDS, ids=lambda value: getattr(value, "path", ""))
def test_choices_have_words_and_codes_that_pick_exactly_one(group: Group, field: Field) -> None:
    if field.kind in TYPED:
        return
    choices = options(field, HOUSEHOLD)
    assert choices
    for option in choices:
        assert option.word
        assert [found.value for found in narrow(choices, option.code)] == [option.value]
        assert option in narrow(choices, option.word)


@given(st.sampled_from([f"{p}.{n}" for p in ("assets", "hardship") for n in ("a", "b")]), st.integers())
def test_what_is_put_is_got_and_an_emptied_object_is_unknown_again(path: str, value: int) -> None:
    facts: dict[str, Any] = {"members": []}
    put(facts, path, value)
    assert get(facts, path) == value
    put(facts, path, None)
    assert facts[path.partition(".")[0]] is None


def test_a_known_none_inside_an_object_keeps_it_known() -> None:
    facts: dict[str, Any] = {}
    put(facts, "assets.vehicles", [])
    put(facts, "assets.homes", None)
    assert facts["assets"] == {"vehicles": [], "homes": None}


@pytest.mark.parametrize("group", [g for g in GROUPS.values() if g.has_state], ids=lambda group: group.path)
def test_three_answers_of_every_group(group: Group) -> None:
    facts: dict[str, Any] = copy.deepcopy(HOUSEHOLD)
    assert three.state(facts, group) == three.UNASKED
    assert three.state_word(facts, group) == "未问"
    three.set_none(facts, group)
    assert three.state(facts, group) == three.NONE
    three.set_unasked(facts, group)
    assert three.state(facts, group) == three.UNASKED
    if group.shape is Shape.LIST:
        assert three.add(facts, group) == 0
        assert three.state_word(facts, group) == f"有1{group.unit}"
        three.remove(facts, group, 0)
        assert three.state(facts, group) == three.UNASKED, "taking the last one away does not say that there is none"


def test_member_ids_are_never_used_twice() -> None:
    facts: dict[str, Any] = {"members": [{"id": "m1"}, {"id": "m3"}]}
    three.add(facts, GROUPS["members"])
    three.add(facts, GROUPS["members"])
    assert [member["id"] for member in facts["members"]] == ["m1", "m3", "m2", "m4"]


@given(st.text(max_size=30))
def test_typed_text_is_read_or_refused_in_chinese_and_never_breaks(text: str) -> None:
    for _, field in FIELDS:
        if field.kind not in TYPED:
            continue
        try:
            value = read(field, text)
        except ValueError as error:
            assert ": " in str(error) or "：" in str(error), field.path  # noqa: PT017
            continue
        again = read(field, show(field, value))
        assert again == value


@pytest.mark.parametrize("text", ["视力2 言语3", "视力二", "多重1", "视力5", "视力2、听力3级"])
def test_components_of_a_multiple_disability(text: str) -> None:
    field = next(field for _, field in FIELDS if field.kind is Kind.COMPONENTS)
    if text in ("视力二", "多重1", "视力5"):
        with pytest.raises(ValueError, match="看不懂"):
            read(field, text)
    else:
        assert len(read(field, text)) == 2
