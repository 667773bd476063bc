"""The household in hardship from unavoidable spending (刚性支出困难家庭): a category without an amount.

刚性支出困难家庭认定办法第四、五条; 社会救助法第二十二条; rules.md 4.6, 10.3.
"""

from __future__ import annotations

from caseworker.rules.admission import rigid_admission
from caseworker.rules.dibao import INCOME_FACTS, property_within
from caseworker.rules.edge import nobody
from caseworker.rules.income import YEAR, expenses_of
from caseworker.rules.logic import NO, Span, Truth, below, divided, exactly, scaled, shared, total, undecided
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import percent, span, yuan
from caseworker.rules.verdict import Verdict, conclude

PROGRAMME = "rigid_expenditure"
_NECESSARY = ("illness", "schooling", "disability")


def rigid_expenditure(scene: Scene) -> Verdict:
    """The verdict on the category, tested without looking at higher layers."""
    if scene.law.citation("rigid_expenditure.income") is None:
        said = "刚性支出困难家庭认定办法自2025年1月1日起施行，申请日还没有这一类别"
        return conclude(PROGRAMME, scene.ids, [reason(scene.law, "rigid_expenditure.not_yet", NO, said)])
    if not scene.staying:
        return nobody(scene, PROGRAMME)
    average = average_income(scene, "rigid_expenditure.income", _year_income(scene), scene.size)
    conditions = [
        *scene.once(rigid_admission), average,
        property_within(scene, ("rigid", "edge"), "rigid_expenditure.property"), _ratio(scene),
    ]  # fmt: skip
    return conclude(PROGRAMME, scene.ids, conditions)


def _year_income(scene: Scene) -> Span:
    """Income a month over the twelve months before the application, whatever dibao's look-back (第四条第四项)."""
    return total([scene.setting.year_incomes.counted(scene.ids), scene.support.total])


def average_income(scene: Scene, rule: str, gross: Span, heads: int) -> Reason:
    """Income a head below last year's local disposable income a head, before deductions."""
    average = scene.law.get("disposable_income", scene.area)
    head = shared(gross, heads)
    if average is None:
        truth = undecided(f"disposable_income.{scene.area}")
        return reason(scene.law, rule, truth, "家庭人均收入与上年度当地居民人均可支配收入比较", facts=INCOME_FACTS)
    truth = below(head, divided(average.value, YEAR))
    said = {True: "低于", False: "不低于", None: "是否低于"}[truth.value]
    sign = {True: "<", False: "≥", None: "与"}[truth.value]
    yearly = f"{span(scaled(gross, YEAR))} ÷ {heads} = {span(scaled(head, YEAR))}"
    working = f"{yearly} {sign} {yuan(average.value)}（元/年）"
    text = f"家庭人均收入{said}上年度当地居民人均可支配收入" + ("还不能确定" if truth.value is None else "")
    return reason(scene.law, rule, truth, text, working=working, facts=INCOME_FACTS, source=average)


def _ratio(scene: Scene) -> Reason:
    """Spending of twelve months over total income, above the local ratio (超出: strictly)."""
    law, ratio = scene.law, scene.law.get("rigid.ratio", scene.area)
    facts, rule = ("expenses", "incomes"), "rigid_expenditure.ratio"
    if ratio is None:
        return reason(law, rule, undecided("rigid.ratio"), "刚性支出占家庭总收入的比例", facts=facts)
    spent, income = scaled(_spending(scene), YEAR), scaled(_year_income(scene), YEAR)
    truth = _exceeds(spent, scaled(income, ratio.value))
    said = {
        True: "刚性支出占总收入的比例超出当地规定",
        False: "刚性支出占总收入的比例没有超出当地规定",
        None: "刚性支出占比是否超出规定还不能确定",
    }
    sign = {True: ">", False: "≤", None: "与"}[truth.value]
    working = f"12个月刚性支出 {span(spent)} {sign} 总收入 {span(income)} × {percent(ratio.value)}"
    return reason(law, rule, truth, said[truth.value], working=working, facts=facts, source=ratio)


def _spending(scene: Scene) -> Span:
    """Living costs by the county's figure a head where there is one, else as stated; illness, schooling, disability."""
    living = scene.law.get("rigid.living_cost", scene.area)
    everyone = (*scene.ids, None)
    kinds = _NECESSARY if living is not None else ("living", *_NECESSARY)
    if scene.household.expenses is None:
        stated = expenses_of(scene.household, None, kinds, YEAR)
    else:
        stated = total(expenses_of(scene.household, who, kinds, YEAR) for who in everyone)
    return stated if living is None else total([stated, exactly(living.value * scene.size)])


def _exceeds(spent: Span, line: Span) -> Truth:
    if line.high is not None and spent.low > line.high:
        return Truth(True)
    if spent.high is not None and spent.high <= line.low:
        return Truth(False)
    return Truth(None, spent.missing + line.missing, spent.open + line.open)
