"""Made-up people: names nobody bears and ID numbers of regions that do not exist, with a right check digit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

Facts = dict[str, object]

SEED = "示例乡-2026"
# Stands for what most people of the place do; the place is known only where the household is built.
USUAL = "usual"
_PREFIXES = ("示例", "样例", "测试", "虚构", "演示", "样板")
_WORDS = "春夏秋冬东南西北金木水火土山川云风雨雪松竹梅兰菊石泉溪谷禾麦桥舟星月江湖海田林花叶枝晨暮早晚左右前后"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_ABLE: Facts = dict.fromkeys(("eating", "dressing", "bed", "toilet", "walking", "bathing"), True)


@dataclass(frozen=True)
class Person:
    """A member before he is placed in a household: age in whole years on the day of application, or `born`."""

    relation: str
    age: int
    sex: str
    facts: Facts = field(default_factory=dict)
    name: str | None = None
    born: str | None = None
    papers: str = "id"


def draw(key: str, count: int) -> int:
    """A number below `count` that depends on the seed and the key alone, on every Python the same."""
    return int.from_bytes(hashlib.sha256(f"{SEED}:{key}".encode()).digest()[:8], "big") % count


def check_digit(body: str) -> str:
    """The last character of an ID number from its first seventeen digits (GB 11643)."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True)) % 11]


def id_number(region: str, born: date, sex: str, order: int) -> str:
    """An 18-character ID number of a fictitious region; an odd serial is a man, an even one a woman."""
    serial = (order * 2 + (sex == "male")) % 1000
    body = f"{region}{born:%Y%m%d}{serial:03d}"
    return body + check_digit(body)


def made_up_name(household: int, member: int) -> str:
    """A name such as 示例春甲: the household by its first three characters, the person by the last."""
    prefix = _PREFIXES[household % len(_PREFIXES)]
    word = _WORDS[household // len(_PREFIXES) % len(_WORDS)]
    return f"{prefix}{word}{_STEMS[member]}"


def birth_day(person: Person, applied_on: date, key: str) -> date:
    """The stated birthday, or a drawn one that gives the person's age on the day of application."""
    if person.born:
        return date.fromisoformat(person.born)
    since = applied_on.timetuple().tm_yday
    reached = date.fromordinal(date(applied_on.year, 1, 1).toordinal() + draw(f"{key}:day", max(since - 28, 1)))
    return date(applied_on.year - person.age, reached.month, min(reached.day, 28))


def adult(relation: str, age: int, sex: str = "male", **facts: object) -> Person:
    """A grown-up who can work and of whom everything was asked; `facts` says what is different."""
    settled = relation in {"spouse", "child_in_law", "parent_in_law", "parent", "grandparent"}
    known: Facts = {"marital": "married" if settled else "single", "independent": True, "labour": "full"}
    return _person(relation, age, sex, known, facts)


def elder(relation: str, age: int, sex: str = "female", **facts: object) -> Person:
    """A widowed old person who no longer works."""
    known: Facts = {"marital": "widowed", "independent": True, "labour": "none", "employment": "none"}
    return _person(relation, age, sex, known, facts)


def child(age: int, sex: str = "male", relation: str = "child", **facts: object) -> Person:
    """A child or young person, in the school of that age unless `facts` says otherwise."""
    known: Facts = {
        "marital": "single", "independent": False, "schooling": _school(age), "labour": "none", "employment": "none",
    }  # fmt: skip
    if facts.get("schooling", known["schooling"]) != "none":
        known["full_time"] = True
    return _person(relation, age, sex, known, facts)


def couple(husband: int, wife: int, /, **facts: object) -> Sequence[Person]:
    """The applicant and his wife, by their ages; `facts` hold for both."""
    both = {"marital": "married", **facts}
    return (adult("self", husband, "male", **both), adult("spouse", wife, "female", **both))


def unable(*indicators: str, unknown: Sequence[str] = ()) -> Facts:
    """The six self-care indicators with those that the person cannot do alone, and those that nobody asked."""
    return {**_ABLE, **dict.fromkeys(indicators, False), **dict.fromkeys(unknown, None)}


def disability(kind: str, grade: int, *components: tuple[str, int]) -> Facts:
    """A disability certificate; `components` for kind "multiple"."""
    parts = [{"kind": part, "grade": heavy} for part, heavy in components]
    return {"kind": kind, "grade": grade, **({"components": parts} if parts else {})}


def _school(age: int) -> str:
    if age < 3:
        return "none"
    if age < 6:
        return "preschool"
    return "compulsory" if age < 15 else "senior_secondary"


def _person(relation: str, age: int, sex: str, known: Facts, facts: Facts) -> Person:
    common: Facts = {
        "shares_household": True, "absence": "none", "disability": "none", "illness": "none", "schooling": "none",
        "employment": USUAL, "self_care": dict(_ABLE), "insured": True, "categories": [], "dependent": False,
        "long_term_care": False,
    }  # fmt: skip
    merged = {**common, **known, **facts}
    who = {key: merged.pop(key, None) for key in ("name", "born", "papers")}
    return Person(relation, age, sex, merged, str(who["name"]) if who["name"] else None,
                  str(who["born"]) if who["born"] else None, str(who["papers"] or "id"))  # fmt: skip
