"""What must hold for every household: soundness of what is said early, exactness of what is asked, order, money."""

from __future__ import annotations

import ast
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from tests.rules.households import complete, forget, forgettable, get, outcomes, put, result

import caseworker

SETTLED = ("eligible", "ineligible", "superseded")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a household is read more easily whole than shrunk for minutes
FAR = os.environ.get("HYPOTHESIS_PROFILE") == "long"
quick = settings(max_examples=150 if FAR else 50, phases=PHASES)


@quick
@given(complete(), st.data())
def test_what_is_concluded_early_stays_true_when_the_rest_is_answered(
    file: dict[str, Any], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(forgettable(file)), min_size=1, max_size=6, unique=True))
    early, late = outcomes(result(forget(file, gone))), outcomes(result(file))
    for key, entry in early.items():
        if entry["outcome"] in SETTLED and key in late:
            assert (key, late[key]["outcome"]) == (key, entry["outcome"])
            if entry["amount"] is not None:
                assert late[key]["amount"] == entry["amount"]


@quick
@given(complete(), st.data())
def test_asking_what_is_missing_ends_in_the_answer_of_the_whole_file(file: dict[str, Any], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(forgettable(file)), min_size=1, max_size=6, unique=True))
    partial, late = forget(file, gone), outcomes(result(file))
    for key in list(late):
        known = partial
        for _ in range(12):
            entry = outcomes(result(known)).get(key)
            if entry is None or not entry["missing"]:
                break
            for path in entry["missing"]:
                assert get(known, path) is None, (path, "is asked though it is known")
                known = put(known, path, get(file, path))
        if entry is not None:
            assert (entry["outcome"], entry["amount"]) == (late[key]["outcome"], late[key]["amount"]), key


@quick
@given(complete(most=2), st.data())
def test_every_question_can_change_the_answer(file: dict[str, Any], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(forgettable(file)), min_size=1, max_size=3, unique=True))
    partial = forget(file, gone)
    rng = random.Random(7)
    for key, entry in outcomes(result(partial)).items():
        for path in entry["missing"]:
            assert _turns(partial, key, path, entry["missing"], rng), (key, path)


def _turns(partial: dict[str, Any], key: tuple[str, str], path: str, missing: list[str], rng: random.Random) -> bool:
    """Whether some answers to the other questions leave this one decisive."""
    others = [p for p in missing if p != path]
    answers = [list(_answers(partial, p)) for p in others]
    tries = [[rng.choice(options) for options in answers] for _ in range(60)]
    for chosen in [[options[0] for options in answers], *tries]:
        filled = partial
        for other, value in zip(others, chosen, strict=True):
            filled = put(filled, other, value)
        seen = set()
        for value in _answers(partial, path):
            entry = outcomes(result(put(filled, path, value))).get(key)
            seen.add((entry["outcome"], entry["amount"], tuple(entry["missing"])) if entry else None)
        if len(seen) > 1:
            return True
    return False


def _answers(partial: dict[str, Any], path: str) -> Iterator[Any]:
    """Telling answers to a question, plain ones first."""
    last = path.rpartition(".")[2]
    first = partial["members"][0]["id"]
    rows: dict[str, list[Any]] = {
        "area": ["urban", "rural"],
        "residence_basis": ["hukou", "none"],
        "authorised": [True, False],
        "incomes": [[]] + [[{"member": m, "kind": "pension", "amount": a, "per": "month"}] for a in ("349.00", "710.00", "900.00", "2000.00", "9999.00") for m in [p["id"] for p in partial["members"]] + [None]],
        "expenses": [[], *[[{"member": p["id"], "kind": k, "amount": a, "per": "month"}] for p in partial["members"] for k in ("illness", "schooling") for a in ("400.00", "90000.00")]],
        "assets": [{"financial": f, "homes": 1, "vehicles": [], "businesses": 0, "within_limits": w} for f in ("0", "40000", "990000") for w in (True, False)],
        "financial": ["0", "20000.00", "30000", "40000", "990000"],
        "homes": [1, 9],
        "vehicles": [[], [{"kind": "car"}] * 9],
        "businesses": [0, 1],
        "within_limits": [True, False],
        "obligors": [[]] + [[_obligor(r, i)] for r in ("child", "parent") for i in ("100", "4000", "90000")]
        + [[_obligor("other", "90000") | {"owes_to": [p["id"]]}] for p in partial["members"]],
        "hardship": ["none", {"kind": "fire", "urgent": True, "severity": "light", "scope": "household", "same_cause_aided": False}],
        "medical": [[], *[[{"member": p["id"], "kind": "inpatient", "in_policy": "9000", "basic_paid": "0", "serious_paid": "0", "other_paid": "0", "designated": True, "major": False, "assisted_this_year": "0"}] for p in partial["members"]]],
        "birth_date": ["1940-01-01", "1954-01-01", "1966-01-01", "1985-01-01", "2009-10-01", "2018-01-01"],
        "relation": ["spouse", "child", "parent", "other", "child_in_law", "grandchild"],
        "marital": ["single", "married"],
        "independent": [True, False],
        "dependent": [True, False],
        "long_term_care": [True, False],
        "disability": ["none", *({"kind": k, "grade": g} for k in ("physical", "intellectual", "hearing") for g in (1, 3, 4))],
        "illness": ["none", "chronic", "severe"],
        "schooling": ["none", "compulsory", "senior_secondary", "undergraduate", "postgraduate"],
        "employment": ["none", "employed"],
        "self_care": [dict.fromkeys(("eating", "dressing", "bed", "toilet", "walking", "bathing"), ok) for ok in (True, False)],
        "categories": [[], ["dibao"], ["special_hardship"], ["orphan"], ["low_income_edge"], ["poverty_registered"]],
        "status": ["normal", "prison", "special_hardship", "dibao"],
        "grade": [1, 2, 3, 4],
        "scope": ["household", "individual"],
        "severity": ["light", "medium", "severe"],
        "last_aid_on": ["2020-01-01", "2026-08-01"],
        "kind": ["fire", "illness_cost"],
        "household_size": [1, 2, 6],
        "supports": [1, 4],
    }  # fmt: skip
    if path.startswith("medical") and last == "kind":
        yield from ("inpatient", "outpatient")
    elif ".disability" in path and last == "kind":
        yield from ("physical", "intellectual", "psychiatric", "visual", "hearing")
    elif last in rows:
        yield from rows[last]
    elif last in (
        "amount",
        "cost",
        "covered",
        "income_monthly",
        "household_income_monthly",
        "agreed_monthly",
        "in_policy",
        "basic_paid",
        "assisted_this_year",
        "serious_paid",
        "other_paid",
    ):
        yield from ("0", "100.00", "349.00", "700.00", "1500.00", "4000.00", "60000.00", "900000.00")
    else:
        yield from (True, False)
    assert first


