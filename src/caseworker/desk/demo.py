"""The sample township (示例乡): an office of made-up households, made anew each time, on the day it was made for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import as_file
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker.desk.desk import Desk
from caseworker.desk.faults import DeskError
from caseworker.desk.home import database, default_home, local_packs
from caseworker.resources import data_path

if TYPE_CHECKING:
    from caseworker.desk.importing import ImportReport
    from caseworker.store import CaseRow

DAY = date(2026, 11, 20)
_HOUSEHOLDS, _PACK = "township.jsonl", "示例县-黔.toml"
_MARK = "示例数据.txt"
_MARK_TEXT = "这个文件夹里都是虚构的示例，下次运行 caseworker demo 会重新生成，可以随时删除。\n"
_TELLING = (
    ("special_hardship", "eligible"),
    ("dibao", "eligible"),
    ("dibao_single", "eligible"),
    ("dibao", "needs_information"),
    ("temporary_assistance", "eligible"),
    ("low_income_edge", "needs_decision"),
)


def demo_home() -> Path:
    """Where the sample office lives when nobody named a folder: beside the real one, never in it."""
    return default_home() / "demo"


def open_demo(home: Path) -> tuple[Desk, ImportReport]:
    """The desk of a fresh sample office in `home` and how its import went.

    Raises DeskError where the folder holds anything but an earlier sample: real cases are never touched.
    """
    _clear(home)
    samples = data_path("samples")
    with as_file(samples.joinpath(_HOUSEHOLDS)) as households, as_file(samples.joinpath(_PACK)) as pack:
        desk = Desk(home, DAY, "示例经办")
        first = json.loads(households.read_text("utf-8").splitlines()[0])
        desk.init_office(first["region"], first["township"], [pack])
        return desk, desk.import_file(households)


def tally(rows: Iterable[CaseRow]) -> dict[str, Counter[str]]:
    """How many cases came to which outcome, programme by programme."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        for programme, outcome in row.outcomes.items():
            counts.setdefault(programme, Counter())[outcome] += 1
    return counts


def telling_cases(rows: Sequence[CaseRow]) -> list[str]:
    """The numbers of a handful of cases that show different things, the first of each kind."""
    numbers: dict[str, None] = {}
    for programme, outcome in _TELLING:
        found = (row.number for row in rows if row.outcomes.get(programme) == outcome and row.number not in numbers)
        number = next(found, None)
        if number:
            numbers[number] = None
    return list(numbers)


def _clear(home: Path) -> None:
    if not home.is_dir() and home.exists():
        raise DeskError(f"{home}: 是文件，不是文件夹: 用 --home 另指定一个文件夹")
    mark = home / _MARK
    if home.is_dir() and any(home.iterdir()) and not mark.is_file():
        raise DeskError(f"{home}: 里面有别的东西，不是示例，没有改动: 用 --home 另指定一个空文件夹")
    try:
        home.mkdir(parents=True, exist_ok=True)
        mark.write_text(_MARK_TEXT, encoding="utf-8")
        base = database(home)
        for path in [base, *(base.with_name(base.name + end) for end in ("-wal", "-shm")), *local_packs(home)]:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise DeskError(
            f"{home}: 清不了旧的示例（{type(error).__name__}）: 关掉正打开它的窗口，或用 --home 换文件夹"
        ) from None
