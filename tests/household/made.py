"""A small household file to spoil, and the lines that reading it gives."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.strategies import id_number

from caseworker.household import HouseholdFaults, read_household

BORN = date(1982, 2, 3)
NUMBER = id_number(BORN, 1)


def file(**changes: Any) -> dict[str, Any]:
    """A couple in a made-up county; little has been asked yet."""
    members = [
        {"id": "m1", "name": "示例甲", "id_number": NUMBER, "relation": "self"},
        {"id": "m2", "name": "示例乙", "birth_date": "1985-05-05", "sex": "female", "relation": "spouse"},
    ]
    return {"applied_on": "2021-08-02", "region": "529999", "area": "urban", "members": members, **changes}


def with_member(**changes: Any) -> dict[str, Any]:
    """The file with facts of the applicant changed."""
    made = file()
    made["members"][0] |= changes
    return made


def lines(data: Any) -> list[str]:
    """The faults as a clerk reads them; none where the file is in order."""
    try:
        read_household(data)
    except HouseholdFaults as faults:
        return str(faults).split("\n")
    return []


def line(data: Any) -> str:
    """The only fault."""
    (only,) = lines(data)
    return only
