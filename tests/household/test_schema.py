"""The JSON schema and the models against the names of contract.md, written down here once more."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import pytest

from caseworker.household import json_schema, kinds

FIELDS = {
    "Household": "reference applied_on region township village area residence_basis channel programmes authorised"
    " truth_pledge staff_relative members incomes expenses assets obligors hardship medical",
    "Member": "id name id_number birth_date sex phone relation shares_household absence marital independent disability"
    " illness schooling full_time labour employment employed_since self_care insured categories dependent"
    " long_term_care",
    "Disability": "kind grade components",
    "Component": "kind grade",
    "SelfCare": "eating dressing bed toilet walking bathing",
    "Income": "member kind amount per",
    "Expense": "member kind amount per",
    "Assets": "financial homes vehicles businesses within_limits",
    "Vehicle": "kind value",
    "Obligor": "name relation owes_to id_number birth_date disability status income_monthly household_size"
    " household_income_monthly consent supports agreed_monthly within_limits",
    "Hardship": "kind occurred_on scope member urgent severity needs_now cost covered months aid_this_year"
    " same_cause_aided last_aid_on",
    "MedicalBill": "member kind admitted_on total in_policy basic_paid serious_paid other_paid major designated"
    " referred assisted_this_year",
}
REQUIRED = {
    "Household": ["members"],
    "Member": ["id"],
    "Income": ["kind", "per"],
    "Expense": ["kind", "per"],
    "Vehicle": ["kind"],
    "MedicalBill": ["member"],
}
WORDS = {
    "Programme": "dibao dibao_single special_hardship temporary_assistance medical_assistance premium_aid"
    " low_income_edge rigid_expenditure",
    "Area": "urban rural",
    "ResidenceBasis": "hukou residence_permit resettlement_permit none",
    "Channel": "window village_agent online proactive",
    "Sex": "male female",
    "Relation": "self spouse child parent grandparent grandchild sibling child_in_law parent_in_law other",
    "Absence": "none conscript prison compulsory_detox declared_missing religious_3y",
    "Marital": "single married divorced widowed",
    "DisabilityKind": "visual hearing speech physical intellectual psychiatric multiple",
    "Illness": "none chronic severe",
    "Schooling": "none preschool compulsory senior_secondary vocational undergraduate postgraduate",
    "Labour": "full partial none",
    "Employment": "none employed flexible self_employed farming unemployed retired",
    "Category": "dibao special_hardship low_income_edge rigid_expenditure illness_impoverished orphan de_facto_orphan"
    " poverty_monitored poverty_registered long_term_dibao veteran",
    "IncomeKind": "wage business farming property pension basic_pension personal_account_pension unemployment_benefit"
    " support gift preferential_allowance family_planning_award scholarship bravery_award social_assistance"
    " old_age_allowance disability_allowance price_subsidy other",
    "ExpenseKind": "living illness disability schooling employment disaster housing other_rigid",
    "Per": "month year once",
    "VehicleKind": "car motorcycle disability_vehicle farm_machine truck boat other",
    "ObligorStatus": "normal special_hardship dibao prison declared_missing no_civil_capacity",
    "HardshipKind": "fire traffic_accident accident sudden_illness schooling illness_cost living_cost other",
    "Severity": "light medium severe",
    "Scope": "household individual",
    "MedicalKind": "inpatient outpatient_chronic outpatient",
}


@cache
def model(name: str) -> dict[str, Any]:
    """The part of the schema that describes a model."""
    whole = json_schema()
    return whole if name == "Household" else whole["$defs"][name]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_contract_and_no_other(name: str) -> None:
    part = model(name)
    assert list(part["properties"]) == FIELDS[name].split()
    assert part["additionalProperties"] is False
    assert part.get("required", []) == REQUIRED.get(name, [])


@pytest.mark.parametrize("name", WORDS)
def test_every_word_of_the_contract_and_no_other(name: str) -> None:
    assert set(get_args(getattr(kinds, name))) == set(WORDS[name].split())


def test_what_need_not_be_asked_may_be_null() -> None:
    for name in FIELDS:
        part = model(name)
        for field, form in part["properties"].items():
            if field not in part.get("required", []):
                assert {"type": "null"} in form["anyOf"], (name, field)
                assert form["default"] is None


def test_forms_of_money_days_and_codes() -> None:
    income, file = model("Income")["properties"], model("Household")["properties"]
    assert income["amount"]["anyOf"][0]["anyOf"][0] == {"type": "string", "pattern": r"^[0-9]{1,12}(\.[0-9]{1,2})?$"}
    assert file["applied_on"]["anyOf"][0] == {"type": "string", "format": "date"}
    assert file["region"]["anyOf"][0] == {"type": "string", "pattern": "^[0-9]{6}$"}
    assert {"const": "none", "type": "string"} in _flat(file["hardship"])


def _flat(form: Any) -> list[Any]:
    if not isinstance(form, dict):
        return []
    return [form, *(part for key in ("anyOf", "oneOf") for item in form.get(key, []) for part in _flat(item))]
