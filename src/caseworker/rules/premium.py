"""Premium aid (资助参保): the personal premium of resident medical insurance, by the person's class.

社会救助法第二十四条第二款; 国办发〔2023〕39号四（二）1; 冀人社发〔2018〕3号二（二）1; rules.md 4.5, 10.3.
"""

from __future__ import annotations

from caseworker.policy import Value
from caseworker.rules.logic import NO, YES, Names, Span, Truth, exactly, undecided, unknown
from caseworker.rules.people import Person
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Setting
from caseworker.rules.text import percent, span, yuan
from caseworker.rules.verdict import Payment, Verdict, conclude

PROGRAMME = "premium_aid"
_CLASSES = {
    "special_hardship": "特困人员", "dibao": "低保对象", "low_income_edge": "低保边缘家庭成员",
    "rigid_expenditure": "刚性支出困难家庭成员", "poverty_monitored": "防止返贫监测对象",
    "illness_impoverished": "因病致贫重病患者", "poverty_registered": "建档立卡人员", "long_term_dibao": "低保对象",
}  # fmt: skip
_BY_LAW = ("special_hardship", "dibao", "long_term_dibao")  # named in 社会救助法第二十四条第二款


def premium_aid(setting: Setting, person: Person) -> Verdict:
    """The verdict for one person; of several statuses the one that pays most, once (就高不重复)."""
    categories, law = person.member.categories, setting.law
    facts, rule = ("members[].categories",), "premium_aid.class"
    if categories is None:
        said = f"{person.name}是哪一类救助对象还没有问"
        asked = reason(law, rule, unknown(f"{person.path}.categories"), said, facts=facts)
        return conclude(PROGRAMME, (person.id,), [asked], per="year")
    held = tuple(name for name in _CLASSES if name in categories)
    if not held:
        no = reason(law, rule, NO, f"{person.name}还没有认定为资助参保的对象", facts=facts)
        return conclude(PROGRAMME, (person.id,), [no], per="year")
    name, value = _best(setting, held)
    truth = _granted(value, name)
    whose = reason(law, rule, truth, f"{person.name}是{_CLASSES[name]}", facts=facts, source=value)
    return conclude(
        PROGRAMME, (person.id,), [whose], per="year", law=law,
        payment=lambda: _payment(setting, person, value, name),
    )  # fmt: skip


def _best(setting: Setting, held: Names) -> tuple[str, Value | None]:
    """The class with the highest ratio; a status without one of its own falls under `other`."""
    other = setting.law.get("premium.aid.other", setting.area)
    found = [(name, _own(setting, name) or other) for name in held]
    paying = [(name, value) for name, value in found if value is not None]
    return max(paying, key=lambda item: item[1].value) if paying else (held[0], None)


def _own(setting: Setting, name: str) -> Value | None:
    own = "dibao" if name == "long_term_dibao" else name
    return setting.law.get(f"premium.aid.{own}", setting.area)


def _granted(value: Value | None, name: str) -> Truth:
    """The law itself grants it to 特困 and 低保; for others the place decides."""
    if value is not None:
        return YES if value.value > 0 else NO
    return YES if name in _BY_LAW else undecided(f"premium.aid.{name}")


def _amount(setting: Setting, value: Value | None, name: str) -> Span:
    premium = setting.law.get("premium.personal", setting.area)
    lacking = [] if premium else ["premium.personal"]
    lacking += [] if value else [f"premium.aid.{name}"]
    if premium is None or value is None:
        return Span(0, None, (), tuple(lacking))
    return exactly(premium.value * value.value)


def _payment(setting: Setting, person: Person, value: Value | None, name: str) -> Payment:
    amount = _amount(setting, value, name)
    return Payment(amount, (), [_note(setting, person, value, amount)])


def _note(setting: Setting, person: Person, value: Value | None, amount: Span) -> Reason:
    premium = setting.law.get("premium.personal", setting.area)
    working = f"{yuan(premium.value)} × {percent(value.value)} = {span(amount)}" if premium and value else ""
    said = "资助居民医保个人缴费"
    if person.member.insured is False:
        said += "（本年还没有参保，先办参保登记）"
    return reason(
        setting.law, "premium_aid.amount", YES, said, working=working, facts=("members[].insured",), source=value,
        hangs=amount.open,
    )  # fmt: skip
