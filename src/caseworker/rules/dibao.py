"""Dibao (最低生活保障): income below the standard and property within limits; amount = difference + top-ups.

社会救助法第十八、二十条; 最低生活保障审核确认办法第二、二十三条; rules.md 1.1, 4.1.
"""

from __future__ import annotations

from caseworker.rules.admission import household_admission
from caseworker.rules.income_reasons import income_notes
from caseworker.rules.logic import NO, YES, Number, Span, Truth, below, exactly, less, scaled, total, undecided
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import ratio, span, yuan
from caseworker.rules.topup import TopUp, top_ups
from caseworker.rules.verdict import ELIGIBLE, SUPERSEDED, Payment, Verdict, conclude, money

PROGRAMME = "dibao"
INCOME_FACTS = ("incomes", "members[].shares_household", "obligors")


def dibao(scene: Scene) -> Verdict:
    """The verdict on dibao for those who stay in the household."""
    if not scene.staying:
        return _nobody_left(scene)
    conditions = [
        *scene.once(household_admission),
        income_below(scene),
        property_within(scene, ("dibao",), "dibao.property"),
    ]
    return conclude(
        PROGRAMME, scene.ids, conditions, per="month", law=scene.law, notes=scene.once(income_notes),
        payment=(lambda: _payment(scene)) if scene.month is not None else None,
    )  # fmt: skip


def _payment(scene: Scene) -> Payment:
    assert scene.month is not None
    base = scaled(less(exactly(scene.month), scene.per_head), scene.size)
    extra = top_ups(scene)
    amount = _at_least_minimum(scene, total([base, extra.amount]))
    return Payment(amount, _details(base, extra), [_amount_note(scene, base), *extra.notes])


def income_below(scene: Scene) -> Reason:
    """家庭人均收入低于当地低保标准 (strictly)."""
    if scene.standard is None or scene.month is None:
        truth = undecided(f"dibao.standard.{scene.area}")
        return reason(
            scene.law, "dibao.income_below_standard", truth, "家庭人均收入与当地低保标准比较", facts=INCOME_FACTS
        )
    truth = below(scene.per_head, scene.month)
    said = {
        True: "家庭人均收入低于当地低保标准",
        False: "家庭人均收入不低于当地低保标准",
        None: "家庭人均收入是否低于当地低保标准还不能确定",
    }
    working = compare(scene, scene.month, truth, strict=True)
    return reason(
        scene.law, "dibao.income_below_standard", truth, said[truth.value], working=working, facts=INCOME_FACTS,
        source=scene.standard,
    )  # fmt: skip


def property_within(scene: Scene, use: tuple[str, ...], rule: str) -> Reason:
    """财产状况符合当地规定."""
    finding = scene.property(use)
    said = {True: "家庭财产符合规定", False: "家庭财产超过规定", None: "家庭财产是否符合规定还不能确定"}[
        finding.truth.value
    ]
    return reason(
        scene.law,
        rule,
        finding.truth,
        said,
        working=finding.working,
        facts=("assets",),
        source=finding.source,
        standard=scene.standard if finding.source else None,
    )


def compare(scene: Scene, month: Number, truth: Truth, *, strict: bool, times: Number = 1) -> str:
    """The arithmetic of a comparison of income a head with a monthly line, in the unit of the area's standard."""
    factor, unit = (12, "（元/年）") if scene.area == "rural" else (1, "")
    sign = {(True, True): "<", (True, False): "≤", (False, True): "≥", (False, False): ">"}.get((truth.value, strict))  # type: ignore[arg-type]
    line = (
        yuan(month * factor * times)
        if times == 1
        else f"{yuan(month * factor)} × {ratio(times)} = {yuan(month * factor * times)}"
    )
    net, head = scaled(scene.net, factor), scaled(scene.per_head, factor)
    return f"{span(net)} ÷ {scene.size} = {span(head)} {sign or '与'} {line}{unit}"


def _amount_note(scene: Scene, base: Span) -> Reason:
    assert scene.month is not None
    factor, unit = (12, " ÷ 12") if scene.area == "rural" else (1, "")
    head = span(scaled(scene.per_head, factor))
    working = f"({yuan(scene.month * factor)} − {head}) × {scene.size}{unit} = {span(base)}"
    return reason(
        scene.law,
        "dibao.amount",
        YES,
        "低保金按人均收入与标准的差额计算",
        working=working,
        facts=INCOME_FACTS,
        source=scene.standard,
        hangs=base.open,
    )


def _at_least_minimum(scene: Scene, amount: Span) -> Span:
    least = scene.law.get("amount.minimum", scene.area)
    if least is None or amount.high is None:
        return amount
    return amount._replace(low=max(amount.low, least.value), high=max(amount.high, least.value))


def _details(base: Span, extra: TopUp) -> list[tuple[str, object]]:
    return [("base", money(base.low)), ("top_up", list(extra.lines))] if base.exact and extra.amount.exact else []


def _nobody_left(scene: Scene) -> Verdict:
    """Nobody is left to count: special hardship covers them, if they may apply here at all (rules.md 10.3)."""
    if not scene.counted:
        said = "没有可以计入低保家庭的成员"
        return conclude(PROGRAMME, (), [reason(scene.law, "household.member", NO, said)], per="month")
    return covered(scene, PROGRAMME, per="month")


def covered(scene: Scene, programme: str, per: str | None = None) -> Verdict:
    """The verdict on a household whose members are all in special hardship: superseded by it."""
    why = reason(scene.law, "dibao.nobody_left", YES, "计入的成员都符合或已享受特困人员救助供养，由特困供养覆盖")
    ids = tuple(person.id for person in scene.counted)
    verdict = conclude(programme, ids, [why, *scene.once(household_admission)], per=per)
    return verdict._replace(outcome=SUPERSEDED, by="special_hardship") if verdict.outcome == ELIGIBLE else verdict
