"""The parameters (参数) a pack may set: data/policy/parameters.toml, where each is defined once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from caseworker.resources import data_path

AREAS = ("urban", "rural")


@dataclass(frozen=True, slots=True)
class Legal:
    """The range a law allows, for a region prefix and from a day on; or relative to another parameter (× `times`)."""

    document: str
    clause: str
    low: Fraction | None = None
    high: Fraction | None = None
    region: str = ""
    start: date | None = None
    relative_to: str | None = None
    times: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: label, unit, type, plausible range (typing errors), legal ranges, who sets it.

    Ranges are in the unit of the file: yuan for money, the ratio itself, whole years, months, days.
    """

    name: str
    label: str
    unit: str
    type: str
    low: Fraction | None = None
    high: Fraction | None = None
    words: tuple[str, ...] = ()
    set_by: tuple[str, ...] = ()
    legal: tuple[Legal, ...] = field(default=())

    @property
    def per_year(self) -> bool:
        """Whether an amount is that of a year (rural standards), not of a month."""
        return self.unit.endswith("/年")


@cache
def definitions() -> Mapping[str, Parameter]:
    """Every parameter by name, in the order of the file."""
    raw = tomllib.loads(data_path("policy", "parameters.toml").read_text("utf-8"))
    return {row["name"]: _parameter(row) for row in raw["parameter"]}


def definition(name: str) -> Parameter | None:
    """The definition of a parameter, None where there is none of that name.

    A name may carry `.urban` or `.rural` behind the defined one, unless the defined one ends so itself.
    """
    known = definitions()
    if name in known:
        return known[name]
    stem, _, last = name.rpartition(".")
    return known.get(stem) if last in AREAS and stem.rpartition(".")[2] not in AREAS else None


def _parameter(row: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=row["name"],
        label=row["label"],
        unit=row.get("unit", ""),
        type=row["type"],
        low=_fraction(row.get("min")),
        high=_fraction(row.get("max")),
        words=tuple(row.get("words", ())),
        set_by=tuple(row.get("set_by", ())),
        legal=tuple(_legal(item) for item in row.get("legal", ())),
    )


def _legal(row: Mapping[str, Any]) -> Legal:
    return Legal(
        document=row["document"],
        clause=row["clause"],
        low=_fraction(row.get("min")),
        high=_fraction(row.get("max")),
        region=row.get("region", ""),
        start=row.get("from"),
        relative_to=row.get("relative_to"),
        times=_fraction(row.get("times")) or Fraction(1),
    )


def _fraction(text: str | int | None) -> Fraction | None:
    return None if text is None else Fraction(text)
