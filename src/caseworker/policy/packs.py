"""A policy pack (政策包) as it stands in a TOML file: dated, sourced rows; never code."""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from caseworker.household.faults import named, shown
from caseworker.policy.faults import PolicyFaults
from caseworker.resources import data_path

_Source = Annotated[str, Field(pattern=r"\S")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str
    start: Annotated[date, Field(alias="from")]
    end: Annotated[date | None, Field(alias="to")] = None
    document: _Source
    clause: _Source | None = None
    issued: date | None = None
    verified_on: date | None = None
    note: str | None = None

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether the row is in force on some day of a period (None = open; both ends belong to it)."""
        return (end is None or self.start <= end) and (start is None or self.end is None or self.end >= start)


class ValueRow(_Row):
    """A `[[value]]` row: a parameter's value from a day on; the last day is `to`, or that before its next row."""

    value: Any


class RuleRow(_Row):
    """A `[[rule]]` row: where a rule of the program stands from a day on; without a row the rule does not exist."""

    clause: _Source


class Header(BaseModel):
    """The `[pack]` table."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
    title: _Source
    region: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    version: _Source
    extends: str | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    pack: Header
    value: list[ValueRow] = []
    rule: list[RuleRow] = []


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as read: its header, rows in the order of the file, and the SHA-256 of its bytes."""

    header: Header
    values: tuple[ValueRow, ...]
    rules: tuple[RuleRow, ...]
    sha256: str


_KINDS = {
    "date_type": ("不是日期", "如 2026-07-01，不带引号，不带钟点"),
    "string_type": ("不是文本", "带引号的文本"),
    "list_type": ("不是表的列表", "写成 [[value]]、[[rule]]，方括号两对"),
    "dict_type": ("不是表", "写成 [pack]，或 [[value]]、[[rule]]"),
    "model_type": ("不是表", "写成 [pack]，或 [[value]]、[[rule]]"),
}
_PATTERNS = {
    "id": "小写字母、数字、- 或 _",
    "region": "6位行政区划代码，如 520000",
}
_TABLES: Mapping[str, type[BaseModel]] = {"pack": Header, "value": ValueRow, "rule": RuleRow}


def parse_pack(data: bytes, origin: str) -> Pack:
    """The bytes of a pack file → Pack; `origin` is the file's name.

    Raises PolicyFaults, each line beginning with `origin`, `row N name` or `rule N name` (counted within their kind).
    """
    raw = _toml(data, origin)
    try:
        file = _File.model_validate(raw)
    except ValidationError as error:
        raise PolicyFaults([_line(raw, item) for item in error.errors(include_url=False)]) from None
    return Pack(file.pack, tuple(file.value), tuple(file.rule), hashlib.sha256(data).hexdigest())


def shipped() -> Iterator[Traversable]:
    """The pack files installed with the program."""
    aside = {"parameters.toml", "clocks.toml"}
    folder = data_path("policy")
    return (file for file in sorted(folder.iterdir(), key=lambda f: f.name) if _is_pack(file, aside))


def _is_pack(file: Traversable, aside: set[str]) -> bool:
    return file.name.endswith(".toml") and file.name not in aside


def _toml(data: bytes, origin: str) -> dict[str, Any]:
    wanted = "按政策包的格式写成 UTF-8 的 TOML"
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PolicyFaults([f"{origin}: 第{error.start + 1}个字节起不是UTF-8: {wanted}"]) from None
    except tomllib.TOMLDecodeError as error:
        raise PolicyFaults([f"{origin}: {_place(str(error))}: {wanted}"]) from None
    except (RecursionError, ValueError):
        raise PolicyFaults([f"{origin}: 嵌套或数字过长: {wanted}"]) from None


def _place(said: str) -> str:
    """Where a TOML text breaks; the reader gives it in English only."""
    found = re.search(r"line (\d+), column (\d+)", said)
    where = f"第{found[1]}行第{found[2]}列" if found else "到文件末尾"
    return f"{where}没有这一天" if said.startswith("Invalid date") else f"{where}不是TOML"


def _line(raw: Mapping[str, Any], error: Any) -> str:
    where = _row(raw, error["loc"]) or named(str(error["loc"][0]))
    *above, last = error["loc"]
    field = f"{named(last)} " if above and isinstance(last, str) else ""
    return f"{where}: {field}{_problem(error, str(last))}"


def _row(raw: Mapping[str, Any], location: tuple[str | int, ...]) -> str:
    """`row 3 dibao.standard.urban`, where an error lies in a row; else nothing."""
    if len(location) < 2 or not isinstance(location[1], int):
        return ""
    kind, index = str(location[0]), location[1]
    row = raw[kind][index]
    name = row.get("name") if isinstance(row, dict) else None
    return f"{'row' if kind == 'value' else kind} {index + 1} {named(name) if isinstance(name, str) else '？'}"


def _problem(error: Any, field: str) -> str:
    kind, said = error["type"], shown(error["input"])
    if kind == "missing":
        return "没有填写: 必须有"
    if kind == "extra_forbidden":
        return f"不认识的键: {_nearest(error['loc'])}"
    if kind == "string_pattern_mismatch":
        return f"格式不对（{said}）: {_PATTERNS.get(field, '不能是空的')}"
    problem, expected = _KINDS.get(kind, ("不对", "按政策包的格式写"))
    return f"{problem}（{said}）: {expected}"


def _nearest(location: tuple[str | int, ...]) -> str:
    table = _TABLES.get(str(location[0])) if len(location) > 1 else _File
    fields = (table or _File).model_fields
    known = [field.alias or name for name, field in fields.items()]
    close = difflib.get_close_matches(str(location[-1]), known, n=1)
    return f"是不是 {close[0]}？" if close else "去掉它；可用的键：" + "、".join(known)
