"""The rows of data/casefile/papers.toml: which papers which programme asks for, when, and on what ground."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from caseworker.resources import data_path

Need = Literal["required", "if_present", "later", "not_needed"]
NEEDS: tuple[Need, ...] = ("required", "later", "if_present", "not_needed")


@dataclass(frozen=True, slots=True)
class Ground:
    """A clause that a demand rests on, in force from a day."""

    columns: tuple[str, ...]
    document: str
    clause: str
    start: date


@dataclass(frozen=True, slots=True)
class Row:
    """One paper: its need and its deciding fact by column (a programme, or a kind of temporary assistance)."""

    code: str
    name: str
    needs: Mapping[str, Need]
    fact: str
    fact_for: Mapping[str, str]
    note: Mapping[str, str]
    grounds: tuple[Ground, ...]

    def fact_of(self, column: str) -> str:
        """Name of the fact that makes the paper apply in that column."""
        return self.fact_for.get(column, self.fact)

    def ground_of(self, column: str, on: date | None) -> Ground | None:
        """The newest clause for that column in force on the day; None = the county's own demand, or no day known."""
        found = [g for g in self.grounds if column in g.columns and on is not None and g.start <= on]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a clerk reads where a fact is so, is not so, or is not asked."""

    yes: str
    no: str
    ask: str

    def of(self, answer: bool | None) -> str:
        """The sentence for an answer."""
        return {True: self.yes, False: self.no, None: self.ask}[answer]


@cache
def paper_table() -> tuple[tuple[Row, ...], dict[str, Sentences]]:
    """The shipped rows in the order of the list, and the sentences by name of fact."""
    data = tomllib.loads(data_path("casefile", "papers.toml").read_text(encoding="utf-8"))
    rows = tuple(_row(row, data["document"]) for row in data["paper"])
    return rows, {name: Sentences(s["yes"], s.get("no", ""), s.get("ask", "")) for name, s in data["fact"].items()}


def _row(row: dict[str, Any], documents: dict[str, dict[str, Any]]) -> Row:
    return Row(
        code=row["code"],
        name=row["name"],
        needs={column: need for need in NEEDS for column in row.get(need, [])},
        fact=row["fact"],
        fact_for=row.get("fact_for", {}),
        note=row.get("note", {}),
        grounds=tuple(_ground(ground, documents[ground["document"]]) for ground in row.get("grounds", [])),
    )


def _ground(ground: dict[str, Any], document: dict[str, Any]) -> Ground:
    return Ground(tuple(ground["columns"]), document["title"], ground["clause"], document["from"])
