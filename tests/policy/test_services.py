"""The catalogue of 81 services: complete, as printed, and triggers that speak the contract's words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import get_args

import pytest

from caseworker.household import kinds
from caseworker.policy.services import FACTS, Service, Trigger, catalogue, parse_services, terms
from caseworker.resources import data_path

YES_OR_NO = frozenset({True, False})
VALUES = {
    "schooling": frozenset(get_args(kinds.Schooling)),
    "illness": frozenset(get_args(kinds.Illness)),
    "labour": frozenset(get_args(kinds.Labour)),
    "employment": frozenset(get_args(kinds.Employment)),
    "relation": frozenset(get_args(kinds.Relation)),
    "area": frozenset(get_args(kinds.Area)),
    "income_kinds": frozenset(get_args(kinds.IncomeKind)),
    "expense_kinds": frozenset(get_args(kinds.ExpenseKind)),
    "hardship_kinds": frozenset(get_args(kinds.HardshipKind)),
    "children": frozenset({"one", "one_disabled", "two_daughters"}),
    "homes": frozenset(range(100)),
    "status": frozenset({*get_args(kinds.Category), "dibao_single"}),
}
HANDLED_HERE = {46, 47, 49}
# What was printed, over all 81: a slip of the hand in a name or a figure changes it.
PRINTED = "72adc80eb9f27ac8baea60aa2074abcc7d62074286071ca9a266c994fa78c26d"


def triggers() -> list[tuple[Service, Trigger]]:
    return [(service, trigger) for service in catalogue() for trigger in service.when]


def printed(services: Iterable[Service]) -> str:
    lines = ["\t".join((str(s.number), s.name, s.domain, s.listed_department, *s.figures)) for s in services]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_there_are_81_services_each_once_and_in_order() -> None:
    assert [service.number for service in catalogue()] == list(range(1, 82))
    assert len({service.name for service in catalogue()}) == 81
    assert len({service.domain for service in catalogue()}) == 8


def test_names_departments_and_figures_are_as_printed() -> None:
    assert printed(catalogue()) == PRINTED


def test_descriptions_are_short_and_every_service_has_a_body_of_today() -> None:
    for service in catalogue():
        assert 0 < len(service.description) <= 60, service.number
        assert service.to, service.number
        assert "计生" not in service.to, service.number
        assert service.citation.endswith(f"附件1 第{service.number}项")


@pytest.mark.parametrize(
    ("number", "body"), [(23, "医保"), (48, "医保"), (50, "应急"), (56, "退役军人"), (71, "民政 / 残联")]
)
def test_services_that_moved_go_to_the_body_of_today(number: int, body: str) -> None:
    assert body in catalogue()[number - 1].to


def test_what_the_program_assesses_itself_is_not_referred() -> None:
    assert HANDLED_HERE.isdisjoint(service.number for service, _ in triggers())


def test_triggers_ask_only_for_values_that_the_household_file_can_hold() -> None:
    disabilities = {(kind, grade) for kind in (None, *get_args(kinds.DisabilityKind)) for grade in (None, 1, 2, 3, 4)}
    for service, trigger in triggers():
        assert trigger.needs or trigger.age_from is not None
        assert trigger.unless <= VALUES["status"]
        for fact, values in trigger.needs:
            allowed = disabilities if fact == "disability" else VALUES.get(fact, YES_OR_NO)
            assert values, (service.number, fact)
            assert values <= allowed, (service.number, fact)
            assert fact in FACTS | {"status", "disability"}


def test_every_status_has_a_name_and_a_reason_names_one_only_where_it_asks_for_one() -> None:
    assert set(terms().statuses) == VALUES["status"] - {"veteran"}
    for service, trigger in triggers():
        asks = any(fact == "status" for fact, _ in trigger.needs)
        assert asks or "{status}" not in trigger.why, service.number
        assert len(trigger.why) <= 45, service.number
        assert not trigger.why.endswith("。"), service.number


def test_education_housing_and_employment_widen_with_the_law_of_2026() -> None:
    for service, trigger in triggers():
        asked = next((values for fact, values in trigger.needs if fact == "status"), frozenset())
        if "rigid_expenditure" in asked:
            assert trigger.since == date(2026, 7, 1), service.number
            assert "社会救助法" in trigger.law, service.number


def test_a_dated_trigger_says_where_its_dates_stand() -> None:
    for service, trigger in triggers():
        assert trigger.law or (trigger.since is None and trigger.until is None), service.number


@pytest.mark.parametrize(
    ("line", "named"), [("weather = true", "weather"), ('status = ["rich"]', "rich"), ('age = "ancient"', "ancient")]
)
def test_a_word_that_nobody_knows_is_refused_with_the_service(line: str, named: str) -> None:
    text = data_path("services", "services.toml").read_text("utf-8")
    with pytest.raises(ValueError, match=rf"第81项: 不认识 '{named}'"):
        parse_services(f'{text}\n[[service.when]]\nwhy = "示例"\n{line}\n')
