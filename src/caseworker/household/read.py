"""Reading and writing the household file: all faults at once, and what was written reads back the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from caseworker.household.checks import contradictions
from caseworker.household.explain import dispensable, explain, facts_of
from caseworker.household.faults import Fault, HouseholdFaults, path_of
from caseworker.household.models import Household
from caseworker.household.parse import parse


def read_household(data: Mapping[str, Any] | str | bytes | Household) -> Household:
    """The household file of contract.md, as JSON text (UTF-8) or as its dict, → Household with money in fen.

    Raises HouseholdFaults with every fault: unknown keys and values, wrong kinds, and facts that contradict each other.
    """
    if isinstance(data, Household):
        return data
    raw, doubled = parse(data) if isinstance(data, str | bytes) else (_plain(data), [])
    household, faults = _validate(raw)
    if household is None or doubled or faults:
        raise HouseholdFaults([*doubled, *faults])
    return household


def write_household(household: Household) -> dict[str, Any]:
    """Household → the contract's form: money as yuan text, days as ISO text, facts not asked as null."""
    return household.model_dump(mode="json")


def json_schema() -> dict[str, Any]:
    """The JSON schema of the household file (contract.md)."""
    return Household.model_json_schema()


def _plain(data: Any) -> Any:
    return dict(data) if isinstance(data, Mapping) else data


def _validate(raw: Any) -> tuple[Household | None, list[Fault]]:
    try:
        household = Household.model_validate(raw)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [*map(explain, errors), *_behind(raw, [facts_of(item) for item in errors])]
    return household, contradictions(household)


def _behind(raw: Any, faulty: Sequence[tuple[str | int, ...]]) -> list[Fault]:
    """Contradictions among the facts that are in order, with the faulty ones taken as not asked.

    What touches a faulty fact is left out: it may be no more than its echo.
    """
    for location in faulty:
        raw = _without(raw, dispensable(location))
    try:
        household = Household.model_validate(raw)
    except ValidationError:
        return []
    paths = [path_of(location) for location in faulty]
    found = contradictions(household)
    return [f for f in found if not any(f.path.startswith(p) or p.startswith(f.path) for p in paths)]


def _without(raw: Any, location: Sequence[str | int]) -> Any:
    """`raw` without the fact at `location`; what lies beside it is shared, `raw` itself stays as it was."""
    if not location or not isinstance(raw, dict | list):
        return raw
    head, *rest = location
    if isinstance(raw, dict) and head not in raw:
        return raw
    copy: Any = raw.copy()
    if rest:
        copy[head] = _without(copy[head], rest)
    elif isinstance(copy, dict):
        del copy[head]
    return copy
