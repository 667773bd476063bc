"""The review record (审核记录) of a case: everything the paper needs, gathered in one plain dict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseworker.desk.faults import DeskError

if TYPE_CHECKING:
    from caseworker.desk.desk import Desk


def write_record(desk: Desk, number: str, out: Path) -> list[Path]:
    """Write docx and JSON into `out`, which is made where it is not there; raises DeskError where it cannot."""
    from caseworker.documents import own_template, review_record

    record = record_of(desk, number)
    try:
        out.mkdir(parents=True, exist_ok=True)
        paths = review_record(record, out, own_template(desk.home))
    except OSError as error:
        raise DeskError(f"{out}: 写不了文件（{type(error).__name__}）: 换一个有权限的文件夹，用 --out 指定") from None
    files = {"files": [path.name for path in paths], "log_head": record["log_head"]}
    desk.store.note("record.write", number, files, now=desk.clock.now(), actor=desk.actor)
    return paths


def record_of(desk: Desk, number: str) -> dict[str, Any]:
    """The case as the record shows it, in the contract's names."""
    case = desk.case(number)
    office = desk.require_office()
    return {
        "number": case.number,
        "accepted_on": case.accepted_on,
        "stage": case.stage,
        "office": {"township": office.township, "region": office.region, "region_name": office.region_name},
        "household": case.facts,
        "assessment": case.assessment,
        "papers": case.papers,
        "clocks": case.clocks,
        "log_head": desk.store.head(),
        "prepared_by": desk.actor,
        "prepared_at": desk.clock.now(),
        "title_policy": case.assessment["policy"]["packs"],
    }
