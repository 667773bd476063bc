"""Assessing a file without storing anything: what `caseworker check` and a script do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from caseworker.desk.policies import packs_for
from caseworker.desk.source import read_whole


def check_file(
    source: str, packs: Sequence[Path], on: date | None, home: Path
) -> tuple[dict[str, Any], dict[str, Any]]:
    """(household file, assessment) of the file `source` ("-" = standard input) under the policy of `on`.

    `on` None = the day of application. Raises DeskError, HouseholdFaults, PolicyFaults or PolicyMissing.
    """
    from caseworker.household import Fault, HouseholdFaults, read_household, write_household
    from caseworker.rules import assess

    household = read_household(read_whole(source))
    if on is None and household.applied_on is None:
        raise HouseholdFaults([Fault("applied_on", "没有填写，也没有用 --on 指定政策日期", "申请日期，YYYY-MM-DD")])
    assessment = assess(household, packs_for(home, existing(packs), household.region), on)
    return write_household(household), assessment


def existing(packs: Sequence[Path]) -> list[Path]:
    """The pack files as given; raises DeskError for one that is missing, a folder or far too big."""
    for path in packs:
        read_whole(str(path))
    return list(packs)


def check_pack_file(path: Path, beside: Sequence[Path] = ()) -> str:
    """One line that says what an orderly pack holds; raises PolicyFaults with every fault of one that is not."""
    from caseworker.policy import check_pack

    pack = check_pack(existing([path])[0], existing(beside))
    header = pack.header
    return f"{header.title}（{header.id}，{header.region}，版本 {header.version}）: 合格，共 {len(pack.values)} 行参数"


def household_schema() -> dict[str, Any]:
    """The JSON schema of the household file."""
    from caseworker.household import json_schema

    return json_schema()
