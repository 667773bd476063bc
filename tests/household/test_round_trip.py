"""What was written reads back the same, whatever was asked and whatever not."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

from hypothesis import given, settings
from tests.household.made import NUMBER, file
from tests.strategies import households

from caseworker.household import Household, read_household, write_household
from caseworker.household.models import Assets, Hardship, Income, MedicalBill, Member, Obligor


@settings(deadline=None)
@given(households())
def test_writing_and_reading_is_stable(drawn: dict[str, Any]) -> None:
    household = read_household(drawn)
    written = write_household(household)
    assert read_household(written) == household
    assert write_household(read_household(written)) == written
    assert read_household(json.dumps(drawn)) == read_household(json.dumps(drawn).encode()) == household
    assert json.loads(json.dumps(written)) == written


@settings(deadline=None)
@given(households())
def test_no_float_and_no_unasked_answer_comes_in(drawn: dict[str, Any]) -> None:
    household = read_household(drawn)
    for member, said in zip(household.members, drawn["members"], strict=True):
        answered = {name for name, value in said.items() if value is not None}
        assert {name for name in Member.model_fields if getattr(member, name) is not None} == answered
    assert not any(isinstance(value, float) for value in _leaves(household.model_dump()))


@settings(deadline=None)
@given(households(complete=True))
def test_a_complete_file_leaves_nothing_open_but_what_is_optional(drawn: dict[str, Any]) -> None:
    written = write_household(read_household(drawn))
    assert {name for name, value in written.items() if value is None} == set()
    for member in written["members"]:
        born = {"id_number"} if member["birth_date"] else {"birth_date", "sex"}
        assert {name for name, value in member.items() if value is None} <= {"phone", *born}


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def test_the_written_form_has_every_field_and_printed_money() -> None:
    income = {"member": "m1", "kind": "wage", "amount": 1200.5, "per": "month"}
    written = write_household(read_household(file(incomes=[income], assets={}, obligors=[{}])))
    assert list(written) == list(Household.model_fields)
    assert list(written["members"][0]) == list(Member.model_fields)
    assert written["incomes"] == [{"member": "m1", "kind": "wage", "amount": "1200.50", "per": "month"}]
    assert written["assets"] == dict.fromkeys(Assets.model_fields)
    assert written["obligors"] == [dict.fromkeys(Obligor.model_fields)]
    assert (written["applied_on"], written["hardship"], written["medical"]) == ("2021-08-02", None, None)


def test_none_and_not_asked_stay_apart() -> None:
    asked = read_household(file(incomes=[], hardship="none"))
    assert (asked.incomes, asked.hardship, asked.expenses) == ([], "none", None)
    assert read_household(file(incomes=None, hardship=None)) == read_household(file())


def test_what_a_mapping_or_a_household_gives() -> None:
    household = read_household(file())
    assert read_household(MappingProxyType(file())) == household
    assert read_household(household) is household


def test_birth_comes_from_the_number_where_there_is_one() -> None:
    first, second = read_household(file()).members
    assert (first.id_number, str(first.born), first.birth_date) == (NUMBER, "1982-02-03", None)
    assert str(second.born) == "1985-05-05"
    (obligor,) = read_household(file(obligors=[{"relation": "child"}])).obligors or []
    assert obligor.born is None


def test_models_cannot_be_changed_after_reading() -> None:
    for model in (Household, Member, Income, Assets, Obligor, Hardship, MedicalBill):
        assert model.model_config["frozen"]
        assert model.model_config["strict"]
        assert model.model_config["extra"] == "forbid"
