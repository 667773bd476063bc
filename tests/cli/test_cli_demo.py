"""`caseworker demo`: the sample township from import to paper, and never over anything real."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caseworker.cli import demo as command
from caseworker.desk.demo import tally, telling_cases

Run = Callable[..., Any]


def test_the_whole_job_without_a_terminal(run: Run, tmp_path: Path) -> None:
    result = run("demo")
    assert (result.exit_code, result.stderr) == (0, "")
    text = result.stdout
    assert "2026-11-20" in text
    assert str(tmp_path / "office") in text
    assert "各项结论（件）" in text
    paths = [Path(line) for line in text.partition("审核记录\n")[2].splitlines()]
    assert {path.suffix for path in paths} == {".docx", ".json"}
    assert all(path.is_file() for path in paths)
    assert "2026-0001" in text
    assert len(json.loads(run("queue", "--json").stdout)) >= 80


def test_it_is_made_anew_each_time(run: Run) -> None:
    first, second = run("demo").stdout, run("demo").stdout
    assert first == second


def test_what_is_no_sample_is_never_touched(run: Run, office: Path) -> None:
    before = run("queue", "--json").stdout
    result = run("demo")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "没有改动" in result.stderr
    assert run("queue", "--json").stdout == before


def test_on_a_terminal_the_counter_opens_at_the_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    monkeypatch.setattr(command, "run_counter", lambda desk: opened.append(desk.queue().total))
    assert run("demo").exit_code == 0
    assert opened[0] >= 80


def test_counting_and_choosing() -> None:
    rows: list[Any] = [
        SimpleNamespace(number="1", outcomes={"dibao": "eligible", "premium_aid": "ineligible"}),
        SimpleNamespace(number="2", outcomes={"dibao": "eligible"}),
        SimpleNamespace(number="3", outcomes={"dibao": "needs_information"}),
    ]
    assert tally(rows) == {
        "dibao": Counter(eligible=2, needs_information=1),
        "premium_aid": Counter(ineligible=1),
    }
    assert telling_cases(rows) == ["1", "3"]
