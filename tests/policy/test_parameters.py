"""parameters.toml: every name of contract.md once, with a label, a unit, a type and ranges that make sense."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import get_args

import pytest

from caseworker.casefile.periods import periods
from caseworker.household import kinds
from caseworker.policy import definition, definitions
from caseworker.resources import data_path

GROUPS = ["elder", "severe_disability", "severe_illness", "student", "minor"]
CLASSES = [
    "special_hardship",
    "dibao",
    "low_income_edge",
    "rigid_expenditure",
    "poverty_monitored",
    "illness_impoverished",
]
LAYERS = ["dibao", "edge", "special_hardship", "rigid", "temporary"]
CONTRACT = {
    *(f"dibao.standard.{area}" for area in ("urban", "rural", "guidance.urban", "guidance.rural")),
    *(f"dibao.top_up.rate.{group}" for group in GROUPS),
    *(f"dibao.top_up.{name}" for name in ("elder_age", "student_levels", "stack")),
    *("dibao.single.ratio", "dibao.single.inclusive", "edge.ratio", "edge.inclusive"),
    *("income.lookback_months", "income.exempt_kinds", "minimum_wage"),
    *(f"income.employment_cost.{name}" for name in ("base", "rate", "disabled_rate")),
    *(f"income.basic_pension.{name}" for name in ("central", "central_exempt", "local_exempt")),
    *(f"income.deduction.{kind}" for kind in ("illness", "disability", "schooling", "chronic")),
    *("support.multiple", "support.share"),
    *(f"assets.{test}.{layer}" for test in ("financial_multiple", "vehicles", "homes") for layer in LAYERS),
    *(f"special_hardship.basic.{area}" for area in ("urban", "rural")),
    *(f"special_hardship.care.{grade}" for grade in ("full", "partial", "none")),
    *("special_hardship.minor_entry_age", "disposable_income.urban", "disposable_income.rural"),
    *("rigid.ratio", "rigid.living_cost"),
    *(f"temporary.emergency.multiple.{grade}" for grade in ("light", "medium", "severe")),
    *(f"temporary.{name}" for name in ("cap_multiple", "expense_bands", "township_limit", "repeat_months")),
    *("temporary.first_help_hours", "temporary.supplement_working_days"),
    *(f"medical.{figure}.{name}" for figure in ("ratio", "deductible_rate", "cap") for name in CLASSES),
    *("medical.cap", "medical.major_multiple", "premium.personal"),
    *(f"premium.aid.{name}" for name in (*CLASSES, "poverty_registered", "other")),
    *("grace.months.employed", "grace.months.self_employed", "grace.amount_mode"),
    *(f"delegated.{programme}" for programme in get_args(kinds.Programme)),
    *(f"household.{name}" for name in ("conscript_excluded", "missing_years_excluded", "long_term_months")),
    *("residence.permit_accepted", "amount.rounding", "amount.minimum"),
}
OWN = {
    *("age.adult", "age.elder", "age.obligor_dibao", "age.obligor_elder", "special_hardship.partial_up_to"),
    *(f"disability.{table}" for table in ("special_hardship", "obligor", "single", "severe")),
}
TYPES = {"money", "ratio", "integer", "bool", "word", "words", "deduction", "bands", "grades"}
MONTHLY = ("dibao.standard.urban", "dibao.standard.guidance.urban", "special_hardship.basic.rural", "minimum_wage")
YEARLY = ("dibao.standard.rural", "dibao.standard.guidance.rural", "disposable_income.urban", "disposable_income.rural")


def clock_names() -> set[str]:
    """The parameters by which a county may shorten a period (data/policy/clocks.toml)."""
    names = {row.parameter_for(programme) for row in periods() for programme in row.programmes}
    return {name for name in names if name and name.startswith("clock.")}


def test_the_names_are_those_of_the_contract() -> None:
    assert set(definitions()) - clock_names() == CONTRACT | OWN


def test_every_clock_that_may_be_shortened_has_its_parameter() -> None:
    assert clock_names() <= set(definitions())
    assert not any(name.endswith(".notice_end") for name in definitions())


def test_each_is_defined_once_and_whole() -> None:
    rows = tomllib.loads(data_path("policy", "parameters.toml").read_text("utf-8"))["parameter"]
    assert [name for name, count in Counter(row["name"] for row in rows).items() if count > 1] == []
    labels = Counter(row["label"] for row in rows)
    assert [label for label, count in labels.items() if count > 1] == []
    known = {"name", "label", "type", "unit", "min", "max", "words", "set_by", "legal"}
    assert [row["name"] for row in rows if not row.keys() <= known] == []


@pytest.mark.parametrize("name", sorted(CONTRACT | OWN | clock_names()))
def test_a_definition_makes_sense(name: str) -> None:
    parameter = definition(name)
    assert parameter is not None
    assert parameter.type in TYPES
    assert any("\u4e00" <= character <= "\u9fff" for character in parameter.label)
    assert set(parameter.set_by) <= {"nation", "province", "city", "county"}
    assert parameter.set_by
    bounded = parameter.low is not None and parameter.high is not None
    assert bool(parameter.words) or bounded or parameter.type in ("bool", "deduction", "bands", "grades")
    assert not parameter.words or parameter.type in ("word", "words", "integer")
    assert not bounded or (parameter.low <= parameter.high and not parameter.words)  # type: ignore[operator]
    assert not parameter.unit.isascii() or parameter.unit == ""


@pytest.mark.parametrize("name", [name for name, found in definitions().items() if found.legal])
def test_a_legal_range_names_its_clause(name: str) -> None:
    for law in definitions()[name].legal:
        assert law.document
        assert law.clause
        assert (law.low, law.high) != (None, None) or law.relative_to
        assert law.relative_to is None or all(definition(f"{law.relative_to}.{area}") for area in ("urban", "rural"))


def test_rural_standards_and_incomes_are_yearly() -> None:
    assert [definitions()[name].per_year for name in (*MONTHLY, *YEARLY)] == [False] * 4 + [True] * 4


def test_a_name_may_carry_the_area_once() -> None:
    assert definition("edge.ratio.rural") == definition("edge.ratio")
    assert definition("dibao.standard.rural.urban") is None
    assert definition("dibao.standard") is None
    assert definition("edge.ratio.suburban") is None
    assert definition("") is None


def test_lists_of_words_are_those_of_the_household_file() -> None:
    assert set(definitions()["income.exempt_kinds"].words) == set(get_args(kinds.IncomeKind))
    assert set(definitions()["dibao.top_up.student_levels"].words) == set(get_args(kinds.Schooling)) - {"none"}
    assert definitions()["amount.rounding"].words == ("fen_half_up", "jiao_up", "yuan_up", "yuan_half_up")
