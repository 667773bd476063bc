"""A scene: one way the undecided could stand (area, who counts, who is in special hardship), seen by every programme.

Where everything that matters here is known there is exactly one scene.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from caseworker.household import Household
from caseworker.policy import PolicyDay, Value
from caseworker.rules import property as assets
from caseworker.rules.income import YEAR, Incomes, lookback, rigid_deductions
from caseworker.rules.logic import Number, Span, Truth, divided, less, shared, total
from caseworker.rules.people import Person
from caseworker.rules.reasons import Reason
from caseworker.rules.support import Support, support


class Setting:
    """What is the same whoever counts: the household, the law of the day, the area and its standard.

    `composition` says of each member whether they count, and why.
    """

    def __init__(
        self,
        household: Household,
        law: PolicyDay,
        area: str,
        people: Sequence[Person],
        composition: Mapping[str, Reason],
    ) -> None:
        self.household, self.law, self.area, self.people = household, law, area, tuple(people)
        self.composition = composition
        self.incomes = Incomes(household, law, area, people)
        same = lookback(law) == YEAR
        self.year_incomes = self.incomes if same else Incomes(household, law, area, people, YEAR)
        self.standard: Value | None = law.get("dibao.standard", area)
        self.month: Number | None = None
        if self.standard is not None:
            self.month = divided(self.standard.value, 12) if area == "rural" else self.standard.value


class Scene:
    """A setting with the people who count (`counted`) and those of them left after special hardship (`staying`).

    `found` says who is found to be in special hardship so far, `unable` who cannot give the support they owe.
    """

    def __init__(self, setting: Setting, counted: Sequence[Person], leaving: Sequence[str] = ()) -> None:
        self.setting, self.household, self.law, self.area = setting, setting.household, setting.law, setting.area
        self.standard, self.month = setting.standard, setting.month
        self.counted = tuple(counted)
        self.staying = tuple(person for person in counted if person.id not in leaving)
        self.ids = tuple(person.id for person in self.staying)
        self.size = len(self.staying)
        self._once: dict[Callable[[Scene], list[Reason]], list[Reason]] = {}
        self.unable: dict[str, Truth] = {}
        self.found: dict[str, Truth] = {}
        self._found: dict[tuple[object, int], assets.Finding] = {}

    def once(self, part: Callable[[Scene], list[Reason]]) -> list[Reason]:
        """Reasons that several programmes share, worked out once."""
        if part not in self._once:
            self._once[part] = part(self)
        return self._once[part]

    @cached_property
    def support(self) -> Support:
        """Support owed from outside to those who stay."""
        return support(self.household, self.law, self.area, self.month, self.staying)

    @cached_property
    def income(self) -> Span:
        """Counted income a month before deductions, support included."""
        return total([self.setting.incomes.counted(self.ids), self.support.total])

    @cached_property
    def rigid(self) -> tuple[Span, tuple[str, ...]]:
        """Deductions of unavoidable spending, and the parameters they rest on."""
        return rigid_deductions(self.household, self.law, self.area, self.staying)

    @cached_property
    def net(self) -> Span:
        """Income a month after employment cost and unavoidable spending, never below nought."""
        earned = total([self.setting.incomes.net(self.ids), self.support.total])
        return less(earned, self.rigid[0])

    @cached_property
    def per_head(self) -> Span:
        """Income a month a head after deductions."""
        return shared(self.net, self.size) if self.size else Span(0, 0)

    def own_income(self, person: Person) -> Span:
        """A person's own income after deductions, with the support owed to them and their part of common income."""
        own = self.setting.incomes.own(person.id, self.size)
        owed = self.support.each.get(person.id, Span(0, 0))
        cut = rigid_deductions(self.household, self.law, self.area, (person,))[0]
        return less(total([own, owed]), cut)

    def property(self, use: Sequence[str], heads: int | None = None) -> assets.Finding:
        """The property test of a use, for those who stay or for `heads` people."""
        count = self.size if heads is None else heads
        key = (tuple(use), count)
        if key not in self._found:
            self._found[key] = assets.within_limits(self.household, self.law, self.area, use, count, self.standard)
        return self._found[key]
