"""`init`, `import`, `queue`, `show`, `record`: the queue for scripts and for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk_files import REGION, household, write_lines

from caseworker.text.cells import width

Run = Callable[..., Any]
ROW = {"number", "reference", "applicant", "village", "programmes", "outcomes", "stage", "due", "overdue"}


def test_the_queue_as_json_has_one_object_a_case(run: Run, office: Path) -> None:
    result = run("queue", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = json.loads(result.stdout)
    assert [row["number"] for row in rows] == ["2021-0001", "2021-0002"]
    assert set(rows[0]) >= ROW
    assert rows[0]["outcomes"]["dibao"] == "eligible"
    assert rows[0]["overdue"] is True
    assert len(result.stdout.splitlines()) == len(rows) + 2


def test_an_empty_queue_is_an_empty_list(run: Run, tmp_path: Path) -> None:
    assert run("init", "--region", "520000", "--township", "乙乡").exit_code == 0
    assert json.loads(run("queue", "--json").stdout) == []


def test_search_and_due(run: Run, office: Path) -> None:
    found = json.loads(run("queue", "--search", "另一村", "--json").stdout)
    assert [row["reference"] for row in found] == ["T-2"]
    assert len(json.loads(run("queue", "--due", "--json").stdout)) == 2


def test_the_table_fits_eighty_cells(run: Run, office: Path) -> None:
    result = run("queue")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["案卷号", "申请人", "村（居）", "阶段", "最迟", "结论"]
    assert "✓低保" in lines[1]
    assert lines[-1] == "共 2 件"
    assert max(map(width, lines)) <= 80


def test_importing_twice_never_doubles(run: Run, office: Path) -> None:
    again = run("import", office)
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout == "新受理 0 件，更新 0 件，没有变化 2 件，有错 0 件\n"
    assert len(json.loads(run("queue", "--json").stdout)) == 2


def test_faulty_lines_are_exit_1_and_told_on_standard_error(run: Run, office: Path, tmp_path: Path) -> None:
    result = run("import", write_lines(tmp_path / "b.jsonl", ["{", household(reference="T-3")]))
    assert result.exit_code == 1
    assert result.stderr.startswith("第1行 （整个文件）: ")
    assert result.stdout == "新受理 1 件，更新 0 件，有错 1 件\n"


def test_a_dry_run_takes_nothing(run: Run, office: Path, tmp_path: Path) -> None:
    result = run("import", "--dry-run", write_lines(tmp_path / "b.jsonl", [household(reference="T-3")]))
    assert (result.exit_code, result.stdout) == (0, "可导入 1 件，有错 0 件\n")
    assert len(json.loads(run("queue", "--json").stdout)) == 2


def test_importing_from_standard_input(run: Run, office: Path) -> None:
    data = json.dumps(household(reference="T-9"), ensure_ascii=False).encode()
    assert run("import", "-", input=data).exit_code == 0
    assert len(json.loads(run("queue", "--json").stdout)) == 3


def test_a_case_as_json_holds_the_two_documents_of_the_contract(run: Run, office: Path, pack: Path) -> None:
    result = run("show", "2021-0001", "--json")
    case = json.loads(result.stdout)
    assert set(case) >= ROW | {"household", "assessment", "clocks", "papers"}
    assert case["household"]["members"][0]["name"] == "示例甲"
    file = office.parent / "again.json"
    file.write_text(json.dumps(case["household"], ensure_ascii=False), encoding="utf-8")
    assert json.loads(run("check", file, "--pack", pack, "--json").stdout) == case["assessment"]


def test_a_case_on_the_terminal(run: Run, office: Path) -> None:
    text = run("show", " 2021-0001 ").stdout
    assert text.startswith("2021-0001  示例甲  示例村  已受理  受理 2021-08-02  最迟 ")
    assert "时限:" in text
    assert "材料:" in text
    assert max(map(width, text.splitlines())) <= 80


def test_an_unknown_number_is_exit_2(run: Run, office: Path) -> None:
    for words in (["show", "2021-0009"], ["show", "x", "--json"], ["record", "2021-0009", "--out", office.parent]):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "没有这个案卷号" in result.stderr


def test_a_record_is_written_where_it_was_asked_for(run: Run, office: Path, tmp_path: Path) -> None:
    result = run("record", "2021-0001", "--out", tmp_path / "新" / "记录")
    assert (result.exit_code, result.stderr) == (0, "")
    paths = [Path(line) for line in result.stdout.splitlines()]
    assert sorted(path.suffix for path in paths) == [".docx", ".json"]
    assert all(path.is_file() and path.parent == tmp_path / "新" / "记录" for path in paths)
    record = json.loads(next(path for path in paths if path.suffix == ".json").read_text("utf-8"))
    assert (record["number"], record["office"]["township"]) == ("2021-0001", "示例乡")
    assert record["assessment"] == json.loads(run("show", "2021-0001", "--json").stdout)["assessment"]


def test_a_record_that_cannot_be_written_is_one_line(run: Run, office: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run("record", "2021-0001", "--out", tmp_path / "file")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_another_office_is_never_overwritten(run: Run, office: Path) -> None:
    result = run("init", "--region", REGION, "--township", "另一个乡")
    assert result.exit_code == 2
    assert "没有改动" in result.stderr
