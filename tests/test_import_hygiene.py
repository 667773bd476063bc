"""Start-up is a feature: what is heavy is loaded where it is used. Each test looks at a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_REPORT = "; import json, sys; print(json.dumps(sorted(sys.modules)))"
_CLI = """
import json, sys
from caseworker.cli import main
sys.argv = ["caseworker", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as ended:
    print(json.dumps([ended.code, sorted(sys.modules)]), file=sys.stderr)
"""
_HEAVY = ("textual", "docx", "docxtpl", "pypinyin", "openpyxl", "rich")


def _python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", check=False)


def _after_import(module: str) -> set[str]:
    done = _python("-c", f"import {module}{_REPORT}")
    assert done.returncode == 0, done.stderr
    return _tops(json.loads(done.stdout))


def _after_command(*words: str) -> tuple[int, set[str]]:
    done = _python("-c", _CLI, json.dumps(words))
    code, modules = json.loads(done.stderr.splitlines()[-1])
    return code, _tops(modules)


def _tops(modules: list[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("module", ["caseworker.household", "caseworker.policy", "caseworker.rules"])
def test_the_core_loads_no_interface_store_or_paper(module: str) -> None:
    assert not _after_import(module) & {"textual", "typer", "sqlite_utils", "sqlite3", "docx", "docxtpl", "pypinyin"}


@pytest.mark.parametrize(
    "module", ["caseworker.text", "caseworker.casefile", "caseworker.store", "caseworker.documents"]
)
def test_the_floors_below_the_desk_load_nothing_heavy(module: str) -> None:
    assert not _after_import(module) & {*_HEAVY, "typer", "sqlite_utils", "chinese_calendar"}


def test_the_desk_loads_no_floor_before_it_is_asked() -> None:
    done = _python("-c", f"import caseworker.desk{_REPORT}")
    loaded = {name for name in json.loads(done.stdout) if name.startswith("caseworker.")}
    assert {name.split(".")[1] for name in loaded} <= {"desk", "resources"}


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"], ["no-such-command"]])
def test_help_and_usage_errors_load_only_the_command_line(words: list[str]) -> None:
    _, loaded = _after_command(*words)
    assert not loaded & {*_HEAVY, "sqlite3", "sqlite_utils", "chinese_calendar"}


def test_help_does_not_even_load_pydantic() -> None:
    _, loaded = _after_command("--help")
    assert "pydantic" not in loaded


def test_a_queue_for_scripts_loads_no_pydantic(tmp_path: Path) -> None:
    code, loaded = _after_command("queue", "--json", "--home", str(tmp_path / "none"))
    assert code == 2
    assert "pydantic" not in loaded


def test_check_clocks_and_queue_never_load_textual(tmp_path: Path) -> None:
    home, file = f"--home={tmp_path / 'office'}", tmp_path / "household.json"
    file.write_text(
        json.dumps({"region": "520000", "applied_on": "2021-08-02", "members": [{"id": "m1", "relation": "self"}]})
    )
    runs = {
        ("init", home, "--region", "520000", "--township", "示例乡"): {"sqlite_utils"},
        ("check", home, str(file)): set(),
        ("clocks", home, "dibao", "--accepted", "2025-03-03"): {"chinese_calendar"},
        ("queue", home, "--json"): set(),
    }
    for words, allowed in runs.items():
        code, loaded = _after_command(*words)
        assert code == 0, words
        assert not loaded & {*_HEAVY, "sqlite_utils", "chinese_calendar"} - allowed, words
