"""Medical assistance (医疗救助: the bills), person by person, after basic, serious-illness and other insurance.

社会救助法第二十四条; 社会救助暂行办法第二十八至三十条; rules.md 4.5, 10.3. The class is the highest of `categories`.
"""

from __future__ import annotations

from collections.abc import Sequence

from caseworker.household import MedicalBill
from caseworker.policy import Value
from caseworker.rules.logic import (
    NO,
    YES,
    ZERO,
    Span,
    Truth,
    above,
    all_of,
    any_of,
    asked,
    at_most,
    either,
    exactly,
    known,
    less,
    scaled,
    total,
    undecided,
    unknown,
)  # fmt: skip
from caseworker.rules.people import Person
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Setting
from caseworker.rules.text import percent, span
from caseworker.rules.text import ratio as plain
from caseworker.rules.verdict import INELIGIBLE, Payment, Verdict, conclude, money

PROGRAMME = "medical_assistance"
CLASSES = {
    "special_hardship": "特困人员", "dibao": "低保对象", "low_income_edge": "低保边缘家庭成员",
    "rigid_expenditure": "刚性支出困难家庭成员", "poverty_monitored": "防止返贫监测对象",
    "illness_impoverished": "因病致贫重病患者",
}  # fmt: skip
_SAME = {"long_term_dibao": "dibao"}
_PARTS = ("basic_paid", "serious_paid", "other_paid")
Bills = Sequence[tuple[int, MedicalBill]]


def medical_assistance(setting: Setting, person: Person) -> Verdict:
    """The verdict on a person's bills of the year."""
    medical = setting.household.medical
    whose = _class(setting, person)
    if whose.truth.value is False:
        return conclude(PROGRAMME, (person.id,), [whose], per="year")
    if medical is None:
        asked = reason(
            setting.law, "medical_assistance.bills", unknown("medical"), "医疗费用还没有问", facts=("medical",)
        )
        return conclude(PROGRAMME, (person.id,), [whose, asked], per="year")
    bills = [(i, bill) for i, bill in enumerate(medical) if bill.member == person.id]
    if whose.truth.value is None:
        conditions = [whose, _has_base(setting, _base(bills)), _some_left(setting, bills)]
        return conclude(PROGRAMME, (person.id,), conditions, per="year")
    return _aid(setting, person, _highest(setting, person), whose, bills)


def _class(setting: Setting, person: Person) -> Reason:
    categories, law = person.member.categories, setting.law
    facts, rule = ("members[].categories",), "medical_assistance.class"
    if categories is None:
        said = f"{person.name}是哪一类救助对象还没有问"
        return reason(law, rule, unknown(f"{person.path}.categories"), said, facts=facts)
    name = _highest(setting, person)
    if name == "":
        return reason(law, rule, NO, f"{person.name}还没有认定为医疗救助对象", facts=facts)
    return reason(law, rule, YES, f"{person.name}是{CLASSES[name]}", facts=facts)


def _highest(setting: Setting, person: Person) -> str:
    """The highest class held; members of 刚性支出 households are one only since the texts name them."""
    held = {_SAME.get(name, name) for name in person.member.categories or ()}
    if setting.law.citation("medical_assistance.class.rigid_expenditure") is None:
        held.discard("rigid_expenditure")
    return next((name for name in CLASSES if name in held), "")


def _aid(setting: Setting, person: Person, name: str, whose: Reason, bills: Bills) -> Verdict:
    law, area = setting.law, setting.area
    base = _base(bills)
    deductible = _deductible(setting, name)
    ratio = law.get(f"medical.ratio.{name}", area)
    beyond = less(base, deductible)
    raw = (
        scaled(beyond, ratio.value)
        if ratio
        else Span(0, beyond.high, beyond.missing, (*beyond.open, f"medical.ratio.{name}"))
    )
    left = _cap_left(setting, name, bills)
    amount = at_most(raw, left)
    conditions = [whose, _has_base(setting, base), _beyond(setting, base, deductible, name), _left(setting, left)]
    verdict = conclude(
        PROGRAMME, (person.id,), conditions, per="year", law=law,
        payment=lambda: Payment(amount, _details(base, deductible, ratio, left, amount), [
            _amount_note(setting, beyond, ratio, left, amount, name),
        ]),
    )  # fmt: skip
    return verdict._replace(outcome=INELIGIBLE, amount=None) if verdict.amount == 0 else verdict


def _details(
    base: Span, deductible: Span, ratio: Value | None, left: Span, amount: Span
) -> list[tuple[str, str | None]]:
    spans = {"base": base, "deductible": deductible}
    said = {name: money(s.low) if s.exact else None for name, s in spans.items()}
    self_pay = money(base.low - amount.low) if base.exact and amount.exact else None
    cap_left = money(left.low) if left.exact else None
    return [
        *said.items(),
        ("ratio", plain(ratio.value) if ratio else None),
        ("cap_left", cap_left),
        ("self_pay", self_pay),
    ]


def _base(bills: Bills) -> Span:
    """In-policy cost left after every insurance, bill by bill, of designated places; never below zero."""
    return total(_remainder(index, bill) for index, bill in bills)


