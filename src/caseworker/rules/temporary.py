"""Temporary assistance (临时救助): the emergency kind, aid first; and the expenditure kind, with a means test.

社会救助法第二十九、三十七、五十条; 民发〔2018〕23号二（一）至（四）; rules.md 1.8, 4.4, 10.3.
"""

from __future__ import annotations

from caseworker.household import Hardship
from caseworker.policy import Value
from caseworker.rules.admission import temporary_admission
from caseworker.rules.bands import expenditure_amount
from caseworker.rules.emergency import emergency_amount
from caseworker.rules.logic import NO, YES, Truth, all_of, any_of, known, negation, undecided, unknown
from caseworker.rules.months import months_after
from caseworker.rules.people import Person
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.rigid import average_income
from caseworker.rules.scene import Scene
from caseworker.rules.verdict import INELIGIBLE, NEEDS_INFORMATION, Verdict, conclude

PROGRAMME = "temporary_assistance"
_SUDDEN = ("fire", "traffic_accident", "accident", "sudden_illness", "other")
_RULE = "temporary_assistance.repeat"
_INTERVAL = "temporary.repeat_months"
_COVERED = ("special_hardship", "dibao")


def temporary_assistance(scene: Scene) -> Verdict:
    """The verdict for the household; `scene` counts everyone (nobody leaves for special hardship)."""
    hardship, law = scene.household.hardship, scene.law
    if not isinstance(hardship, Hardship):
        truth = unknown("hardship") if hardship is None else NO
        said = "有没有突发困难还没有问" if hardship is None else "没有需要临时救助的困难情形"
        return conclude(
            PROGRAMME,
            scene.ids,
            [reason(law, "temporary_assistance.event", truth, said, facts=("hardship",))],
            per="once",
        )
    emergency = _is_emergency(hardship)
    if emergency.value:
        return _emergency(scene, hardship)
    if emergency.value is False:
        return _expenditure(scene, hardship)
    return _undecided_kind(scene, hardship, emergency)


def _is_emergency(hardship: Hardship) -> Truth:
    """A sudden event that needs help at once, or any hardship that is urgent and cannot wait; else it is spending."""
    sudden = known(None if hardship.kind is None else hardship.kind in _SUDDEN, "hardship.kind")
    urgent = known(hardship.urgent, "hardship.urgent")
    cannot_wait = known(hardship.needs_now, "hardship.needs_now")
    return any_of([all_of([sudden, any_of([urgent, cannot_wait])]), all_of([urgent, cannot_wait])])


def _undecided_kind(scene: Scene, hardship: Hardship, emergency: Truth) -> Verdict:
    """The kind is not known: only what both kinds agree on is sure."""
    both = (_emergency(scene, hardship), _expenditure(scene, hardship))
    if all(v.outcome == INELIGIBLE for v in both):
        return both[0]
    why = reason(
        scene.law, "temporary_assistance.event", emergency, "属于急难型还是支出型还不能确定", facts=("hardship",)
    )
    return Verdict(PROGRAMME, scene.ids, NEEDS_INFORMATION, (why, *both[0].reasons), emergency.missing, per="once")


def _emergency(scene: Scene, hardship: Hardship) -> Verdict:
    """No income, property, obligors or residence: help where the emergency happened."""
    said = "突发意外、重大疾病等，基本生活暂时出现严重困难，需要立即救助（急难型）"
    facts = ("hardship.kind", "hardship.urgent", "hardship.needs_now")
    event = reason(scene.law, "temporary_assistance.emergency", YES, said, facts=facts)
    notes = []
    if hardship.needs_now:
        notes = [reason(scene.law, "temporary_assistance.aid_first", YES, "情况紧急，应当先行救助，之后补充说明情况")]
    one = hardship.scope == "individual" and hardship.member is not None
    return conclude(
        PROGRAMME, (hardship.member or "",) if one else scene.ids, [event, _repeat(scene, hardship)], per="once",
        law=scene.law, notes=notes,
        payment=lambda: emergency_amount(scene, hardship),
    )  # fmt: skip


