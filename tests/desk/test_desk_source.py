"""Files that were handed in: read within limits, every refusal one Chinese line."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from caseworker.desk import DeskError
from caseworker.desk.source import read_lines, read_whole


def test_a_huge_file_is_refused_after_the_limit(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(DeskError, match="超过 8 MB"):
        read_whole(str(huge))


def test_never_more_than_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = io.BytesIO(b"x" * 1000)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
    with pytest.raises(DeskError, match="超过"):
        read_whole("-", limit=10)
    assert endless.tell() == 11


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert read_whole(str(tmp_path / "a"), limit=10) == b"x" * 10


def test_lines_keep_their_numbers_past_blank_and_overlong_ones(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfone\n\n" + b"x" * 25 + b"\r\nfour")
    assert list(read_lines(str(tmp_path / "a"), limit=10)) == [(1, b"one\n"), (3, None), (4, b"four")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "a").chmod(0)
    with pytest.raises(DeskError, match="权限"):
        read_whole(str(tmp_path / "a"))


@pytest.mark.parametrize("name", ["nothing", "a\0b", "x" * 300], ids=["missing", "null", "long"])
def test_a_name_without_a_file_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(DeskError):
        read_whole(str(tmp_path / name))
