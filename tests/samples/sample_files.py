"""The shipped sample files, as the tests read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
SCRIPTS = ROOT / "scripts"
TOWNSHIP, NEIGHBOUR = "township.jsonl", "township-ji.jsonl"
PACKS = {TOWNSHIP: SAMPLES / "示例县-黔.toml", NEIGHBOUR: SAMPLES / "示例县-冀.toml"}


def lines(name: str) -> list[str]:
    """The household files of a township, as text."""
    return (SAMPLES / name).read_text("utf-8").splitlines()


def households(name: str) -> list[dict[str, Any]]:
    """The household files of a township, parsed."""
    return [json.loads(line) for line in lines(name)]


def values_at(file: object, key: str) -> Iterator[object]:
    """Every value that stands under `key` anywhere in a household file; the items of a list one by one."""
    if isinstance(file, dict):
        for name, value in file.items():
            if name == key:
                yield from value if isinstance(value, list) else [value]
            yield from values_at(value, key)
    elif isinstance(file, list):
        for item in file:
            yield from values_at(item, key)
