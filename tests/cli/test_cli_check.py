"""`caseworker check`: the contract's assessment on standard output, everything wrong with a file on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_files import household, member

Run = Callable[..., Any]
Save = Callable[[Any], Path]

_NOBODY = [{"member": "m9", "kind": "wage", "amount": "1", "per": "month"}]
_BAD: list[tuple[str, dict[str, Any], str]] = [
    ("wrong check digit", {"members": [member(id_number="529999198202020010")]}, "members[0].id_number"),
    ("15 digits", {"members": [member(id_number="529999820202001")]}, "members[0].id_number"),
    ("31 February", {"applied_on": "2021-02-31"}, "applied_on"),
    ("31 February of a birth", {"members": [member(birth_date="1982-02-31")]}, "members[0].birth_date"),
    ("negative", {"incomes": [{"kind": "wage", "amount": "-1", "per": "month"}]}, "incomes[0].amount"),
    ("three decimals", {"incomes": [{"kind": "wage", "amount": "1.005", "per": "month"}]}, "incomes[0].amount"),
    ("number of three decimals", {"incomes": [{"kind": "wage", "amount": 1.005, "per": "month"}]}, "incomes[0].amount"),
    ("unknown kind", {"incomes": [{"kind": "lottery", "amount": "1", "per": "month"}]}, "incomes[0].kind"),
    ("unknown key", {"incoms": []}, "incoms"),
    ("duplicate ids", {"members": [member(), member(relation="spouse")]}, "members[1].id"),
    ("no such member", {"incomes": _NOBODY}, "incomes[0].member"),
    ("no members", {"members": []}, "members"),
    ("empty hardship", {"hardship": {}}, "hardship"),
    ("wrong type", {"members": "m1"}, "members"),
]  # fmt: skip


def test_json_is_one_document_and_nothing_else(run: Run, save: Save, pack: Path) -> None:
    result = run("check", save(household()), "--pack", pack, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    assert list(document) == ["policy", "household", "assessments", "referrals"]
    assert document["policy"]["on"] == "2021-08-02"
    assert "低保" in result.stdout


def test_the_same_file_gives_the_same_bytes(run: Run, save: Save, pack: Path) -> None:
    words = ("check", save(household()), "--pack", pack, "--json")
    assert run(*words).stdout == run(*words).stdout


def test_the_policy_day_can_be_another(run: Run, save: Save, pack: Path) -> None:
    result = run("check", save(household()), "--pack", pack, "--on", "2022.3.1", "--json")
    assert json.loads(result.stdout)["policy"]["on"] == "2022-03-01"


def test_full_width_figures_are_taken(run: Run, save: Save, pack: Path) -> None:
    file = household(incomes=[{"member": "m1", "kind": "pension", "amount": "１００．５０", "per": "month"}])
    document = json.loads(run("check", save(file), "--pack", pack, "--json").stdout)
    assert document["household"]["income_monthly"] == "100.50"


def test_from_standard_input_with_a_byte_order_mark(run: Run, pack: Path) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(household(), ensure_ascii=False).encode()
    assert run("check", "-", "--pack", pack, "--json", input=data).exit_code == 0


@pytest.mark.parametrize(("change", "path"), [case[1:] for case in _BAD], ids=[case[0] for case in _BAD])
def test_bad_input_is_told_line_by_line(run: Run, save: Save, pack: Path, change: dict[str, Any], path: str) -> None:
    result = run("check", save(household(**change)), "--pack", pack, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    line = next(line for line in result.stderr.splitlines() if line.startswith(f"{path}: "))
    assert line.count(": ") >= 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n",
        b"{",
        b"null",
        b"[1]",
        b'"x"',
        b"NaN",
        b"\xff\xfe{\x00",
        b'{"members": "\xd6\xd0"}',
        b"[" * 100_000,
        b'{"members": ' + b"9" * 5000 + b"}",
        b'{"members": [{"id": "m1", "relation": "self", "name": "\\ud800"}], "region": "\\ud800"}',
    ],
    ids=["empty", "blank", "broken", "null", "list", "text", "nan", "utf-16", "gbk", "deep", "long number", "half"],
)
def test_what_is_no_household_file_at_all(run: Run, save: Save, content: bytes) -> None:
    result = run("check", save(content))
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(line.count(": ") >= 2 for line in result.stderr.splitlines())
    assert result.stderr


def test_a_hundred_megabytes_are_refused(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    result = run("check", tmp_path / "huge.json")
    assert result.exit_code == 2
    assert "超过 8 MB" in result.stderr


@pytest.mark.parametrize(("name", "said"), [("none.json", "找不到"), (".", "文件夹")])
def test_what_is_no_file(run: Run, tmp_path: Path, name: str, said: str) -> None:
    result = run("check", tmp_path / name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_policy_missing_is_exit_3(run: Run, save: Save, pack: Path) -> None:
    assert run("check", save(household(region="110101"))).exit_code == 3
    assert run("check", save(household(region=None))).exit_code == 3
    assert run("check", save(household(region="139999")), "--pack", pack).exit_code == 3
    old = run("check", save(household()), "--pack", pack, "--on", "1999-01-01")
    assert (old.exit_code, old.stdout) == (3, "")


def test_a_bad_pack_is_exit_2(run: Run, save: Save, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("pack = 1", encoding="utf-8")
    for pack in (tmp_path / "bad.toml", tmp_path / "none.toml", tmp_path):
        assert run("check", save(household()), "--pack", pack).exit_code == 2


def test_without_a_day_nothing_is_guessed(run: Run, save: Save, pack: Path) -> None:
    file = save(household(applied_on=None))
    assert run("check", file, "--pack", pack).exit_code == 2
    assert run("check", file, "--pack", pack, "--on", "2021-08-02").exit_code == 0


def test_the_sheet_for_a_clerk(run: Run, save: Save, pack: Path) -> None:
    from caseworker.text.cells import width

    result = run("check", save(household(incomes=None)), "--pack", pack)
    assert result.exit_code == 0
    assert "? 最低生活保障" in result.stdout
    assert "还缺: 家庭收入" in result.stdout
    assert "依据:" in result.stdout
    assert "✗" in result.stdout
    assert max(map(width, result.stdout.splitlines())) <= 80


def test_the_sheet_gives_amount_and_arithmetic(run: Run, save: Save, pack: Path) -> None:
    text = run("check", save(household()), "--pack", pack).stdout
    assert "每月 645.00 元" in text
    assert "< 645.00" in text


def test_the_offices_own_packs_speak_for_its_region(run: Run, save: Save, office: Path) -> None:
    document = json.loads(run("check", save(household()), "--json").stdout)
    assert [pack["id"] for pack in document["policy"]["packs"]][-1] == "demo"
    other = json.loads(run("check", save(household(region="520000")), "--json").stdout)
    assert [pack["id"] for pack in other["policy"]["packs"]] == ["cn", "guizhou"]


def test_the_schema_is_json(run: Run) -> None:
    document = json.loads(run("check", "--schema").stdout)
    assert "members" in document["properties"]
