"""Income (收入): what counts by place and day, employment cost, and deductions of unavoidable spending.

最低生活保障审核确认办法第十三条; rules.md 2. All amounts are spans in fen a month, exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caseworker.household import Expense, Household, Income
from caseworker.policy import PolicyDay
from caseworker.rules.logic import (
    ZERO,
    Span,
    Truth,
    anything,
    at_most,
    divided,
    either,
    exactly,
    less,
    scaled,
    shared,
    total,
    unique,
)
from caseworker.rules.people import Person, disabled

YEAR = 12  # months in a year: a unit, not a figure of policy


class Counted(NamedTuple):
    """One income row: before exemption, and what of it counts (a month)."""

    member: str | None
    kind: str
    gross: Span
    counted: Span


@dataclass(frozen=True, slots=True)
class Earnings:
    """The income of one person (or of the household as such): before exemption, counted, and after employment cost."""

    counted: Span
    wages: Span
    net: Span


class Incomes:
    """The incomes of a household in an area, by person; computed once and summed for whoever counts."""

    def __init__(
        self, household: Household, law: PolicyDay, area: str, people: Sequence[Person], months: int | None = None
    ) -> None:
        self._law, self._area = law, area
        spread = months or lookback(law)
        self.asked = household.incomes is not None
        self._by_person: dict[str | None, Earnings] = {}
        self._for_hardship: dict[str | None, Span] = {}
        self.rows: list[Counted] = []
        rows: dict[str | None, list[tuple[str, Span]]] = {}
        for index, row in enumerate(household.incomes or ()):
            gross = monthly(row, f"incomes[{index}]", spread)
            rows.setdefault(row.member, []).append((row.kind, gross))
            self.rows.append(Counted(row.member, row.kind, gross, self._counted(row.kind, gross)))
        by_id = {person.id: person for person in people}
        for member, lines in rows.items():
            self._by_person[member] = self._earnings(lines, by_id.get(member or ""))
            self._for_hardship[member] = total(self._counted(kind, amount, True) for kind, amount in lines)

    def counted(self, ids: Sequence[str]) -> Span:
        """Counted income of these people and of the household as such, before deductions."""
        return self._sum([e.counted for m, e in self._by_person.items() if m is None or m in ids])

    def net(self, ids: Sequence[str]) -> Span:
        """The same after employment cost."""
        return self._sum([e.net for m, e in self._by_person.items() if m is None or m in ids])

    def wages(self, ids: Sequence[str]) -> bool:
        """Whether any of these people, or the household as such, has wages."""
        return any(e.wages.high != 0 for m, e in self._by_person.items() if m is None or m in ids)

    def own(self, member: str, heads: int) -> Span:
        """A person's own counted income after employment cost; income without a member is shared in equal parts."""
        own = self._by_person.get(member)
        return self._own(own.net if own else ZERO, {m: e.net for m, e in self._by_person.items()}, heads)

    def living_source(self, member: str, heads: int) -> Span:
        """A person's own income as 特困人员认定办法第六条 sees it: base pension out, no employment cost."""
        return self._own(self._for_hardship.get(member, ZERO), self._for_hardship, heads)

    def _own(self, own: Span, everyone: Mapping[str | None, Span], heads: int) -> Span:
        if not self.asked:
            return anything("incomes")
        common = everyone.get(None)
        return own if common is None or heads == 0 else total([own, shared(common, heads)])

    def _sum(self, spans: list[Span]) -> Span:
        return total(spans) if self.asked else anything("incomes")

    def _earnings(self, lines: Sequence[tuple[str, Span]], person: Person | None) -> Earnings:
        counted = total(self._counted(kind, amount) for kind, amount in lines)
        wages = total(amount for kind, amount in lines if kind == "wage")
        if wages.high == 0:
            return Earnings(counted, wages, counted)
        other = total(self._counted(kind, amount) for kind, amount in lines if kind != "wage")
        return Earnings(counted, wages, total([other, self._after_cost(wages, person)]))

    def _counted(self, kind: str, amount: Span, for_hardship: bool = False) -> Span:
        if kind == "basic_pension":
            return self._base_pension(amount, for_hardship)
        if for_hardship and self._law.citation(f"special_hardship.exempt.{kind}"):
            return ZERO
        if self._law.citation(f"income.exempt.{kind}"):
            return ZERO
        local = self._law.get("income.exempt_kinds", self._area)
        if local is not None:
            return ZERO if kind in local.value else amount
        if self._law.citation(f"income.local.{kind}"):
            return either(ZERO, amount, names=("income.exempt_kinds",))
        return amount

    def _base_pension(self, amount: Span, for_hardship: bool) -> Span:
        central_exempt = self._flag("income.basic_pension.central_exempt")
        local_exempt = self._flag("income.basic_pension.local_exempt")
        if for_hardship and self._law.citation("special_hardship.exempt.basic_pension"):
            central_exempt = Truth(True)
        if central_exempt.value is not None and central_exempt.value == local_exempt.value:
            return ZERO if central_exempt.value else amount
        fixed = self._law.get("income.basic_pension.central", self._area)
        limit = exactly(fixed.value) if fixed else Span(0, None, (), ("income.basic_pension.central",))
        central = at_most(amount, limit)
        local = less(amount, limit)
        return total([_unless(central_exempt, central), _unless(local_exempt, local)])

    def _flag(self, name: str) -> Truth:
        value = self._law.get(name, self._area)
        return Truth(None, (), (name,)) if value is None else Truth(value.value)

    def _after_cost(self, wages: Span, person: Person | None) -> Span:
        """Wages less employment cost; for a disabled worker the higher deduction of the two (rules.md 10.3)."""
        ordinary = self._ordinary(wages)
        half = self._minimum_wage_times("income.employment_cost.disabled_rate")
        if person is None or half is None:
            return ordinary
        truth = disabled(person.member.disability, f"{person.path}.disability")
        if truth.value is False:
            return ordinary
        best = min(less(wages, half), ordinary, key=lambda net: (net.low, net.high or 0))
        return best if truth.value else either(best, ordinary, missing=truth.missing)

    def _ordinary(self, wages: Span) -> Span:
        """A rate of the earnings or of the minimum wage; no value = no deduction."""
        base = self._law.get("income.employment_cost.base", self._area)
        rate = self._law.get("income.employment_cost.rate", self._area)
        if base is None or rate is None:
            return wages
        if base.value == "income":
            return scaled(wages, 1 - rate.value)
        cost = self._minimum_wage_times("income.employment_cost.rate")
        return wages if cost is None else less(wages, cost)

    def _minimum_wage_times(self, rate: str) -> Span | None:
        share, floor = self._law.get(rate, self._area), self._law.get("minimum_wage", self._area)
        return None if share is None or floor is None else exactly(floor.value * share.value)


