"""Referrals (转办): which of the 81 services the known facts of a household point at, and whom they concern.

The triggers are data (policy.services). Each is one bit; rules.referral_facts answers for every member which bits the
known facts leave standing. What is left here is to say it: service, body, reason with its source, members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from caseworker.household import Household
from caseworker.policy.services import Service, Trigger, catalogue, terms
from caseworker.rules.referral_facts import Row, standing


class _Line(NamedTuple):
    """A referral as it is kept; what is handed out is a fresh dict."""

    service: int
    to: str
    why: str
    members: tuple[str, ...]


def referrals(
    facts: Household, status: Mapping[str, frozenset[str]], on: date, region: str | None
) -> list[dict[str, Any]]:
    """The contract's `referrals`, by service number: {"service", "to", "why", "members"}.

    `status` gives for a member id the statuses found now or recognised before; the member's categories are added. Only
    what is known counts: a status that is not there is taken as not held. `region` is the GB/T 2260 code, None unknown.
    """
    place = region or ""
    rows = standing(facts, status, on, place)
    return [
        {"service": service, "to": to, "why": why, "members": list(members)}
        for service, to, why, members in _lines(rows, place.startswith(terms().region))
    ]


@lru_cache(maxsize=4096)
def _lines(rows: tuple[Row, ...], local: bool) -> tuple[_Line, ...]:
    """The referrals for what holds for each member; kept, since households are asked about again at every answer."""
    union = 0
    for _, bits, _ in rows:
        union |= bits
    return tuple(_line(service, mask, rows, local) for service, mask in _services() if union & mask)


@cache
def _services() -> tuple[tuple[Service, int], ...]:
    """The services that have triggers, with the bits of these; bits are counted in the order of the catalogue."""
    masks, first = [], 0
    for service in catalogue():
        masks.append((service, ((1 << len(service.when)) - 1) << first))
        first += len(service.when)
    return tuple((service, mask) for service, mask in masks if mask)


def _line(service: Service, mask: int, rows: Sequence[Row], local: bool) -> _Line:
    concerned = [row for row in rows if row.bits & mask]
    why = _why(service.number, tuple([(row.bits & mask, row.held) for row in concerned]), local)
    return _Line(service.number, service.to, why, tuple([row.member for row in concerned]))


@lru_cache(maxsize=4096)
def _why(number: int, hits: tuple[tuple[int, frozenset[str]], ...], local: bool) -> str:
    """What holds and where it stands: 依据 in the province the list was made for, 参照 elsewhere."""
    service, mask = next((service, mask) for service, mask in _services() if service.number == number)
    first = (mask & -mask).bit_length() - 1
    held = [(place, hit[1]) for place in range(len(service.when)) for hit in hits if hit[0] >> (first + place) & 1]
    # Sorted, so that the order of the members changes nothing.
    reasons = sorted({(place, _status(service.when[place], statuses)) for place, statuses in held})
    names = list(terms().statuses.values())
    said = dict.fromkeys(service.when[place].why.replace("{status}", names[status]) for place, status in reasons)
    laws = dict.fromkeys(service.when[place].law for place, _ in reasons if service.when[place].law)
    return f"{'；'.join(said)}（{'依据' if local else '参照'}：{'、'.join((service.citation, *laws))}）"


def _status(trigger: Trigger, held: frozenset[str]) -> int:
    """The place, in the catalogue's order, of the first status that the trigger asks for and that is held."""
    asked = frozenset[object]().union(*(values for fact, values in trigger.needs if fact == "status"))
    return next((place for place, status in enumerate(terms().statuses) if status in asked & held), 0)
