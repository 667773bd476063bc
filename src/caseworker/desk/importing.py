"""Household files by the batch (导入): one a line; a faulty line is told and left, the good ones are taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from caseworker.desk.accepting import Prepared, prepare, store_case
from caseworker.desk.source import LINE_LIMIT, MEGABYTE, read_lines

if TYPE_CHECKING:
    from caseworker.desk.desk import Desk

# One flush to disk serves so many lines; what an interruption can cost is at most these, and repeating is harmless.
BATCH = 100


@dataclass(slots=True)
class ImportReport:
    """How a batch went: `taken` new cases, `updated` known ones, `unchanged` repeats, `failed` lines with `faults`."""

    taken: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0
    faults: list[str] = field(default_factory=list)


def import_file(
    desk: Desk, source: str, dry_run: bool = False, progress: Callable[[int], None] | None = None
) -> ImportReport:
    """Take in a jsonl file ("-" = standard input); `dry_run` only checks; `progress` hears the lines done so far.

    Repeating is harmless: a reference already known is updated, never doubled. Raises DeskError where the file
    cannot be read, StoreError where the database refuses.
    """
    desk.require_office()
    report = ImportReport()
    good = _good_lines(desk, source, report, progress)
    while batch := list(islice(good, BATCH)):
        if dry_run:
            report.taken += len(batch)
        else:
            _store(desk, batch, report)
    if not (report.taken or report.updated or report.unchanged or report.failed):
        report.faults.append(f"{source}: 是空文件: 每行一份家庭文件（JSON 对象）")
        report.failed = 1
    return report


def _good_lines(
    desk: Desk, source: str, report: ImportReport, progress: Callable[[int], None] | None
) -> Iterator[Prepared]:
    for count, (number, line) in enumerate(read_lines(source), 1):
        prepared, problems = _prepare(desk, line)
        report.faults += [f"第{number}行 {problem}" for problem in problems]
        report.failed += bool(problems)
        if prepared:
            yield prepared
        if progress:
            progress(count)


def _prepare(desk: Desk, line: bytes | None) -> tuple[Prepared | None, list[str]]:
    from caseworker.household import HouseholdFaults
    from caseworker.policy import PolicyFaults, PolicyMissing

    if line is None:
        return None, [f"（整行）: 超过 {LINE_LIMIT // MEGABYTE} MB: 一份家庭文件只有几十 KB"]
    try:
        return prepare(desk, line), []
    except HouseholdFaults as error:
        return None, [str(fault) for fault in error.faults]
    except (PolicyMissing, PolicyFaults) as error:
        return None, list(error.lines)


def _store(desk: Desk, batch: list[Prepared], report: ImportReport) -> None:
    with desk.store.transaction():
        changes = [store_case(desk, prepared).change for prepared in batch]
    report.taken += changes.count("new")
    report.updated += changes.count("updated")
    report.unchanged += changes.count("unchanged")
