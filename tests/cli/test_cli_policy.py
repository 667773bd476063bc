"""`caseworker policy check` and `caseworker clocks`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_files import pack_text

Run = Callable[..., Any]


def test_an_orderly_pack_is_exit_0(run: Run, pack: Path) -> None:
    result = run("policy", "check", pack)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "合格" in result.stdout


def test_every_fault_of_a_pack_is_one_line(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    text = pack_text().replace("645.00", "64500.00").replace("dibao.standard.rural", "dibao.standrd.rural")
    bad.write_text(text, encoding="utf-8")
    result = run("policy", "check", bad)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first.startswith("row 1 dibao.standard.urban: ")
    assert second.startswith("row 2 dibao.standrd.rural: ")


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_what_is_no_pack_file(run: Run, tmp_path: Path, name: str) -> None:
    result = run("policy", "check", tmp_path / name)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[[value]]\nname = 1", b"x = " + b"[" * 50_000],
    ids=["empty", "utf-16", "no header", "deep"],
)
def test_a_broken_pack_is_exit_2(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.toml").write_bytes(content)
    result = run("policy", "check", tmp_path / "bad.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_clocks_count_chinese_working_days(run: Run) -> None:
    result = run("clocks", "dibao", "--accepted", "2025-03-03", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    due = {clock["id"]: clock["due"] for clock in document["clocks"]}
    assert due == {"survey_start": "2025-03-06", "total": "2025-04-15", "total_extended": "2025-05-08"}
    assert document["calendar_complete"] is True


def test_events_add_their_clocks(run: Run) -> None:
    result = run("clocks", "dibao", "--accepted", "2025-03-03", "--event", "notice_end=2025-04-01", "--json")
    assert "notice_end" in {clock["id"] for clock in json.loads(result.stdout)["clocks"]}


def test_a_chinese_name_and_a_table_for_a_clerk(run: Run) -> None:
    result = run("clocks", "低保", "--accepted", "2025.3.3", "--delegated")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("2025-03-06  ")


def test_past_the_last_announced_year_it_says_so(run: Run) -> None:
    words = ("clocks", "dibao", "--accepted", "2080-03-04")
    assert json.loads(run(*words, "--json").stdout)["calendar_complete"] is False
    assert "公布后请重算" in run(*words).stdout


@pytest.mark.parametrize("words", [["nothing"], ["dibao", "--event", "total=2025-04-01"]])
def test_unknown_programmes_and_events_are_told(run: Run, words: list[str]) -> None:
    result = run("clocks", *words, "--accepted", "2025-03-03")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
