"""Worked cases of an examiner (tests/rules/worked): each states a household, the day and what the texts say follows.

One case a line, in the form of the project's executable cases: `assess`, `invalid`, `pack` and `clocks`, and for clocks also
`events` (clock id → day). They run in-process. Cases in OPEN are disagreements that are not settled yet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caseworker.casefile.clocks import clocks
from caseworker.household import HouseholdFaults
from caseworker.policy import PolicyFaults, PolicyMissing, check_pack, load_policy
from caseworker.rules import assess

WORKED = Path(__file__).parent / "worked"
OPEN: dict[str, str] = {}


def _cases() -> list[Any]:
    marks = {name: [pytest.mark.xfail(reason=reason, strict=True)] for name, reason in OPEN.items()}
    lines = [line for file in sorted(WORKED.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    cases = [json.loads(line) for line in lines]
    return [pytest.param(case, id=case["id"], marks=marks.get(case["id"], [])) for case in cases]


@pytest.mark.parametrize("case", _cases())
def test_worked_case(case: dict[str, Any], tmp_path: Path) -> None:
    problems = _RUNNERS[case["kind"]](case, tmp_path)
    assert not problems, f"{case['id']} {case['title']} | {case['why']}\n" + "\n".join(problems)


def _packs(case: Mapping[str, Any]) -> list[Path]:
    named = case.get("pack") or []
    return [WORKED / name for name in ([named] if isinstance(named, str) else named)]


def _assess(case: Mapping[str, Any], _: Path) -> list[str]:
    expect = case["expect"]
    allowed = expect.get("exit_in", [expect.get("exit", 0)])
    try:
        found = assess(case["household"], _packs(case), date.fromisoformat(case["on"]))
    except PolicyMissing as missing:
        return _refused(3, allowed, missing.lines, _all_mentions(expect))
    if 0 not in allowed:
        return [f"expected exit {allowed}, got an assessment"]
    again = [
        assess(case["household"], _packs(case), date.fromisoformat(case["on"]))
        for _ in range(case.get("repeat", 1) - 1)
    ]
    problems = ["the second output differs" for other in again if json.dumps(other) != json.dumps(found)]
    for key, want in expect.get("assessments", {}).items():
        problems += _entry_problems(key, want, found["assessments"])
    return problems + _household_problems(expect, found["household"]) + _referral_problems(expect, found["referrals"])


def _all_mentions(expect: Mapping[str, Any]) -> list[str]:
    return [text for want in expect.get("assessments", {}).values() for text in _texts(want.get("mentions", []))]


def _texts(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _refused(code: int, allowed: Sequence[int], lines: Sequence[str], mentions: Sequence[str]) -> list[str]:
    if code not in allowed:
        return [f"expected exit {list(allowed)}, got exit {code}: {lines}"]
    printed = "\n".join(lines)
    return [f"not mentioned: {text} in {printed}" for text in mentions if text not in printed]


def _entry_problems(key: str, want: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> list[str]:
    programme, _, member = key.partition(":")
    found = [e for e in entries if e["programme"] == programme and (not member or member in e["members"])]
    if not found:
        have = [f"{e['programme']}:{','.join(e['members'])}" for e in entries]
        return [] if want.get("absent_ok") else [f"{key}: no such entry among {have}"]
    entry = found[0]
    brief = {name: entry.get(name) for name in ("outcome", "amount", "by", "missing", "details")}
    wrong = [name for name, value in want.items() if not _holds(name, value, entry)]
    said = [reason["statement"] + " | " + str(reason.get("working")) for reason in entry["reasons"]] if wrong else []
    return [f"{key}.{name}: expected {want[name]!r}, got {brief}; {said}" for name in wrong]


def _holds(name: str, value: Any, entry: Mapping[str, Any]) -> bool:
    if name == "absent_ok":
        return True
    if name == "mentions":
        told = json.dumps({"reasons": entry["reasons"], "missing": entry["missing"]}, ensure_ascii=False)
        return all(text in told for text in _texts(value))
    if name == "missing":
        return sorted(set(entry["missing"])) == sorted(set(value))
    if name.endswith("_not"):
        return bool(entry.get(name[:-4]) != value)
    if name.endswith("_in"):
        return entry.get(name[:-3]) in value
    return _within(value, entry.get(name))


def _within(expected: Any, got: Any) -> bool:
    """Every key of an expected object; lists of objects in any order, same length; everything else exact."""
    if isinstance(expected, dict):
        return isinstance(got, dict) and all(key in got and _within(value, got[key]) for key, value in expected.items())
    if isinstance(expected, list) and expected and all(isinstance(item, dict) for item in expected):
        if not isinstance(got, list) or len(got) != len(expected):
            return False
        rest = list(got)
        for item in expected:
            hit = next((place for place, other in enumerate(rest) if _within(item, other)), None)
            if hit is None:
                return False
            rest.pop(hit)
        return True
    return type(expected) is type(got) and bool(expected == got)


def _household_problems(expect: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    problems = []
    for key, value in expect.get("household", {}).items():
        got = found.get(key)
        same = sorted(got or []) == sorted(value) if key == "counted_members" else _within(value, got)
        problems += [] if same else [f"household.{key}: expected {value!r}, got {got!r}"]
    return problems


def _referral_problems(expect: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> list[str]:
    services = [referral["service"] for referral in found]
    problems = [f"no referral {n} among {services}" for n in expect.get("referrals_include", []) if n not in services]
    problems += [f"referral {n} in {services}" for n in expect.get("referrals_exclude", []) if n in services]
    for number, members in expect.get("referrals_members", {}).items():
        got = {m for referral in found if referral["service"] == int(number) for m in referral["members"]}
        problems += [] if set(members) <= got else [f"referral {number}: expected {members}, got {sorted(got)}"]
    return problems


def _invalid(case: Mapping[str, Any], _: Path) -> list[str]:
    expect = case["expect"]
    try:
        assess(case["household"], _packs(case), date.fromisoformat(case["on"]))
    except HouseholdFaults as faults:
        return _refused(2, [expect["exit"]], [str(fault) for fault in faults.faults], expect.get("mentions", []))
    return ["expected exit 2, got an assessment"]


def _pack(case: Mapping[str, Any], tmp_path: Path) -> list[str]:
    path, expect = tmp_path / "pack.toml", case["expect"]
    path.write_text(case["pack_text"], encoding="utf-8")
    try:
        check_pack(path)
    except PolicyFaults as faults:
        return _refused(2, [expect["exit"]], faults.lines, expect.get("mentions", []))
    return [] if expect["exit"] == 0 else ["expected exit 2, the pack is taken as in order"]


def _clocks(case: Mapping[str, Any], _: Path) -> list[str]:
    accepted = date.fromisoformat(case["accepted"])
    packs = _packs(case)
    policy = load_policy(packs) if packs else load_policy((), "130000")
    events = {name: date.fromisoformat(day) for name, day in case.get("events", {}).items()}
    found = clocks(case["programme"], accepted, policy.on(accepted), case["delegated"], events).to_dict()
    due = {clock["id"]: clock["due"] for clock in found["clocks"]}
    flag = "calendar_complete"
    got = {key: found[flag] if key == flag else due.get(key) for key in case["expect"]}
    return [] if got == case["expect"] else [f"expected {case['expect']}, got {got} of {found}"]


_RUNNERS = {"assess": _assess, "invalid": _invalid, "pack": _pack, "clocks": _clocks}
