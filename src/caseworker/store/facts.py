"""What the queue and the search need to know of a household file and its assessment, both in the contract's form.

A draft may hold anything a clerk has typed so far, so the readers used for drafts take any shape.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from caseworker.store.canonical import dump, plain
from caseworker.store.errors import StoreError

# A household with several entries of one programme (one per person) shows the one that still asks most of the office.
_MOST_OPEN_FIRST = ("eligible", "needs_information", "needs_decision", "superseded", "ineligible")
_NOT_IN_A_KEY = re.compile(r"[\s·•・．‧∙⋅.]+")


@dataclass(frozen=True)
class Person:
    """One member as the search knows them."""

    name: str
    name_norm: str
    id_number: str | None
    id_tail: str | None
    pinyin: str
    birth_date: str | None


def key(text: str) -> str:
    """Reduce a name or village to what is compared: half-width, small letters, no dots or blanks beside other signs."""
    folded = unicodedata.normalize("NFKC", plain(text)).casefold()
    return _NOT_IN_A_KEY.sub("", folded) or folded


def members(household: dict[str, Any]) -> list[dict[str, Any]]:
    """List the members that have been typed; nothing typed gives an empty list."""
    found = household.get("members")
    return [member for member in found if isinstance(member, dict)] if isinstance(found, list) else []


def applicant(household: dict[str, Any]) -> str:
    """Name the applicant: the first member whose relation is "self"; "" while that name is not known."""
    own = next((member for member in members(household) if member.get("relation") == "self"), {})
    return _text(own.get("name"))


def village(household: dict[str, Any]) -> str:
    """Name the village, "" while it is not known."""
    return _text(household.get("village"))


def reference(household: dict[str, Any]) -> str | None:
    """Give the source system's own number; blank means that there is none."""
    return _text(household.get("reference")) or None


def people(household: dict[str, Any]) -> list[Person]:
    """List the members of an accepted household for the search, in the file's order."""
    return [_person(member) for member in members(household)]


def programmes(household: dict[str, Any], assessment: dict[str, Any]) -> list[str]:
    """List what is asked for; a household that names nothing is screened for all that was assessed."""
    asked = household.get("programmes") or [entry["programme"] for entry in assessment["assessments"]]
    return list(dict.fromkeys(asked))


def outcomes(assessment: dict[str, Any]) -> dict[str, str]:
    """Reduce the assessment to one outcome a programme, in the assessment's order."""
    found: dict[str, str] = {}
    for entry in assessment["assessments"]:
        programme, outcome = entry["programme"], entry["outcome"]
        found[programme] = min(found.get(programme, outcome), outcome, key=_MOST_OPEN_FIRST.index)
    return found


def columns(household: dict[str, Any], assessment: dict[str, Any]) -> dict[str, str]:
    """Give the queue's columns that follow from the facts and the assessment, so that they can be checked again."""
    return {
        "applicant": applicant(household),
        "village": village(household),
        "village_key": key(village(household)),
        "programmes": dump(programmes(household, assessment)),
        "outcomes": dump(outcomes(assessment)),
    }


def _person(member: dict[str, Any]) -> Person:
    from caseworker.text.idnumber import normalise, tail
    from caseworker.text.pinyin import initials

    name = _text(member.get("name"))
    number = normalise(_text(member.get("id_number"))) or None
    return Person(
        name=name,
        name_norm=key(name),
        id_number=number,
        id_tail=tail(number) if number else None,
        pinyin=initials(key(name), name=True),
        birth_date=_birth_date(member, number),
    )


def _birth_date(member: dict[str, Any], number: str | None) -> str | None:
    from caseworker.text.idnumber import parse

    if number is None:
        return member.get("birth_date")
    try:
        return parse(number).birth_date.isoformat()
    except ValueError as error:
        raise StoreError(f"members[].id_number: {error}") from error


def _text(value: object) -> str:
    return plain(value).strip() if value is not None else ""