def monthly(row: Income | Expense, path: str, months: int) -> Span:
    """An income or expense row as an amount a month; "once" is spread over `months` (contract.md)."""
    if row.amount is None:
        return anything(f"{path}.amount")
    if row.per == "month":
        return exactly(row.amount)
    return exactly(divided(row.amount, YEAR if row.per == "year" else months))


def lookback(law: PolicyDay) -> int:
    """Months of the look-back period; twelve where the policy sets no other (contract.md)."""
    value = law.get("income.lookback_months")
    return int(value.value) if value else YEAR


def _unless(exempt: Truth, amount: Span) -> Span:
    if exempt.value is None:
        return either(ZERO, amount, names=exempt.open)
    return ZERO if exempt.value else amount


def rigid_deductions(
    household: Household, law: PolicyDay, area: str, counted: Sequence[Person]
) -> tuple[Span, tuple[str, ...]]:
    """Deductions of unavoidable spending (刚性支出扣减) of those who count, and the parameters they rest on."""
    spans: list[Span] = []
    used: list[str] = []
    for kind, expense, who in _DEDUCTIBLE:
        rule = law.get(f"income.deduction.{kind}", area)
        if rule is None:
            continue
        used.append(rule.name)
        for person in counted:
            fits = who(person)
            if fits.value is not False:
                spent = expenses_of(household, person.id, (expense,), lookback(law))
                cut = at_most(scaled(spent, rule.value.rate), exactly(rule.value.cap))
                spans.append(cut if fits.value else either(ZERO, cut, missing=fits.missing))
    return total(spans), unique(tuple(used))


def expenses_of(household: Household, member: str | None, kinds: Sequence[str], months: int) -> Span:
    """What a person pays a month for these kinds of expense; "once" is spread over `months`."""
    if household.expenses is None:
        return anything("expenses")
    rows = enumerate(household.expenses)
    return total(monthly(r, f"expenses[{i}]", months) for i, r in rows if r.member == member and r.kind in kinds)


def _illness(wanted: str) -> Callable[[Person], Truth]:
    def fits(person: Person) -> Truth:
        answer = person.member.illness
        return Truth(None, (f"{person.path}.illness",)) if answer is None else Truth(answer == wanted)

    return fits


def _disability(person: Person) -> Truth:
    return disabled(person.member.disability, f"{person.path}.disability")


def _beyond_compulsory(person: Person) -> Truth:
    level = person.member.schooling
    return Truth(None, (f"{person.path}.schooling",)) if level is None else Truth(level not in ("none", "compulsory"))


_DEDUCTIBLE = (
    ("illness", "illness", _illness("severe")),
    ("chronic", "illness", _illness("chronic")),
    ("disability", "disability", _disability),
    ("schooling", "schooling", _beyond_compulsory),
)
