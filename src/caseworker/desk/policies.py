"""The policy of the window: the office's own packs or the shipped ones, read once per region."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.desk.home import local_packs

if TYPE_CHECKING:
    from caseworker.policy import Policy, PolicyDay


class Policies:
    """Packs of an office folder; read again only where a pack file was added, removed or written."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._seen: tuple[tuple[str, int, int], ...] = ()
        self._read: dict[str | None, Policy] = {}

    def on(self, day: date, region: str | None) -> PolicyDay:
        """What is in force in `region` on `day`; raises PolicyFaults or PolicyMissing."""
        from caseworker.policy import load_policy

        packs = local_packs(self._home)
        seen = tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in packs)
        if seen != self._seen:
            self._seen, self._read = seen, {}
        if region not in self._read:
            self._read[region] = load_policy(packs, region)
        return self._read[region].on(day)


def packs_for(home: Path, given: Sequence[Path], region: str | None) -> list[Path]:
    """The packs that judge a file: those given, else the office's own where they speak for its region."""
    if given:
        return list(given)
    own = local_packs(home)
    return own if own and region is not None and _leaf_region(own[-1]) == region else []


def _leaf_region(pack: Path) -> str:
    from caseworker.policy.chain import read_pack

    return read_pack(pack).header.region
