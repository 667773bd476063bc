"""Every way the undecided could stand: area, who counts, who leaves for special hardship; mostly there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from caseworker.household import Household
from caseworker.policy import PolicyDay
from caseworker.rules.admission import PREFIX
from caseworker.rules.composition import counts
from caseworker.rules.logic import NO, YES, Names, Truth, all_of, any_of, unknown
from caseworker.rules.people import Person, people
from caseworker.rules.reasons import Reason
from caseworker.rules.scene import Scene, Setting
from caseworker.rules.special_hardship import special_hardship
from caseworker.rules.verdict import Verdict

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
    return Stage(everyone, composition, tuple(scenes), complete)


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
    """Each person's special hardship; who is found to be in it can support nobody, so the others are judged again."""
    verdicts: dict[str, Verdict] = {}
    for _ in range(len(everyone) + 1):
        verdicts = {person.id: special_hardship(scene, person) for person in everyone}
        found = {i: truth for i, verdict in verdicts.items() if (truth := _found(verdict)).value is not False}
        if found == scene.found:
            break
        scene.found = found
        scene.unable.clear()
    return verdicts


def _found(verdict: Verdict) -> Truth:
    """Whether the person is in special hardship by their own state; where to apply and consent bind everyone alike."""
    deciding = verdict.reasons[: verdict.conditions]
    own = [r.truth for r in deciding if not r.rule.startswith(PREFIX)]
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
    categories = person.member.categories
    path = f"{person.path}.categories"
    already = unknown(path) if categories is None else (YES if "special_hardship" in categories else NO)
    return any_of([already, _found(verdict)])
