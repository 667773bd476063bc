"""Calling the program: through typer's runner, with a folder of its own and no settings of the machine."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))

from desk_files import REGION, TOWNSHIP, household, write_lines, write_pack

from caseworker.cli.app import app

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEWORKER_HOME", str(tmp_path / "office"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("CASEWORKER_DEBUG", raising=False)


@pytest.fixture
def run() -> Run:
    """`run("check", file, input=…)`; no call may end in an exception or print a traceback."""

    def call(*words: object, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(app, [str(word) for word in words], input=input, prog_name="caseworker")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return call


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The county's pack."""
    return write_pack(tmp_path)


@pytest.fixture
def save(tmp_path: Path) -> Callable[[Any], Path]:
    """Write a household file (a dict, or bytes as they are) and return its path."""

    def write(content: Any) -> Path:
        path = tmp_path / "household.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
        return path

    return write


@pytest.fixture
def office(run: Run, pack: Path, tmp_path: Path) -> Path:
    """An office of the fictitious county with two cases in its queue; the path of the imported file."""
    assert run("init", "--region", REGION, "--township", TOWNSHIP, "--pack", pack).exit_code == 0
    second = household(reference="T-2", applied_on="2021-09-01", village="另一村")
    file = write_lines(tmp_path / "households.jsonl", [household(), second])
    assert run("import", file).exit_code == 0
    return file
