"""Whether a pack is in order: known names, right types, plausible figures, and nothing outside what the law allows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from caseworker.policy.chain import pack_chain, within
from caseworker.policy.faults import PolicyFaults
from caseworker.policy.packs import Pack, ValueRow
from caseworker.policy.parameters import AREAS, Legal, Parameter, definition, definitions
from caseworker.policy.values import measure, typed


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
        found += [f"row {number} {row.name}: {line}" for line in _row_faults(row, number - 1, chain)]
    return found


def _row_faults(row: ValueRow, index: int, chain: Sequence[Pack]) -> Iterator[str]:
    parameter = definition(row.name)
    if parameter is None:
        yield f"不认识的参数: {_nearest(row.name)}"
        return
    if row.end is not None and row.end < row.start:
        yield f"to（{row.end}）早于 from（{row.start}）: to 不早于 from"
    if any(other.name == row.name and other.start == row.start for other in chain[-1].values[:index]):
        yield f"同一天（{row.start}）写了两行: 每次变动一行，各有自己的 from"
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
    legal = [law for law in parameter.legal if within(region, law.region) and row.overlaps(law.start, None)]
    for law in legal:
        yield from _legal_faults(law, row, number, chain, parameter)
    if not legal or all(law.relative_to for law in legal):
        low, high = parameter.low, parameter.high
        if (low is not None and number < low) or (high is not None and number > high):
            allowed = f"{_text(low)}—{_text(high)}{parameter.unit}"
            yield f"{_text(number)} 不合常理，像是录错了: {allowed}（防错范围，不是政策）"


def _legal_faults(
    law: Legal, row: ValueRow, number: Fraction, chain: Sequence[Pack], parameter: Parameter
) -> Iterator[str]:
    source = f"{law.document}{law.clause}"
    if law.relative_to is None:
        if (law.low is not None and number < law.low) or (law.high is not None and number > law.high):
            yield f"{_text(number)} 超出规定: {_text(law.low)}—{_text(law.high)}（{source}）"
        return
    for day in _turning_days(row, law, chain):
        base = _yuan_per_month(f"{law.relative_to}{_area(row.name)}", day, chain)
        own = number / 12 if "year" in parameter.unit else number
        if base is not None and own < base * law.times:
            yield f"{_text(number)} 低于规定（{day} 起）: 不低于 {_text(law.times)} × {_text(base)} 元/月（{source}）"
            return


def _turning_days(row: ValueRow, law: Legal, chain: Sequence[Pack]) -> list[date]:
    """The first day of the row under the law, and each later day on which the other parameter changes."""
    first = max(row.start, law.start or row.start)
    name = f"{law.relative_to}{_area(row.name)}"
    later = [other.start for pack in chain for other in pack.values if other.name == name and other.start > first]
    until = _replaced_on(row, chain[-1])
    return [day for day in [first, *sorted(later)] if row.overlaps(day, day) and (until is None or day < until)]


def _replaced_on(row: ValueRow, pack: Pack) -> date | None:
    later = [other.start for other in pack.values if other.name == row.name and other.start > row.start]
    return min(later, default=None)


def _yuan_per_month(name: str, day: date, chain: Sequence[Pack]) -> Fraction | None:
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
        return None if yuan is None else yuan / 12 if "year" in parameter.unit else yuan
    return None


def _area(name: str) -> str:
    last = name.rpartition(".")[2]
    return f".{last}" if last in AREAS else ""


def _nearest(name: str) -> str:
    known = [key for parameter in definitions() for key in (parameter, *(f"{parameter}.{a}" for a in AREAS))]
    close = difflib.get_close_matches(name, known, n=1)
    return f"是不是 {close[0]}？" if close else "参数名见 policy list"


def _text(number: Fraction | None) -> str:
    if number is None:
        return "…"
    if number.denominator == 1:
        return str(number.numerator)
    thousandths = round(number * 10000)
    return f"{thousandths // 10000}.{thousandths % 10000:04d}".rstrip("0")
