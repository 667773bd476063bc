"""How the paper words days, amounts and lists of people: one place, so that every form of the office agrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

_NUMERALS = "零一二三四五六七八九"
_ROOM = 16  # characters: two lines of the narrowest cell
_PER = {"month": "每月{}元", "year": "每年{}元", "once": "一次性{}元"}


def day(iso: str | None) -> str:
    """2026-03-05 as "2026年3月5日"; a fact that was not asked is "未询问"."""
    if iso is None:
        return "未询问"
    value = date.fromisoformat(iso)
    return f"{value.year}年{value.month}月{value.day}日"


def moment(iso: str) -> str:
    """2026-03-05T09:07:00+08:00 as "2026年3月5日 09:07", in the wall time that it was written in."""
    value = datetime.fromisoformat(iso)
    return f"{day(value.date().isoformat())} {value:%H:%M}"


def age_on(birth: date, on: date) -> int:
    """Full years (周岁) on a day; a year is full on the birthday itself."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def amount(value: str, per: str | None) -> str:
    """An amount of the assessment with its period: "每月435.00元"."""
    return _PER.get(per or "", "{}元").format(value)


def yuan(value: str | int | None) -> str:
    """A sum of the household file as "12000.00元"; a sum that was not asked is "金额未询问"."""
    return "金额未询问" if value is None else f"{value}元"


def numeral(n: int) -> str:
    """1 → "一", 12 → "十二", 99 → "九十九": the numbering of Chinese papers, for 1 to 99."""
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones else "")


def people(names: Mapping[str, str], chosen: Sequence[str]) -> str:
    """The chosen members by name; many of them by their numbers in the paper's list of members.

    `names` maps member ids to names in the order of that list. All of a household are "全体（3人）"; where the
    names are many or long it is "第1—3、5号成员（4人）", for ten long names in a narrow cell are read by nobody.
    """
    if 2 < len(chosen) == len(names):
        return f"全体（{len(chosen)}人）"
    told = "、".join(names.get(key, key) for key in chosen)
    if len(chosen) == 1 or len(told) <= _ROOM:
        return told
    numbers = [n for n, key in enumerate(names, 1) if key in chosen]
    return f"第{'、'.join(_runs(numbers))}号成员（{len(chosen)}人）"


def _runs(numbers: Sequence[int]) -> list[str]:
    """[1, 2, 3, 5] → ["1—3", "5"]."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [f"{run[0]}—{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]


def listed(parts: Iterable[str], otherwise: str = "无") -> str:
    """The parts that say something, joined as one sentence; none at all is `otherwise`."""
    return "；".join(part for part in parts if part) or otherwise
