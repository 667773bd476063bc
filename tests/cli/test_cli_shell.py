"""The program as a whole: help in Chinese, every mistake one line, exit codes, standard output kept for data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_files import REGION, TOWNSHIP

from caseworker.cli.failures import Refused, explain
from caseworker.cli.shell import to_front

Run = Callable[..., Any]
COMMANDS = ["check", "policy", "clocks", "init", "import", "queue", "show", "record", "demo"]


def test_help_lists_every_command_in_chinese(run: Run) -> None:
    text = run("--help").stdout
    for name in COMMANDS:
        assert f"\n  {name} " in text
    assert "用法:" in text
    assert "CASEWORKER_HOME" in text
    for english in ("Usage", "Options", "Commands", "Show this message", "required", "default"):
        assert english not in text


@pytest.mark.parametrize("name", [*COMMANDS, "policy check"])
def test_every_command_explains_itself(run: Run, name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert f"用法: caseworker {name}" in result.stdout
    assert "显示这页说明" in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cloks"], "是不是 clocks？"),
        (["什么"], "没有命令"),
        (["policy"], "用法:"),
        (["policy", "chek"], "是不是 check？"),
        (["--hmoe", "x"], "没有选项 --hmoe"),
        (["check"], "缺少 FILE"),
        (["check", "a", "b"], "用法: caseworker check"),
        (["show"], "缺少 NO"),
        (["record", "2021-0001"], "缺少 --out"),
        (["clocks", "dibao"], "缺少 --accepted"),
        (["clocks", "dibao", "--accepted"], "后面要跟一个值"),
        (["clocks", "dibao", "--accepted", "2021-02-31"], "没有这一天"),
        (["clocks", "dibao", "--accepted", "2021-02-28", "--event", "x"], "ID=DATE"),
        (["queue", "--json=1"], "后面不跟值"),
        (["queue", "--home"], "后面要跟一个文件夹"),
        (["import", "x.jsonl"], "caseworker init"),
        (["queue"], "caseworker init"),
        ([], "caseworker init"),
    ],
)
def test_a_mistake_is_one_chinese_line_and_exit_2(run: Run, words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_home_counts_wherever_it_stands() -> None:
    assert to_front(["queue", "--home", "a", "--json"]) == ["--home", "a", "queue", "--json"]
    assert to_front(["queue", "--home=a"]) == ["--home=a", "queue"]
    assert to_front(["check", "--", "--home"]) == ["check", "--", "--home"]
    with pytest.raises(Refused):
        to_front(["queue", "--home"])


def test_home_wins_over_the_environment(run: Run, tmp_path: Path, office: Path) -> None:
    assert run("init", "--home", tmp_path / "b", "--region", "520000", "--township", "乙乡").exit_code == 0
    assert "共 0 件" in run("--home", tmp_path / "b", "queue").stdout
    assert "共 2 件" in run("queue").stdout


def test_the_counter_needs_a_terminal(run: Run, office: Path) -> None:
    result = run()
    assert result.exit_code == 2
    assert "终端" in result.stderr


def test_a_fault_of_the_program_tells_where_and_no_data() -> None:
    try:
        {}["529999198202020011"]
    except KeyError as error:
        failure = explain(error)
    assert failure.code == 4
    assert len(failure.lines) == 1
    assert "KeyError" in failure.lines[0]
    assert "529999" not in failure.lines[0]


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 2), (MemoryError(), 4), (OSError(28, "full", "x"), 2)]
)
def test_what_the_machine_does_is_one_line(error: BaseException, code: int) -> None:
    failure = explain(error)
    assert (failure.code, len(failure.lines)) == (code, 1)


def test_a_database_that_is_none_is_exit_4(run: Run, office: Path, tmp_path: Path) -> None:
    for file in (tmp_path / "office").glob("caseworker.db*"):
        file.write_bytes(b"not a database, but long enough to look at" * 100)
    result = run("queue")
    assert (result.exit_code, result.stdout) == (4, "")
    assert len(result.stderr.splitlines()) == 1


def _real(*words: str, **env: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "caseworker", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "0", **env},
    )


def test_a_console_that_knows_no_chinese_still_gets_utf8() -> None:
    out, err = _real("cloks", PYTHONIOENCODING="ascii", LC_ALL="C").communicate()
    assert out == b""
    assert "没有命令“cloks”" in err.decode()


def test_a_reader_that_leaves_is_no_error(office: Path, run: Run, tmp_path: Path) -> None:
    process = _real("clocks", "dibao", "--accepted", "2025-03-03", "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_an_office_is_named_by_the_environment(tmp_path: Path, pack: Path) -> None:
    words = ("init", "--region", REGION, "--township", TOWNSHIP, "--pack", str(pack))
    process = _real(*words, CASEWORKER_HOME=str(tmp_path / "c"))
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert (tmp_path / "c" / "caseworker.db").is_file()
