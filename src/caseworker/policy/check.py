"""Whether a pack is in order: known names, right types, plausible figures, and nothing outside what the law allows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from caseworker.household.faults import named
from caseworker.policy.chain import pack_chain, within
from caseworker.policy.faults import PolicyFaults
from caseworker.policy.packs import Pack, RuleRow, ValueRow
from caseworker.policy.parameters import AREAS, Legal, Parameter, definition, definitions
from caseworker.policy.values import measure, typed

Rows = Sequence[ValueRow] | Sequence[RuleRow]


def check_pack(path: Path, beside: Sequence[Path] = ()) -> Pack:
    """The pack in a file, fully checked against its parents; raises PolicyFaults with every fault."""
    chain = pack_chain([*beside, path], None)
    faults = pack_faults(chain)
    if faults:
        raise PolicyFaults(faults)
    return chain[-1]


def pack_faults(chain: Sequence[Pack]) -> list[str]:
    """Every fault of the last pack of a chain, as `row N name: what is wrong: allowed range and its clause`."""
    pack, found = chain[-1], []
    for number, row in enumerate(pack.values, 1):
        lines = [*_date_faults(row, pack.values[: number - 1]), *_value_faults(row, chain)]
        found += [f"row {number} {named(row.name)}: {line}" for line in lines]
    for number, rule in enumerate(pack.rules, 1):
        found += [f"rule {number} {named(rule.name)}: {line}" for line in _date_faults(rule, pack.rules[: number - 1])]
    return found


def _date_faults(row: ValueRow | RuleRow, before: Rows) -> Iterator[str]:
    if row.end is not None and row.end < row.start:
        yield f"to（{row.end}）早于 from（{row.start}）: to 不早于 from"
    if any(other.name == row.name and other.start == row.start for other in before):
        yield f"同一天（{row.start}）写了两行: 每次变动一行，各有自己的 from"


def _value_faults(row: ValueRow, chain: Sequence[Pack]) -> Iterator[str]:
    parameter = definition(row.name)
    if parameter is None:
        yield f"不认识的参数: {_nearest(row.name)}"
        return
    try:
        value = typed(parameter, row.value)
    except ValueError as error:
        yield str(error)
        return
    yield from _range_faults(parameter, row, value, chain)


def _range_faults(parameter: Parameter, row: ValueRow, value: Any, chain: Sequence[Pack]) -> Iterator[str]:
    number = measure(parameter, value)
    if number is None:
        return
    region = chain[-1].header.region
    legal = [law for law in parameter.legal if within(region, law.region) and _lives_on(row, law.start, chain[-1])]
    for law in legal:
        yield from _legal_faults(law, row, number, chain, parameter)
    if all(law.relative_to for law in legal) and not _inside(number, parameter.low, parameter.high):
        allowed = f"{_span(parameter.low, parameter.high)}{parameter.unit}"
        yield f"{_text(number)} 不合常理，像是录错了: {allowed}（防错范围，不是政策）"


def _legal_faults(
    law: Legal, row: ValueRow, number: Fraction, chain: Sequence[Pack], parameter: Parameter
) -> Iterator[str]:
    source = f"{law.document}{law.clause}"
    if law.relative_to is None:
        if not _inside(number, law.low, law.high):
            yield f"{_text(number)} 超出规定: {_span(law.low, law.high)}（{source}）"
        return
    own = number / 12 if parameter.per_year else number
    for day in _turning_days(row, law, chain):
        base = _yuan_per_month(f"{law.relative_to}{_area(row.name)}", day, chain)
        if base is not None and own < base * law.times:
            least = f"{_text(law.times)} × {_text(base)} = {_text(base * law.times)}"
            yield f"折合每月 {_text(own)} 元，低于规定（{day} 起）: 每月不低于 {least} 元（{source}）"
            return


def _inside(number: Fraction, low: Fraction | None, high: Fraction | None) -> bool:
    return (low is None or number >= low) and (high is None or number <= high)


def _lives_on(row: ValueRow, day: date | None, pack: Pack) -> bool:
    """Whether a row still speaks on a day or later: neither ended nor replaced by the next row of its name."""
    until = _replaced_on(row, pack)
    return row.overlaps(day, None) and (day is None or until is None or until > day)


def _turning_days(row: ValueRow, law: Legal, chain: Sequence[Pack]) -> list[date]:
    """The first day of the row under the law, and each later day on which the other parameter changes."""
    first = max(row.start, law.start or row.start)
    name = f"{law.relative_to}{_area(row.name)}"
    later = {other.start for pack in chain for other in pack.values if other.name == name and other.start > first}
    until = _replaced_on(row, chain[-1])
    return [day for day in [first, *sorted(later)] if row.overlaps(day, day) and (until is None or day < until)]


def _replaced_on(row: ValueRow, pack: Pack) -> date | None:
    later = [other.start for other in pack.values if other.name == row.name and other.start > row.start]
    return min(later, default=None)


def _yuan_per_month(name: str, day: date, chain: Sequence[Pack]) -> Fraction | None:
    """An amount in force on a day, from the nearest pack that has one; None where none has, or it cannot be read."""
    parameter = definition(name)
    for pack in reversed(chain):
        begun = [row for row in pack.values if row.name == name and row.start <= day]
        row = max(begun, key=lambda r: r.start, default=None)
        if row is None or parameter is None or (row.end is not None and row.end < day):
            continue
        try:
            yuan = measure(parameter, typed(parameter, row.value))
        except ValueError:
            return None
        return None if yuan is None else yuan / 12 if parameter.per_year else yuan
    return None


def _area(name: str) -> str:
    last = name.rpartition(".")[2]
    return f".{last}" if last in AREAS else ""


def _nearest(name: str) -> str:
    known = [key for key in definitions() for key in (key, *(f"{key}.{area}" for area in AREAS)) if definition(key)]
    close = difflib.get_close_matches(name, known, n=1)
    return f"是不是 {close[0]}？" if close else "参数表（parameters.toml）里的名称"


def _span(low: Fraction | None, high: Fraction | None) -> str:
    if high is None:
        return f"不低于 {_text(low)}"
    return f"不高于 {_text(high)}" if low is None else f"{_text(low)}—{_text(high)}"


def _text(number: Fraction | None) -> str:
    """A number with at most four decimals, as people write it."""
    whole, rest = divmod(round((number or 0) * 10000), 10000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")
