"""What follows (结论): three-valued reasoning over all programmes. `assess` is the one call for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from caseworker.household import Fault, Household, HouseholdFaults, read_household
from caseworker.policy import load_policy
from caseworker.rules.engine import assess_household

__all__ = ["assess", "assess_household"]


def assess(
    household: Mapping[str, Any] | str | bytes | Household, packs: Sequence[Path] = (), on: date | None = None
) -> dict[str, Any]:
    """Household file (dict, JSON text or model), packs (the last is the leaf), day → the assessment as a dict.

    Raises HouseholdFaults (the file is not in order), PolicyFaults (a pack is not), PolicyMissing (no answer there).
    """
    file = read_household(household)
    day = on or file.applied_on
    if day is None:
        raise HouseholdFaults([Fault("applied_on", "没有填写", "申请日 YYYY-MM-DD，或另外给出政策日")])
    return assess_household(file, load_policy(packs, file.region).on(day))
