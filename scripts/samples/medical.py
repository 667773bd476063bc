"""230–259: medical assistance (医疗救助) by class, and aid for the insurance premium (资助参保)."""

from __future__ import annotations

from .build import Sample, bill, flow, sample
from .people import Facts, Person, adult, child, elder

KEY = "medical_assistance:m1"
# What fits the class a person is already in; the class is what decides here.
INCOMES = {
    "special_hardship": "0.00", "dibao": "200.00", "low_income_edge": "600.00", "rigid_expenditure": "1000.00",
    "illness_impoverished": "1000.00", "poverty_monitored": "600.00", "": "900.00",
}  # fmt: skip
BILLS = ["medical_assistance"]
PREMIUM = ["premium_aid"]


def _patient(*categories: str, **facts: object) -> Person:
    return adult("self", 52, "male", illness="severe", categories=list(categories), labour="partial", **facts)


def _bill(code: str, shows: str, person: Person, outcome: str, *bills: Facts) -> Sample:
    incomes = [_income(person)]
    return sample(code, shows, person, medical=list(bills), incomes=incomes, expect={KEY: outcome}, programmes=BILLS)


def _income(person: Person) -> Facts:
    known = person.facts["categories"]
    recognised_as = str(known[0]) if isinstance(known, list) and known else ""
    return flow("m1", "other", INCOMES[recognised_as], "month")


MEDICAL: list[Sample] = [
    _bill("SL-230", "特困人员住院：无起付线，九成",
          elder("self", 74, categories=["special_hardship"]), "eligible 9000.00",
          bill("m1", "30000.00", "18000.00", "2000.00")),
    _bill("SL-231", "低保对象住院：无起付线，七成五",
          _patient("dibao"), "eligible 7500.00",
          bill("m1", "30000.00", "18000.00", "2000.00")),
    _bill("SL-232", "低保边缘家庭成员：扣除起付线1680元后六成五",
          _patient("low_income_edge"), "eligible 6500.00",
          bill("m1", "30000.00", "18000.00", "320.00")),
    _bill("SL-233", "刚性支出困难家庭成员：扣除起付线2520元后六成",
          _patient("rigid_expenditure"), "eligible 6000.00",
          bill("m1", "40000.00", "24000.00", "3480.00")),
    _bill("SL-234", "因病致贫重病患者：扣除起付线4200元后五成",
          _patient("illness_impoverished"), "eligible 5000.00",
          bill("m1", "60000.00", "40000.00", "5800.00")),
    _bill("SL-235", "防止返贫监测对象：本县没有设比例，指出缺哪个参数，由人决定",
          _patient("poverty_monitored"), "needs_decision",
          bill("m1", "30000.00", "18000.00")),
    _bill("SL-236", "边缘家庭成员自付恰好等于起付线：救助为零，不符合",
          _patient("low_income_edge"), "ineligible",
          bill("m1", "10000.00", "8000.00", "320.00")),
    _bill("SL-237", "年度限额已用完：不符合",
          _patient("dibao"), "ineligible",
          bill("m1", "30000.00", "18000.00", assisted_this_year="40000.00")),
    _bill("SL-238", "年度限额还剩2000元：按剩余救助",
          _patient("dibao"), "eligible 2000.00",
          bill("m1", "30000.00", "18000.00", "2000.00", assisted_this_year="38000.00")),
    _bill("SL-239", "重大疾病：年度限额提高到1.5倍",
          _patient("dibao"), "eligible 60000.00",
          bill("m1", "260000.00", "140000.00", "20000.00", major=True)),
    _bill("SL-240", "不是定点医疗机构：不符合",
          _patient("dibao"), "ineligible",
          bill("m1", "30000.00", "18000.00", designated=False, referred=False)),
    _bill("SL-241", "门诊慢特病费用：可以救助",
          _patient("dibao"), "eligible 1500.00",
          bill("m1", "6000.00", "4000.00", kind="outpatient_chronic")),
    _bill("SL-242", "普通门诊费用：不在救助范围",
          _patient("dibao"), "ineligible",
          bill("m1", "800.00", "300.00", kind="outpatient")),
    _bill("SL-243", "一人两种身份：按最高的一种（低保）",
          _patient("low_income_edge", "dibao", "long_term_dibao"),
          "eligible 7500.00", bill("m1", "30000.00", "18000.00", "2000.00")),
    _bill("SL-244", "政策范围内费用还没拿到结算单",
          _patient("dibao"), "needs_information medical[0].in_policy",
          bill("m1", None, "18000.00", total="30000.00")),
    _bill("SL-245", "没有任何救助身份：医疗救助不符合",
          _patient(), "ineligible", bill("m1", "30000.00", "18000.00")),
    _bill("SL-246", "救助身份还没问",
          adult("self", 51, illness="severe", categories=None),
          "needs_information members[0].categories", bill("m1", "30000.00", "18000.00")),
    _bill("SL-247", "两次住院合并；其中一次报销已超过费用，按零计",
          _patient("dibao"), "eligible 3000.00",
          bill("m1", "9000.00", "5000.00"), bill("m1", "5000.00", "4800.00", "400.00", admitted_on="2026-05-11")),
    sample("SL-248", "商业保险已付一部分，从费用中扣除",
           _patient("dibao"), day="2026-06-22",
           medical=[bill("m1", "30000.00", "18000.00", "2000.00", other_paid="4000.00")],
           expect={KEY: "eligible 4500.00"}, programmes=BILLS),
]  # fmt: skip

PREMIUMS: list[Sample] = [
    sample("SL-250", "资助参保：特困全额、低保、低保边缘、监测对象、脱贫户各按比例",
           elder("self", 72, "male", categories=["special_hardship"], marital="single"),
           adult("child_in_law", 48, "female", categories=["dibao"]),
           adult("sibling", 58, categories=["low_income_edge"]), adult("other", 45, categories=["poverty_monitored"]),
           child(9, relation="grandchild", categories=["poverty_registered"]),
           expect={"premium_aid:m1": "eligible 400.00", "premium_aid:m2": "eligible 300.00",
                   "premium_aid:m3": "eligible 200.00", "premium_aid:m4": "eligible 200.00",
                   "premium_aid:m5": "eligible 120.00"}, programmes=PREMIUM),
    sample("SL-251", "资助参保：没有单独比例的身份按“其他”；今年还没参保",
           adult("self", 50, "female", categories=["rigid_expenditure"], insured=False, marital="married"),
           adult("spouse", 52, categories=["illness_impoverished"], insured=False, illness="severe"),
           expect={"premium_aid:m1": "eligible 120.00", "premium_aid:m2": "eligible 120.00"}, programmes=PREMIUM),
    sample("SL-252", "资助参保：孤儿、退役军人本身不是资助类别",
           adult("self", 49, categories=["veteran"], marital="divorced"),
           child(11, "female", "other", categories=["orphan"]),
           expect={"premium_aid:m1": "ineligible", "premium_aid:m2": "ineligible"}, programmes=PREMIUM),
    sample("SL-253", "资助参保：身份还没问，是否参保也没问",
           adult("self", 48, categories=None, insured=None), programmes=PREMIUM),
]  # fmt: skip

ROWS: list[Sample] = [*MEDICAL, *PREMIUMS]
