"""The office folder (办公文件夹): which township this is, and the policy packs kept beside its database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.desk.faults import DeskError
from caseworker.desk.home import keep_packs, local_packs
from caseworker.desk.source import read_whole

if TYPE_CHECKING:
    from caseworker.desk.desk import Desk
    from caseworker.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """Whose window it is: county (GB/T 2260 code and name), township, the folder and its policy packs, leaf last."""

    region: str
    region_name: str
    township: str
    home: Path
    packs: tuple[Path, ...]


def read_office(store: Store, home: Path) -> Office | None:
    """The office of a database, or None where none was set up."""
    region, township = store.get_setting("region"), store.get_setting("township")
    if not region or not township:
        return None
    return Office(region, store.get_setting("region_name") or region, township, home, tuple(local_packs(home)))


def init_office(desk: Desk, region: str, township: str, packs: Sequence[Path]) -> Office:
    """Set the office up: the packs are checked and copied, the settings written.

    Raises DeskError where the folder is another office's, PolicyFaults or PolicyMissing where the packs do not fit.
    """
    from caseworker.policy import load_policy

    region, township = _region(region), _township(township)
    _own_folder(desk, region, township)
    for path in packs:
        read_whole(str(path))
    chain = load_policy(list(packs) or local_packs(desk.home), region).packs
    title = chain[-1].header.title if chain[-1].header.region == region else region
    try:
        desk.home.mkdir(parents=True, exist_ok=True)
        if packs:
            keep_packs(desk.home, packs, [pack.sha256 for pack in chain])
    except OSError as error:
        raise DeskError(
            f"{desk.home}: 写不了办公文件夹（{type(error).__name__}）: 用 --home 换一个有权限的文件夹"
        ) from None
    for key, value in {"region": region, "region_name": title, "township": township}.items():
        desk.store.put_setting(key, value, now=desk.clock.now(), actor=desk.actor)
    return Office(region, title, township, desk.home, tuple(local_packs(desk.home)))


def _region(text: str) -> str:
    if not re.fullmatch(r"[0-9]{6}", text.strip()):
        raise DeskError(f"--region: 不是行政区划代码（{text[:20]}）: 县（区）的6位数字代码，如 520123")
    return text.strip()


def _township(text: str) -> str:
    from caseworker.text.entry import clean

    if not clean(text):
        raise DeskError("--township: 是空的: 乡镇（街道）的名称")
    return clean(text)


def _own_folder(desk: Desk, region: str, township: str) -> None:
    if desk.home.exists() and not desk.home.is_dir():
        raise DeskError(f"{desk.home}: 是文件，不是文件夹: 用 --home 指定一个文件夹")
    there = desk.office()
    if there and (there.region, there.township) != (region, township):
        raise DeskError(
            f"{desk.home}: 已经是“{there.township}”（{there.region}）的办公文件夹，没有改动: 用 --home 另指定一个文件夹"
        )
