"""Which packs speak: from a county's leaf up to the root `cn`, found by `extends`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from caseworker.household.faults import named, shown
from caseworker.policy.faults import PolicyFaults, PolicyMissing
from caseworker.policy.packs import Pack, parse_pack, shipped

ROOT = "cn"


def pack_chain(paths: Sequence[Path], region: str | None) -> tuple[Pack, ...]:
    """The packs that speak, root first: the last of `paths` is the leaf; without paths, the nearest shipped pack.

    A parent is looked for among `paths`, then among the shipped packs, then beside `paths`. Raises PolicyFaults where the
    chain does not reach the root, PolicyMissing where no shipped pack speaks for `region` (6-digit GB/T 2260 code).
    """
    if not paths:
        leaf = _nearest_shipped(region)
        return _climb(leaf, {}, ())
    given = {pack.header.id: pack for pack in map(read_pack, paths)}
    leaf = list(given.values())[-1] if len(given) == len(paths) else read_pack(paths[-1])
    return _climb(leaf, given, paths)


def read_pack(path: Path) -> Pack:
    """One pack file; raises PolicyFaults where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PolicyFaults([f"{path.name}: 读不了（{error.strerror}）: 一个政策包文件（.toml）"]) from None
    return parse_pack(data, path.name)


def covers(pack_region: str, region: str) -> bool:
    """Whether one 6-digit region code lies within the other: trailing pairs of zeros stand for the whole."""
    one, other = _prefix(pack_region), _prefix(region)
    return one.startswith(other) or other.startswith(one)


def within(region: str, prefix: str) -> bool:
    """Whether a region code lies under a prefix of the code ("13" = Hebei, "" = the nation)."""
    return region.startswith(prefix)


def _prefix(region: str) -> str:
    while region.endswith("00"):
        region = region[:-2]
    return region


@cache
def shipped_packs() -> dict[str, Pack]:
    """The packs installed with the program, by id; raises PolicyFaults where the installation is damaged."""
    packs = [parse_pack(file.read_bytes(), file.name) for file in shipped()]
    return {pack.header.id: pack for pack in packs}


def _beside(paths: Sequence[Path], wanted: str) -> Pack | None:
    """The pack of that id in the folders of the given ones, the last folder first."""
    found = None
    for folder in dict.fromkeys(path.parent for path in paths):
        for file in sorted(folder.glob("*.toml")):
            try:
                pack = parse_pack(file.read_bytes(), file.name)
            except (PolicyFaults, OSError):
                continue  # a neighbour that is no pack is none of our business unless it is asked for by name
            found = pack if pack.header.id == wanted else found
    return found


def _parent(wanted: str, given: dict[str, Pack], paths: Sequence[Path]) -> Pack | None:
    """A shipped id needs no look at the neighbours: nobody else may bear it, so start-up stays quick."""
    return given.get(wanted) or shipped_packs().get(wanted) or _beside(paths, wanted)


def _climb(leaf: Pack, given: dict[str, Pack], paths: Sequence[Path]) -> tuple[Pack, ...]:
    chain = [leaf]
    while parent := chain[-1].header.extends:
        pack = _parent(parent, given, paths)
        if pack is None:
            raise PolicyFaults(
                [f"{chain[-1].header.id}: 上级政策包“{named(parent)}”找不到（extends）: 用 --pack 一并给出"]
            )
        if pack in chain:
            raise PolicyFaults([f"{chain[-1].header.id}: extends 绕成了圈（{named(parent)}）: 上级最终应是 {ROOT}"])
        chain.append(pack)
    if chain[-1].header.id != ROOT:
        raise PolicyFaults([f"{chain[-1].header.id}: 没有写 extends: 上级最终应是 {ROOT}"])
    return tuple(reversed(chain))


def _nearest_shipped(region: str | None) -> Pack:
    if region is None:
        raise PolicyMissing(["region: 没有写明地区: 6位行政区划代码，或用 --pack 给出县级政策包"])
    packs = shipped_packs().values()
    near = [p for p in packs if p.header.id != ROOT and region.startswith(_prefix(p.header.region))]
    if not near:
        raise PolicyMissing([f"region: 没有适用于地区 {shown(region)} 的政策包: 用 --pack 给出当地的政策包"])
    return max(near, key=lambda p: len(_prefix(p.header.region)))
