"""The data folder is found, wherever the package lies."""

from __future__ import annotations

import tomllib

from caseworker.resources import data_path


def test_data_files_are_found_and_readable() -> None:
    for parts in (("policy", "clocks.toml"), ("casefile", "papers.toml")):
        assert tomllib.loads(data_path(*parts).read_text(encoding="utf-8"))


def test_a_missing_file_is_for_the_caller_to_find_out() -> None:
    assert not data_path("policy", "nowhere.toml").is_file()
