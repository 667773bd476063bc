"""Applications being typed: a new one knows the day and the place, everything else is not yet asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from caseworker.desk.faults import DeskError

if TYPE_CHECKING:
    from caseworker.desk.desk import Desk


def new_draft(desk: Desk, seed: Mapping[str, Any] | None) -> str:
    """Save a first version of an application and return its id."""
    household = dict(seed) if seed is not None else _blank(desk)
    return desk.store.save_draft(None, household, now=desk.clock.now(), actor=desk.actor)


def draft(desk: Desk, draft_id: str) -> dict[str, Any]:
    """The household file of a draft."""
    found = desk.store.draft(draft_id)
    if found is None:
        raise DeskError(f"草稿 {draft_id}: 已经不在了，可能已受理或丢弃: 请回到工作台核对")
    return dict(found.household)


def _blank(desk: Desk) -> dict[str, Any]:
    office = desk.require_office()
    return {
        "applied_on": desk.today.isoformat(),
        "region": office.region,
        "township": office.township,
        "members": [{"id": "m1", "relation": "self"}],
    }
