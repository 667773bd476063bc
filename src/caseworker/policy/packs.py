"""A policy pack (政策包) as it stands in a TOML file: dated, sourced rows; never code."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from caseworker.policy.faults import PolicyFaults
from caseworker.resources import data_path


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    name: str
    start: Annotated[date, Field(alias="from")]
    end: Annotated[date | None, Field(alias="to")] = None
    document: Annotated[str, Field(min_length=1)]
    clause: str | None = None
    issued: date | None = None
    verified_on: date | None = None
    note: str | None = None

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether the row is in force on some day of a period (None = open; both ends belong to it)."""
        return (end is None or self.start <= end) and (start is None or self.end is None or self.end >= start)


class ValueRow(_Row):
    """A `[[value]]` row: a parameter's value from a day on."""

    value: Any


class RuleRow(_Row):
    """A `[[rule]]` row: where a rule of the program stands from a day on; without a row the rule does not exist."""

    clause: str


class Header(BaseModel):
    """The `[pack]` table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
    title: str
    region: Annotated[str, Field(pattern=r"^\d{6}$")]
    version: str
    extends: str | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    pack: Header
    value: list[ValueRow] = []
    rule: list[RuleRow] = []


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as read: its header, rows in the order of the file, and the hash of its bytes."""

    header: Header
    values: tuple[ValueRow, ...]
    rules: tuple[RuleRow, ...]
    sha256: str


_SAID = {
    "missing": "没有填写: 必须有",
    "extra_forbidden": "不认识的键: 去掉它",
    "date_from_datetime_parsing": "不是日期: 如 2026-07-01（不带引号）",
    "date_type": "不是日期: 如 2026-07-01（不带引号）",
    "string_type": "不是文本: 写成带引号的文本",
    "string_too_short": "是空的: 写明出处",
    "string_pattern_mismatch": "格式不对: 编号用小写字母数字，地区为6位数字",
}


def parse_pack(data: bytes, origin: str) -> Pack:
    """The bytes of a pack file → Pack; raises PolicyFaults, each line beginning with the file or `row N name`."""
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PolicyFaults([f"{origin}: 不是UTF-8的TOML文件（{error}）: 按 contract 的政策包格式写"]) from None
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


def _line(raw: Mapping[str, Any], error: Any) -> str:
    location = error["loc"]
    said = _SAID.get(error["type"], f"不对: {error['msg']}")
    if location and location[0] in ("value", "rule") and len(location) > 1:
        rows = raw.get(location[0])
        row = rows[location[1]] if isinstance(rows, list) else None
        name = row.get("name", "?") if isinstance(row, dict) else "?"
        return f"row {location[1] + 1} {name}: {'.'.join(map(str, location[2:]))} {said}"
    return f"{'.'.join(map(str, location)) or '（整个文件）'}: {said}"
