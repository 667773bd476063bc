"""Batches: every faulty line told, the good ones taken, and repeating never doubles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_files import household, member, write_lines

from caseworker.desk import Desk, DeskError
from caseworker.desk.importing import BATCH


def test_good_lines_are_taken_and_a_repeat_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", [household(reference=f"T-{n}") for n in range(3)])
    first, second = desk.import_file(file), desk.import_file(file)
    assert (first.taken, first.updated, first.faults) == (3, 0, [])
    assert (second.taken, second.updated, second.unchanged, second.failed) == (0, 0, 3, 0)
    assert desk.queue().total == 3


def test_a_known_reference_is_updated_under_its_number(desk: Desk, tmp_path: Path) -> None:
    desk.import_file(write_lines(tmp_path / "a.jsonl", [household()]))
    number = desk.queue().rows[0].number
    report = desk.import_file(write_lines(tmp_path / "b.jsonl", [household(village="另一村")]))
    assert (report.taken, report.updated) == (0, 1)
    assert [(row.number, row.village) for row in desk.queue().rows] == [(number, "另一村")]


def test_every_faulty_line_is_named_and_the_rest_goes_in(desk: Desk, tmp_path: Path) -> None:
    lines = [
        "\ufeff" + json.dumps(household(reference="T-1"), ensure_ascii=False),
        "",
        "{",
        json.dumps(household(), ensure_ascii=False).encode("gb18030"),
        household(reference="T-5", applied_on=None),
        household(reference="T-6", members=[member(id_number="52999919820202001")], area="x"),
        household(reference="T-7", region="110101"),
        household(reference="T-8", applied_on="1999-01-01"),
        "[]",
        household(reference="T-10"),
    ]
    report = desk.import_file(write_lines(tmp_path / "a.jsonl", lines))
    assert (report.taken, report.failed) == (2, 7)
    assert [fault.split(" ")[0] for fault in report.faults] == [f"第{n}行" for n in (3, 4, 5, 6, 6, 7, 8, 9)]
    assert all(fault.count(": ") >= 1 for fault in report.faults)
    assert sorted(row.reference or "" for row in desk.queue().rows) == ["T-1", "T-10"]


def test_a_dry_run_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.store.head()
    report = desk.import_file(write_lines(tmp_path / "a.jsonl", [household(), "{"]), dry_run=True)
    assert (report.taken, report.failed) == (1, 1)
    assert (desk.queue().total, desk.store.head()) == (0, before)


def test_a_line_far_too_long_is_told_and_the_next_one_taken(desk: Desk, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", [b"x" * (9 * 1024 * 1024), household()])
    report = desk.import_file(file)
    assert report.taken == 1
    assert report.faults == ["第1行 （整行）: 超过 4 MB: 一份家庭文件只有几十 KB"]


def test_progress_hears_every_line_and_batches_do_not_show(desk: Desk, tmp_path: Path) -> None:
    heard: list[int] = []
    file = write_lines(tmp_path / "a.jsonl", [household(reference=f"T-{n}") for n in range(BATCH + 1)])
    assert desk.import_file(file, progress=heard.append).taken == BATCH + 1
    assert heard == list(range(1, BATCH + 2))


@pytest.mark.parametrize(("name", "said"), [("none.jsonl", "找不到"), (".", "文件夹")])
def test_what_is_no_file_is_told(desk: Desk, tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(DeskError, match=said):
        desk.import_file(tmp_path / name)


def test_an_empty_file_is_a_fault(desk: Desk, tmp_path: Path) -> None:
    report = desk.import_file(write_lines(tmp_path / "a.jsonl", []))
    assert report.failed == 1
    assert "空文件" in report.faults[0]
