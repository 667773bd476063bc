"""The sample township: nobody real, nothing left out, and the same bytes from the same script."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from sample_files import NEIGHBOUR, SAMPLES, SCRIPTS, TOWNSHIP, households, lines, values_at
from stdnum.cn import ric

from caseworker.household import kinds, read_household

PREFIXES = ("529999", "139999")
# Where each closed list of the contract is used: the key, and the key that the same object must also have.
LISTS: list[tuple[str, Any, str]] = [
    ("area", kinds.Area, "members"),
    ("residence_basis", kinds.ResidenceBasis, "members"),
    ("channel", kinds.Channel, "members"),
    ("programmes", kinds.Programme, "members"),
    ("relation", kinds.Relation, "absence"),
    ("absence", kinds.Absence, "relation"),
    ("marital", kinds.Marital, "relation"),
    ("illness", kinds.Illness, "relation"),
    ("schooling", kinds.Schooling, "relation"),
    ("labour", kinds.Labour, "relation"),
    ("employment", kinds.Employment, "relation"),
    ("categories", kinds.Category, "relation"),
    ("kind", kinds.DisabilityKind, "grade"),
    ("kind", kinds.VehicleKind, "value"),
    ("kind", kinds.HardshipKind, "urgent"),
    ("severity", kinds.Severity, "urgent"),
    ("scope", kinds.Scope, "urgent"),
    ("kind", kinds.MedicalKind, "in_policy"),
    ("status", kinds.ObligorStatus, "agreed_monthly"),
]


def objects(file: object) -> list[dict[str, Any]]:
    """The objects of a household file, at any depth."""
    inner = file.values() if isinstance(file, dict) else file if isinstance(file, list) else ()
    found = [one for part in inner for one in objects(part)]
    return [file, *found] if isinstance(file, dict) else found


def used(key: str, beside: str) -> set[object]:
    """The values of `key` in those objects of the township that have `beside` too."""
    found = [one for file in households(TOWNSHIP) for one in objects(file) if key in one and beside in one]
    return {value for one in found for value in (one[key] if isinstance(one[key], list) else [one[key]])}


def test_the_script_writes_the_shipped_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SCRIPTS / "make_samples.py"), str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(made) == {TOWNSHIP, NEIGHBOUR, "README.md"}
    assert made == {name: (SAMPLES / name).read_bytes() for name in made}


@pytest.mark.parametrize("name", [TOWNSHIP, NEIGHBOUR])
def test_every_line_reads_without_fault(name: str) -> None:
    assert [read_household(line).reference for line in lines(name)] == [one["reference"] for one in households(name)]


def test_every_id_number_is_of_nobody_and_right() -> None:
    files = [*households(TOWNSHIP), *households(NEIGHBOUR)]
    numbers = [str(number) for file in files for number in values_at(file, "id_number") if number]
    assert len(numbers) == len(set(numbers)) > len(files)
    assert all(number.startswith(PREFIXES) for number in numbers)
    assert all(ric.calc_check_digit(number) == number[-1] for number in numbers)
    assert any(number.endswith("X") for number in numbers)


def test_the_township_is_large_enough_and_spread() -> None:
    files = households(TOWNSHIP)
    days = sorted(date.fromisoformat(file["applied_on"]) for file in files)
    assert len(files) >= 96
    assert len({file["reference"] for file in files}) == len(files)
    assert len({file["village"] for file in files}) == 8
    assert {(file["region"], file["township"]) for file in files} == {("529999", "示例乡")}
    assert days[0] < date(2026, 7, 1)
    assert days[-1] == date(2026, 11, 20)
    assert not [day for day in days if date(2026, 7, 1) <= day < date(2026, 8, 3)]


@pytest.mark.parametrize(("key", "choices", "beside"), LISTS, ids=lambda part: part if isinstance(part, str) else "")
def test_every_choice_of_the_contract_occurs(key: str, choices: object, beside: str) -> None:
    assert set(get_args(choices)) - used(key, beside) == set()


@pytest.mark.parametrize(
    ("part", "choices"), [("incomes", kinds.IncomeKind), ("expenses", kinds.ExpenseKind)], ids=["incomes", "expenses"]
)
def test_every_kind_and_period_of_money_occurs(part: str, choices: object) -> None:
    rows = [row for file in households(TOWNSHIP) for row in file[part] or []]
    assert {row["kind"] for row in rows} == set(get_args(choices))
    assert {row["per"] for row in rows} == set(get_args(kinds.Per))


def test_names_that_are_hard_to_handle_occur() -> None:
    names = {str(name) for file in households(TOWNSHIP) for name in values_at(file, "name")}
    assert any("·" in name and len(name) == 15 for name in names)
    assert any("\U0002cb69" in name for name in names)
    assert any("䶮" in name for name in names)


def test_the_readme_says_what_each_household_shows() -> None:
    readme = (SAMPLES / "README.md").read_text("utf-8")
    files = [*households(TOWNSHIP), *households(NEIGHBOUR)]
    assert [file["reference"] for file in files if f"| {file['reference']} | " not in readme] == []
