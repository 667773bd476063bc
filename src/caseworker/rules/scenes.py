"""Every way the undecided could stand: area, who counts, who leaves for special hardship; mostly there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from caseworker.household import Household
from caseworker.policy import PolicyDay
from caseworker.rules.admission import PREFIX
from caseworker.rules.composition import counts
from caseworker.rules.logic import NO, Names, Truth, all_of, any_of
from caseworker.rules.people import Person, figure, people
from caseworker.rules.reasons import Reason
from caseworker.rules.scene import Scene, Setting
from caseworker.rules.special_hardship import already, special_hardship
from caseworker.rules.verdict import Verdict

_OBLIGORS = "special_hardship.obligors"
MOST = 32  # scenes; beyond it nothing is concluded but what to ask


@dataclass(frozen=True, slots=True)
class Branch:
    """One choice that is not decided yet: what it hangs on, and which way this scene takes it."""

    taken: bool
    missing: Names


@dataclass(frozen=True, slots=True)
class Staged:
    """A scene, the choices that lead to it, and the special-hardship verdicts seen in it."""

    scene: Scene
    branches: Mapping[str, Branch]
    special: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Stage:
    """All scenes of a household, the first one the plainest; `complete` is False where there were too many."""

    people: tuple[Person, ...]
    composition: Mapping[str, Reason]
    scenes: tuple[Staged, ...]
    complete: bool
    area_known: bool


def stage(household: Household, law: PolicyDay) -> Stage:
    """The scenes of a household under the policy of a day."""
    everyone = people(household, law.day)
    composition = {person.id: counts(law, person) for person in everyone}
    scenes: list[Staged] = []
    complete = True
    for scene, branches in _counted(household, law, everyone, composition):
        special = _special(scene, everyone)
        for staged in _leaving(scene, branches, special):
            if len(scenes) == MOST:
                complete = False
                break
            scenes.append(staged)
        if not complete:
            break
    return Stage(everyone, composition, tuple(scenes), complete, household.area is not None)


def _counted(
    household: Household, law: PolicyDay, everyone: Sequence[Person], composition: Mapping[str, Reason]
) -> Iterator[tuple[Scene, dict[str, Branch]]]:
    areas = [household.area] if household.area else ["rural", "urban"]
    open_ones = [i for i, verdict in composition.items() if verdict.truth.value is None]
    for area in areas:
        setting = Setting(household, law, area, everyone, composition)
        place = {"area": Branch(area == "urban", ("area",))} if len(areas) > 1 else {}
        for choice in product((True, False), repeat=len(open_ones)):
            taken = dict(zip(open_ones, choice, strict=True))
            who = [p for p in everyone if composition[p.id].truth.value or taken.get(p.id)]
            made = {f"counts:{i}": Branch(t, composition[i].truth.missing) for i, t in taken.items()}
            yield Scene(setting, who), {**place, **made}


def _special(scene: Scene, everyone: Sequence[Person]) -> dict[str, Verdict]:
    """Each person's special hardship. Those who are in it can support nobody (特困人员认定办法第八条第一项), so two who
    owe each other are judged together: all who meet the other conditions are taken to be in it, then those drop out who
    have an able obligor, until nothing changes. (Refused and given dibao they would be unable by 第二项 all the same.)
    """
    verdicts = _judge(scene, everyone, {})
    found = {i: t for i, v in verdicts.items() if (t := _own_state(v, but=_OBLIGORS)).value is not False}
    held_back = [p for p in everyone if p.id in found and _own_state(verdicts[p.id]).value is not True]
    adult = figure(scene.law, "age.adult")
    grown = any(p.id in found and (p.age is None or p.age >= adult) for p in everyone)
    if not held_back or not grown:
        return verdicts  # nobody's answer hangs on another's: children owe no one
    for _ in range(len(everyone) + 1):
        verdicts |= _judge(scene, held_back, found)
        still = {i: t for i, v in verdicts.items() if (t := _own_state(v)).value is not False}
        if still == found:
            break
        found = still
    return verdicts


def _judge(scene: Scene, people: Sequence[Person], found: dict[str, Truth]) -> dict[str, Verdict]:
    scene.found = found
    scene.unable.clear()
    return {person.id: special_hardship(scene, person) for person in people}


def _own_state(verdict: Verdict, but: str = "") -> Truth:
    """Whether a person meets the conditions (but one); where to apply and consent bind everyone alike."""
    deciding = verdict.reasons[: verdict.conditions]
    own = [r.truth for r in deciding if r.rule != but and not r.rule.startswith(PREFIX)]
    if any(truth.value is None and not truth.missing for truth in own):
        return NO  # a person decides: no fact can make it so
    truth = all_of(own)
    return Truth(truth.value, truth.missing)


def _leaving(scene: Scene, branches: Mapping[str, Branch], special: Mapping[str, Verdict]) -> Iterator[Staged]:
    truths = {person.id: _leaves(person, special[person.id]) for person in scene.counted}
    sure = [i for i, truth in truths.items() if truth.value]
    open_ones = [i for i, truth in truths.items() if truth.value is None]
    for choice in product((False, True), repeat=len(open_ones)):
        taken = dict(zip(open_ones, choice, strict=True))
        gone = [*sure, *(i for i, leaves in taken.items() if leaves)]
        made = {f"leaves:{i}": Branch(t, truths[i].missing) for i, t in taken.items()}
        left = scene if not gone else Scene(scene.setting, scene.counted, gone)
        yield Staged(left, {**branches, **made}, special)


def _leaves(person: Person, verdict: Verdict) -> Truth:
    """Whether a person is, or is found to be, in special hardship and so leaves the dibao household."""
    return any_of([already(person), _own_state(verdict)])
