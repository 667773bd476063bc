"""The amount of temporary assistance of the expenditure kind: own cost, band by band, capped (rules.md 4.4)."""

from __future__ import annotations

from caseworker.household import Hardship
from caseworker.policy.values import Band
from caseworker.rules.emergency import cap_notes, capped, parts
from caseworker.rules.logic import Number, Span, Truth, above, asked, less, undecided
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import percent, span, yuan
from caseworker.rules.verdict import Payment


def expenditure_amount(scene: Scene, hardship: Hardship) -> tuple[Reason, Payment]:
    """The condition that something is payable, and the payment."""
    own = less(asked(hardship.cost, "hardship.cost"), asked(hardship.covered, "hardship.covered"))
    bands, law = scene.law.get("temporary.expense_bands", scene.area), scene.law
    facts, rule = ("hardship.cost", "hardship.covered"), "temporary_assistance.own_cost"
    if bands is None:
        truth = _any_cost(own)
        amount = Span(0, None, (), ("temporary.expense_bands",))
        said = "自付部分按当地分段比例计算"
        why = reason(law, rule, truth, said, working=span(own), facts=facts, hangs=amount.open)
        return why, Payment(amount, _details(scene, amount, None))
    computed = Span(paid(bands.value, own.low), _paid_high(bands.value, own.high), own.missing, own.open)
    truth = above(computed, 0)
    said = {True: "自付部分超出家庭承受能力", False: "自付部分没有超过当地起救线", None: "自付多少还不能确定"}[
        truth.value
    ]
    why = reason(law, rule, truth, said, working=_working(bands.value, own, computed), facts=facts, source=bands)
    amount, over = capped(scene, computed)
    return why, Payment(amount, _details(scene, amount, over), cap_notes(scene, computed, amount))


def paid(bands: tuple[Band, ...], cost: Number) -> Number:
    """The sum over the bands of what of the cost lies in each, times its rate (fen)."""
    total: Number = 0
    for band in bands:
        top = cost if band.end is None else min(cost, band.end)
        total += max(top - band.start, 0) * band.rate
    return total


def _paid_high(bands: tuple[Band, ...], cost: Number | None) -> Number | None:
    return None if cost is None else paid(bands, cost)


def _any_cost(own: Span) -> Truth:
    """Without bands nobody can say whether the cost reaches them; no cost at all is a no."""
    truth = above(own, 0)
    return undecided("temporary.expense_bands") if truth.value else truth


def _details(scene: Scene, amount: Span, over: bool | None) -> list[tuple[str, object]]:
    return [("kind", "expenditure"), *parts(scene, amount), ("above_cap", over)]


def _working(bands: tuple[Band, ...], own: Span, computed: Span) -> str:
    if not own.exact:
        return f"自付 {span(own)}"
    terms = [
        f"({yuan(own.low if b.end is None else min(own.low, b.end))} − {yuan(b.start)}) × {percent(b.rate)}"
        for b in bands
        if own.low > b.start and b.rate
    ]
    return f"自付 {span(own)}；{' + '.join(terms) or '起救线以内'} = {span(computed)}"