def _obligor(relation: str, income: str) -> dict[str, Any]:
    return {
        "relation": relation, "birth_date": "1980-01-01", "disability": "none", "status": "normal", "income_monthly": income,
        "household_size": 2, "household_income_monthly": income, "supports": 1, "agreed_monthly": "0", "within_limits": True,
    }  # fmt: skip


@quick
@given(complete(), st.data())
def test_forgetting_never_turns_a_refusal_into_an_entitlement(file: dict[str, Any], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(forgettable(file)), min_size=1, max_size=4, unique=True))
    before, after = outcomes(result(file)), outcomes(result(forget(file, gone)))
    for key, entry in before.items():
        if entry["outcome"] in ("ineligible", "needs_information"):
            assert after.get(key, entry)["outcome"] != "eligible", key


@quick
@given(complete(), st.data(), st.sampled_from(["50.00", "1000.00"]))
def test_more_income_never_creates_dibao(file: dict[str, Any], data: st.DataObject, more: str) -> None:
    who = data.draw(st.sampled_from([m["id"] for m in file["members"]]))
    richer = {**file, "incomes": [*file["incomes"], {"member": who, "kind": "pension", "amount": more, "per": "month"}]}
    before, after = outcomes(result(file))["dibao", ""], outcomes(result(richer))["dibao", ""]
    if before["outcome"] == "ineligible":
        assert after["outcome"] in ("ineligible", "superseded")
    if before["outcome"] == after["outcome"] == "eligible" and before["members"] == after["members"]:
        assert before["amount"] is None or after["amount"] is None or _fen(after["amount"]) <= _fen(before["amount"])


def _fen(amount: str) -> int:
    return int(amount.replace(".", ""))


@quick
@given(complete(), st.randoms(use_true_random=False))
def test_order_never_matters(file: dict[str, Any], rng: random.Random) -> None:
    mixed = json.loads(json.dumps(file))
    for name in ("members", "incomes", "expenses", "obligors", "medical"):
        rng.shuffle(mixed[name])
    keys = list(mixed)
    rng.shuffle(keys)
    one, other = outcomes(result(file)), outcomes(result({key: mixed[key] for key in keys}))
    assert one.keys() == other.keys()
    for key in one:
        assert [one[key][n] for n in ("outcome", "amount")] == [other[key][n] for n in ("outcome", "amount")], key
        assert sorted(one[key]["members"]) == sorted(other[key]["members"])


@quick
@given(complete())
def test_the_same_input_gives_the_same_bytes(file: dict[str, Any]) -> None:
    note(file)
    assert json.dumps(result(file), ensure_ascii=False) == json.dumps(
        result(json.loads(json.dumps(file))), ensure_ascii=False
    )


@quick
@given(complete())
def test_every_reason_has_a_source_and_every_amount_two_decimals(file: dict[str, Any]) -> None:
    for entry in result(file)["assessments"]:
        assert entry["reasons"]
        for reason in entry["reasons"]:
            assert reason["citation"]["document"], reason
            assert reason["citation"]["clause"], reason
            assert reason["statement"], reason
        if entry["amount"] is not None:
            assert entry["outcome"] == "eligible"
            assert len(entry["amount"].rpartition(".")[2]) == 2
        if entry["outcome"] == "needs_information":
            assert entry["missing"]
        if entry["outcome"] in ("ineligible", "superseded", "needs_decision"):
            assert not entry["missing"]


@pytest.mark.parametrize("package", ["household", "policy", "rules"])
def test_no_float_stands_in_the_code_that_counts_money(package: str) -> None:
    for file in sorted((Path(caseworker.__file__).parent / package).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            assert not (
                isinstance(node, ast.BinOp)
                and isinstance(node.right, ast.Constant)
                and isinstance(node.right.value, float)
            )
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
            assert not called, (file.name, node.lineno)
            if package == "rules":
                assert not isinstance(node, ast.Div) or file.name in (
                    "logic.py",
                    "support.py",
                    "rounding.py",
                    "scenes.py",
                ), file.name