def _expenditure(scene: Scene, hardship: Hardship) -> Verdict:
    """Necessary spending beyond the household's means, with income and property tests."""
    law = scene.law
    event = reason(
        law,
        "temporary_assistance.expenditure",
        YES,
        "教育、医疗等必需支出突然增加超出承受能力（支出型）",
        facts=("hardship.kind",),
    )
    conditions = [event, _repeat(scene, hardship), *temporary_admission(scene)]
    covered = all_of(_recognised(person) for person in scene.counted)
    if covered.value:
        said = "计入的成员都是特困人员或低保对象，重点核实必需支出，不再核对收入和财产"
        conditions.append(reason(law, "temporary_assistance.recognised", YES, said, facts=("members[].categories",)))
    else:
        conditions += [_unless(covered, test) for test in (_income(scene), _property(scene))]
    own, payment = expenditure_amount(scene, hardship)
    return conclude(PROGRAMME, scene.ids, [*conditions, own], per="once", law=law, payment=lambda: payment)


def _recognised(person: Person) -> Truth:
    categories = person.member.categories
    if categories is None:
        return unknown(f"{person.path}.categories")
    return YES if any(name in categories for name in _COVERED) else NO


def _unless(covered: Truth, test: Reason) -> Reason:
    """A test that everyone's recognition would make needless."""
    return test if covered.value is False else test._replace(truth=any_of([covered, test.truth]))


def _income(scene: Scene) -> Reason:
    """No imputed support and no deductions (rules.md 10.3)."""
    gross = scene.setting.incomes.counted(scene.ids)
    return average_income(scene, "temporary_assistance.income", gross, max(scene.size, 1))


def _property(scene: Scene) -> Reason:
    finding = scene.property(("temporary",))
    said = {True: "家庭财产符合规定", False: "家庭财产超过规定", None: "家庭财产是否符合规定还不能确定"}[
        finding.truth.value
    ]
    return reason(
        scene.law, "temporary_assistance.property", finding.truth, said, working=finding.working, facts=("assets",),
        source=finding.source, standard=scene.standard if finding.source else None,
    )  # fmt: skip


def _repeat(scene: Scene, hardship: Hardship) -> Reason:
    """The same cause again only after the local interval; no text found sets one (rules.md 1.8, [MEM])."""
    facts = ("hardship.same_cause_aided", "hardship.last_aid_on")
    interval = scene.law.get(_INTERVAL)
    fresh = negation(known(hardship.same_cause_aided, "hardship.same_cause_aided"))
    since = _interval_over(scene, hardship, interval)
    truth = any_of([fresh, since])
    if fresh.value:
        return reason(scene.law, _RULE, truth, "没有因同一事由得到过临时救助", facts=facts, local=_INTERVAL)
    said = {True: "已满再次救助的间隔", False: "同一事由未满再次救助的间隔", None: "能否再次救助还不能确定"}[
        truth.value
    ]
    return reason(
        scene.law, _RULE, truth, said, working=_since(scene, hardship, interval), facts=facts, source=interval,
        local=_INTERVAL,
    )  # fmt: skip


def _interval_over(scene: Scene, hardship: Hardship, interval: Value | None) -> Truth:
    if interval is None:
        return undecided(_INTERVAL)
    if hardship.last_aid_on is None:
        return unknown("hardship.last_aid_on")
    return YES if months_after(hardship.last_aid_on, interval.value) <= scene.law.day else NO


def _since(scene: Scene, hardship: Hardship, interval: Value | None) -> str:
    if interval is None or hardship.last_aid_on is None:
        return ""
    again = months_after(hardship.last_aid_on, interval.value)
    sign = "≤" if again <= scene.law.day else ">"
    return f"上次 {hardship.last_aid_on} + {interval.value} 个月 = {again} {sign} {scene.law.day}"
