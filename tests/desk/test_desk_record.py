"""The review record: everything about the case and its office, and a note in the log that it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_files import household, write_pack

from caseworker.desk import Desk, DeskError
from caseworker.desk.clock import Clock


def test_the_record_holds_case_office_and_who_and_when(desk: Desk, tmp_path: Path) -> None:
    number = desk.accept(desk.new_draft(household())).number
    head = desk.store.head()
    paths = desk.record(number, tmp_path / "out")
    record = json.loads(next(path for path in paths if path.suffix == ".json").read_text("utf-8"))
    assert record["office"] == {"township": "示例乡", "region": "529999", "region_name": "示例县"}
    assert (record["prepared_by"], record["prepared_at"]) == ("经办", "2021-08-03T09:00:00")
    assert record["log_head"] == head
    assert record["assessment"] == desk.case(number).assessment


def test_that_it_was_written_stands_in_the_log(desk: Desk, tmp_path: Path) -> None:
    number = desk.accept(desk.new_draft(household())).number
    names = [path.name for path in desk.record(number, tmp_path / "out")]
    last = desk.log(number)[-1]
    assert last.action == "record.write"
    assert last.detail["files"] == names
    assert desk.store.verify_log() is None


def test_a_case_of_which_nothing_is_known_has_a_record_too(desk: Desk, tmp_path: Path) -> None:
    number = desk.accept(desk.new_draft()).number
    assert len(desk.record(number, tmp_path / "out")) == 2


def test_a_folder_that_cannot_be_made_is_told(desk: Desk, tmp_path: Path) -> None:
    number = desk.accept(desk.new_draft(household())).number
    (tmp_path / "file").write_text("x")
    with pytest.raises(DeskError, match="--out"):
        desk.record(number, tmp_path / "file" / "below")


def test_a_pack_written_anew_counts_from_the_next_question(desk: Desk) -> None:
    packs = desk.require_office().packs
    assert desk.policy_on(desk.today).packs[-1]["version"] == "2020.1"
    write_pack(packs[0].parent, packs[0].name, version="2021.1 更正")
    assert desk.policy_on(desk.today).packs[-1]["version"] == "2021.1 更正"


def test_clocks_of_the_office(desk: Desk) -> None:
    found = desk.clocks("dibao", desk.today)
    assert {clock["id"] for clock in found["clocks"]} >= {"total"}
    with pytest.raises(DeskError, match="没有这个救助项目"):
        desk.clocks("nothing", desk.today)


def test_a_clock_without_a_day_is_the_machines() -> None:
    clock = Clock()
    assert clock.now()[:10] >= clock.today().isoformat()
    assert "T" in clock.now()
