"""Whether anyone who by law owes a person support is able to give it (特困人员认定办法第八条; rules.md 1.7, 10.3)."""

from __future__ import annotations

from caseworker.household import Obligor
from caseworker.rules.kinship import member_owes, obligor_at_least, obligor_owes
from caseworker.rules.logic import (
    NO,
    YES,
    Truth,
    all_of,
    any_of,
    below,
    divided,
    exactly,
    known,
    negation,
    undecided,
    unknown,
)
from caseworker.rules.people import Person, age_on, disability_meets, figure
from caseworker.rules.scene import Scene

_AWAY = ("declared_missing", "prison", "no_civil_capacity")


def no_able_obligor(scene: Scene, person: Person) -> tuple[Truth, str]:
    """Whether nobody owes the person support, or all who do are unable; and who was looked at."""
    truths, seen = [], []
    for other in scene.setting.people:
        owes = member_owes(scene.law, other, person)
        if owes.value is not False:
            truth = any_of([negation(owes), _member_unable(scene, other)])
            truths.append(truth)
            seen.append(f"{other.name}{_word(truth)}")
    if scene.household.obligors is None:
        truths.append(unknown("obligors"))
        seen.append("家庭以外的义务人还没有问")
    for index, obligor in enumerate(scene.household.obligors or ()):
        owes = obligor_owes(scene.law, obligor, index, person)
        if owes.value is not False:
            truth = any_of([negation(owes), _obligor_unable(scene, obligor, f"obligors[{index}]")])
            truths.append(truth)
            seen.append(f"{obligor.name or '义务人'}{_word(truth)}")
    return all_of(truths), "；".join(seen) or "没有法定义务人"


def plainly_able(scene: Scene, person: Person) -> str:
    """The name of someone who owes the person support and is a grown, healthy adult below old age; "" where none is known."""
    law, elder = scene.law, figure(scene.law, "age.elder")
    for other in scene.setting.people:
        healthy = other.member.disability == "none" and other.member.absence not in _AWAY
        if healthy and member_owes(law, other, person).value and other.at_least(elder).value is False:
            return other.name
    for index, obligor in enumerate(scene.household.obligors or ()):
        healthy = obligor.disability == "none" and obligor.status == "normal"
        age = age_on(obligor.born, law.day)
        if healthy and age is not None and age < elder and obligor_owes(law, obligor, index, person).value:
            return obligor.name or "义务人"
    return ""


def _word(truth: Truth) -> str:
    return {True: "无履行义务能力", False: "有履行义务能力", None: "是否有履行义务能力待查"}[truth.value]


def _obligor_unable(scene: Scene, obligor: Obligor, path: str) -> Truth:
    law = scene.law
    status = obligor.status
    within = known(obligor.within_limits, f"{path}.within_limits")
    poor = all_of([_below_average(scene, obligor.income_monthly, f"{path}.income_monthly"), within])
    dibao_age = obligor_at_least(law, obligor, path, "age.obligor_dibao")
    return any_of([
        _status(status, ("special_hardship",), path),
        all_of([_status(status, ("dibao",), path), dibao_age]),
        all_of([obligor_at_least(law, obligor, path, "age.obligor_elder"), poor]),
        all_of([disability_meets(law, "obligor", obligor.disability, f"{path}.disability"), poor]),
        all_of([_status(status, _AWAY, path), within]),
    ])  # fmt: skip


def _status(status: str | None, wanted: tuple[str, ...], path: str) -> Truth:
    return unknown(f"{path}.status") if status is None else (YES if status in wanted else NO)


def _member_unable(scene: Scene, other: Person) -> Truth:
    """Whether a member is unable; the same whoever is owed, so worked out once a scene."""
    if other.id not in scene.unable:
        scene.unable[other.id] = _judged(scene, other)
    return scene.unable[other.id]


def _judged(scene: Scene, other: Person) -> Truth:
    """A member is judged by their own facts and by the household's property under the 边缘 figures."""
    law, member = scene.law, other.member
    heads = max(len(scene.counted), 1)
    within = scene.property(("edge",), heads).truth
    own = scene.setting.incomes.living_source(other.id, heads)
    average = law.get("disposable_income", scene.area)
    low = undecided(f"disposable_income.{scene.area}") if average is None else below(own, divided(average.value, 12))
    poor = all_of([low, within])
    away = YES if member.absence in _AWAY else NO
    return any_of([
        any_of([_recognised(other, "special_hardship"), scene.found.get(other.id, NO)]),
        all_of([_recognised(other, "dibao"), other.at_least(figure(law, "age.obligor_dibao"))]),
        all_of([other.at_least(figure(law, "age.obligor_elder")), poor]),
        all_of([disability_meets(law, "obligor", member.disability, f"{other.path}.disability"), poor]),
        all_of([away, within]),
    ])  # fmt: skip


def _recognised(other: Person, category: str) -> Truth:
    categories = other.member.categories
    return unknown(f"{other.path}.categories") if categories is None else (YES if category in categories else NO)


def _below_average(scene: Scene, income: int | None, path: str) -> Truth:
    if income is None:
        return unknown(path)
    average = scene.law.get("disposable_income", scene.area)
    if average is None:
        return undecided(f"disposable_income.{scene.area}")
    return below(exactly(income), divided(average.value, 12))
