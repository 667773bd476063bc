"""What the table of the sample township promises is what the rules conclude under the two sample packs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from sample_files import NEIGHBOUR, PACKS, SCRIPTS, TOWNSHIP, households

from caseworker.rules import assess


def promises() -> Iterator[tuple[str, str, dict[str, str]]]:
    """(township, reference, what must come out) of every row of the tables that promises something."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        from samples import tables
    finally:
        sys.path.remove(str(SCRIPTS))
    for name, rows in ((TOWNSHIP, tables.TOWNSHIP), (NEIGHBOUR, tables.NEIGHBOUR)):
        for row in rows:
            if row.expect:
                yield name, row.code, row.expect


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
    file = next(one for one in households(name) if one["reference"] == reference)
    assessment = assess(file, packs=[PACKS[name]])
    assert {key: told(entry(assessment, key), promise) for key, promise in expected.items()} == expected