def _remainder(index: int, bill: MedicalBill) -> Span:
    path = f"medical[{index}]"
    counts = all_of([
        known(None if bill.kind is None else bill.kind != "outpatient", f"{path}.kind"),
        known(bill.designated, f"{path}.designated"),
    ])  # fmt: skip
    if counts.value is False:
        return ZERO
    paid = total(asked(getattr(bill, part), f"{path}.{part}") for part in _PARTS)
    rest = less(asked(bill.in_policy, f"{path}.in_policy"), paid)
    return rest if counts.value else either(ZERO, rest, counts.missing)


def _deductible(setting: Setting, name: str) -> Span:
    """A rate of last year's disposable income of the area; a rate of nought needs no income."""
    rate = setting.law.get(f"medical.deductible_rate.{name}", setting.area)
    average = setting.law.get("disposable_income", setting.area)
    if rate is None:
        return Span(0, None, (), (f"medical.deductible_rate.{name}",))
    if rate.value == 0:
        return ZERO
    if average is None:
        return Span(0, None, (), (f"disposable_income.{setting.area}",))
    return exactly(average.value * rate.value)


def _cap_left(setting: Setting, name: str, bills: Bills) -> Span:
    """The year's limit (higher for a major illness) less what the person already had."""
    law, area = setting.law, setting.area
    cap = law.get(f"medical.cap.{name}", area) or law.get("medical.cap", area)
    used = [asked(bill.assisted_this_year, f"medical[{i}].assisted_this_year") for i, bill in bills]
    spent = max(used, key=lambda s: s.low, default=ZERO)
    doubtful = next((s for s in used if s.high is None), None)
    spent = spent if doubtful is None else Span(spent.low, None, doubtful.missing)
    if cap is None:
        return Span(0 if spent != ZERO else 1, None, spent.missing, ("medical.cap",))
    return less(_with_major(setting, exactly(cap.value), bills), spent)


def _with_major(setting: Setting, cap: Span, bills: Bills) -> Span:
    times = setting.law.get("medical.major_multiple", setting.area)
    if times is None:
        return cap
    higher = scaled(cap, times.value)
    if any(bill.major for _, bill in bills):
        return higher
    open_ones = tuple(f"medical[{i}].major" for i, bill in bills if bill.major is None)
    return either(cap, higher, open_ones) if open_ones else cap


def _has_base(setting: Setting, base: Span) -> Reason:
    truth = above(base, 0)
    said = {
        True: "有经各项保险支付后个人负担的政策范围内费用",
        False: "没有可以救助的费用（政策范围内、定点机构的住院或门诊慢特病费用）",
        None: "个人负担的政策范围内费用还不能确定",
    }[truth.value]  # fmt: skip
    return reason(setting.law, "medical_assistance.bills", truth, said, working=span(base), facts=("medical",))


def _beyond(setting: Setting, base: Span, deductible: Span, name: str) -> Reason:
    truth = _greater(base, deductible)
    said = {True: "个人负担超过起付线", False: "个人负担没有超过起付线", None: "是否超过起付线还不能确定"}[truth.value]
    sign = {True: ">", False: "≤", None: "与"}[truth.value]
    source = setting.law.get(f"medical.deductible_rate.{name}", setting.area)
    working = f"{span(base)} {sign} {span(deductible)}"
    return reason(
        setting.law, "medical_assistance.deductible", truth, said, working=working, facts=("medical",), source=source
    )


def _greater(amount: Span, line: Span) -> Truth:
    if line.high is not None and amount.low > line.high:
        return YES
    if amount.high is not None and amount.high <= line.low:
        return NO if amount.high or line.low else YES
    return Truth(None, amount.missing + line.missing, amount.open + line.open)


def _some_left(setting: Setting, bills: Bills) -> Reason:
    """While the class is not known: whether any class would have something left of its limit."""
    truth = any_of(above(_cap_left(setting, name, bills), 0) for name in CLASSES)
    said = "年度限额已经用完" if truth.value is False else "年度限额可能还有余额"
    return reason(setting.law, "medical_assistance.cap", truth, said, facts=("medical",))


def _left(setting: Setting, left: Span) -> Reason:
    truth = above(left, 0)
    if truth.value is None and left.open:
        truth = truth if left.missing else undecided(*left.open)
    said = {True: "年度限额还有余额", False: "年度限额已经用完", None: "年度限额还剩多少不能确定"}[truth.value]
    cap = setting.law.get("medical.cap", setting.area)
    return reason(
        setting.law,
        "medical_assistance.cap",
        truth,
        said,
        working=span(left),
        facts=("medical",),
        source=cap,
        hangs=left.open,
    )


def _amount_note(setting: Setting, beyond: Span, ratio: Value | None, left: Span, amount: Span, name: str) -> Reason:
    rate = percent(ratio.value) if ratio else "比例"
    working = f"{span(beyond)} × {rate}，限额余 {span(left)} → {span(amount)}"
    names = () if ratio else (f"medical.ratio.{name}",)
    return reason(
        setting.law, "medical_assistance.amount", YES, "按比例救助，不超过年度限额", working=working, source=ratio,
        hangs=names,
    )  # fmt: skip
