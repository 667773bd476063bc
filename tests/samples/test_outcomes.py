"""What the table of the sample township promises is what the rules conclude under the two sample packs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from sample_files import NEIGHBOUR, PACKS, TOWNSHIP, households

from caseworker.household import read_household
from caseworker.policy import PolicyDay, load_policy
from caseworker.rules import assess_household
from samples import tables


def promises() -> Iterator[tuple[str, str, dict[str, str]]]:
    """(township, reference, what must come out) of every row of the tables that promises something."""
    for name, rows in ((TOWNSHIP, tables.TOWNSHIP), (NEIGHBOUR, tables.NEIGHBOUR)):
        for row in rows:
            if row.expect:
                yield name, row.code, row.expect


@cache
def files(name: str) -> dict[str, dict[str, Any]]:
    """The household files of a township by reference, read once."""
    return {file["reference"]: file for file in households(name)}


@cache
def policy_day(name: str, region: str, day: str) -> PolicyDay:
    """What the law says there on that day, loaded once."""
    return load_policy([PACKS[name]], region).on(date.fromisoformat(day))


def entry(assessment: dict[str, Any], key: str) -> dict[str, Any] | None:
    """The entry of a programme, or of a programme for one member ("programme:member")."""
    programme, _, member = key.partition(":")
    found = [one for one in assessment["assessments"] if one["programme"] == programme]
    return next((one for one in found if not member or one["members"] == [member]), None)


def told(one: dict[str, Any] | None, promise: str) -> str:
    """An entry in the words of the promise: outcome, amount or covering programme, missing facts in their order."""
    if one is None:
        return "nothing"
    words = [one["outcome"]]
    if one["outcome"] == "eligible" and " " in promise:
        words.append(one["amount"] or "-")
    if one["outcome"] == "superseded":
        words.append(one["by"])
    if one["outcome"] == "needs_information" or len(promise.split()) > 2:
        words += one["missing"]
    return " ".join(words)


@pytest.mark.parametrize(
    ("name", "reference", "expected"), [pytest.param(*promise, id=promise[1]) for promise in promises()]
)
def test_the_promise_holds(name: str, reference: str, expected: dict[str, str]) -> None:
    file = files(name)[reference]
    policy = policy_day(name, file["region"], file["applied_on"])
    assessment = assess_household(read_household(file), policy)
    assert {key: told(entry(assessment, key), promise) for key, promise in expected.items()} == expected
