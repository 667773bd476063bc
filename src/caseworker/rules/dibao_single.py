"""Dibao for one person (单人保): every path of rules.md 1.5; the amount is the standard less the person's own income.

社会救助法第二十一条第二款; 最低生活保障审核确认办法第八条; 社会救助兜底通知一（一）; provincial paths.
"""

from __future__ import annotations

from typing import NamedTuple

from caseworker.rules.admission import household_admission
from caseworker.rules.dibao import property_within
from caseworker.rules.lines import beneath, line_reason, single_line
from caseworker.rules.logic import NO, YES, Span, Truth, all_of, any_of, below, exactly, known, less, undecided
from caseworker.rules.people import Person, disability_meets, figure
from caseworker.rules.reasons import DECISION, Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import span, yuan
from caseworker.rules.verdict import Payment, Verdict, conclude

PROGRAMME = "dibao_single"
_JOBLESS = ("none", "unemployed", "retired")
_TO_DECIDE = (
    DECISION + "由县级人民政府民政部门决定：家庭收入高于收入线的成年无业重度残疾人是否参照单人户纳入低保"
    "（文本未明确，本系统按由人决定处理）"
)


class _Path(NamedTuple):
    rule: str
    truth: Truth
    said: str


def dibao_single(scene: Scene, person: Person) -> Verdict:
    """The verdict for one counted person (or one who lives in a religious place), without looking at higher layers."""
    ours = (person.id,)
    if person.member.absence == "religious_3y":
        return _religious(scene, person)
    kind = _kind(scene, person)
    if kind.truth.value is False:
        return conclude(PROGRAMME, ours, [kind], per="month")
    inclusive = scene.law.get("dibao.single.inclusive")
    wide = bool(inclusive and inclusive.value)
    paths = [_national(scene), *_others(scene, person, wide)]
    truth = any_of(path.truth for path in paths)
    chosen = _telling(paths)
    facts = ("members[].dependent", "members[].employment")
    why = reason(scene.law, chosen.rule, truth, f"{person.name}：{chosen.said}", facts=facts)
    means = [property_within(scene, ("edge",), "dibao_single.property"), _own_income(scene, person)]
    line = single_line(scene, inclusive=wide and chosen.rule == "dibao_single.dependent")
    return conclude(
        PROGRAMME, ours, [kind, why, *means, *scene.once(household_admission)], per="month",
        law=scene.law, notes=[line_reason(scene, line, "dibao_single.family_line")],
        payment=lambda: _payment(scene, person),
    )  # fmt: skip


def _telling(paths: list[_Path]) -> _Path:
    """The path that the reason shows: one that is open to the person, else one in doubt, else the national one."""
    return min(paths, key=lambda path: (True, None, False).index(path.truth.value))


def _kind(scene: Scene, person: Person) -> Reason:
    """重度残疾 (in the meaning of this rule) or 重特大疾病."""
    member = person.member
    severe = disability_meets(scene.law, "single", member.disability, f"{person.path}.disability")
    illness = known(None if member.illness is None else member.illness == "severe", f"{person.path}.illness")
    truth = any_of([severe, illness])
    said = {
        True: "是重度残疾人或重病患者",
        False: "不是重度残疾人或重病患者",
        None: "是不是重度残疾人或重病患者还不能确定",
    }
    facts = ("members[].disability", "members[].illness")
    return reason(scene.law, "dibao_single.person", truth, f"{person.name}{said[truth.value]}", facts=facts)


def _national(scene: Scene) -> _Path:
    """Member of an edge family: strictly below the line (its property is a condition of every path)."""
    if scene.law.citation("dibao_single.edge_family") is None:
        return _Path("dibao_single.person", NO, "当时没有单人保的规定")
    truth = beneath(scene, single_line(scene, inclusive=False))
    said = {
        True: "家庭人均收入低于低保边缘家庭收入线",
        False: "家庭人均收入不低于低保边缘家庭收入线",
        None: "家庭人均收入是否低于低保边缘家庭收入线还不能确定",
    }
    return _Path("dibao_single.edge_family", truth, said[truth.value])


def _others(scene: Scene, person: Person, wide: bool) -> list[_Path]:
    paths = []
    dependent = known(person.member.dependent, f"{person.path}.dependent")
    if scene.law.citation("dibao_single.dependent") is not None:
        truth = all_of([dependent, beneath(scene, single_line(scene, inclusive=wide))])
        said = {
            True: "靠家庭供养且无法单独立户，家庭人均收入在收入线以内",
            False: "不符合靠家庭供养单独纳入的条件",
            None: "是否靠家庭供养、无法单独立户还不能确定",
        }
        paths.append(_Path("dibao_single.dependent", truth, said[truth.value]))
    if scene.law.citation("dibao_single.jobless") is not None:
        paths.append(_jobless(scene, person, dependent))
    return paths


def _jobless(scene: Scene, person: Person, dependent: Truth) -> _Path:
    """A dependent adult without a job, severely disabled, whatever the family's income: a person decides."""
    member = person.member
    adult = person.at_least(figure(scene.law, "age.adult"))
    severe = disability_meets(scene.law, "single", member.disability, f"{person.path}.disability")
    job = known(None if member.employment is None else member.employment in _JOBLESS, f"{person.path}.employment")
    truth = all_of([dependent, adult, severe, job])
    if truth.value is False:
        return _Path("dibao_single.jobless", NO, "不属于靠家庭供养的成年无业重度残疾人")
    to_decide = undecided(_TO_DECIDE) if truth.value else truth
    return _Path("dibao_single.jobless", to_decide, "靠家庭供养的成年无业重度残疾人")


def _own_income(scene: Scene, person: Person) -> Reason:
    own = scene.own_income(person)
    rule, facts = "dibao_single.own_income", ("incomes",)
    if scene.month is None:
        return reason(scene.law, rule, undecided(f"dibao.standard.{scene.area}"), "本人收入与低保标准比较", facts=facts)
    truth = below(own, scene.month)
    said = {True: "本人收入低于低保标准", False: "本人收入不低于低保标准", None: "本人收入是否低于低保标准还不能确定"}[
        truth.value
    ]
    sign = {True: "<", False: "≥", None: "与"}[truth.value]
    working = f"{span(own)} {sign} {yuan(scene.month)}"
    return reason(scene.law, rule, truth, f"{person.name}{said}", working=working, facts=facts, source=scene.standard)


def _payment(scene: Scene, person: Person) -> Payment:
    """The standard less the person's own income, without top-up (contract.md)."""
    own = scene.own_income(person)
    amount = Span(0, None) if scene.month is None else less(exactly(scene.month), own)
    working = "" if scene.month is None else f"{yuan(scene.month)} − {span(own)} = {span(amount)}"
    note = reason(
        scene.law, "dibao_single.amount", YES, "按本人收入与低保标准的差额计算", working=working, source=scene.standard,
        hangs=amount.open,
    )  # fmt: skip
    return Payment(amount, (), [note])


def _religious(scene: Scene, person: Person) -> Verdict:
    """Clergy who have lived in a religious place for three years apply alone (最低生活保障审核确认办法第八条第三项)."""
    said = f"{person.name}脱离家庭、在宗教场所居住三年以上，可以单独申请"
    truth = YES if scene.law.citation("dibao_single.religious") else NO
    why = reason(scene.law, "dibao_single.religious", truth, said, facts=("members[].absence",))
    alone = Scene(scene.setting, (person,))
    means = _own_income(alone, person)
    found = property_within(alone, ("dibao",), "dibao_single.property")
    conditions = [why, means, found, *household_admission(alone)]
    return conclude(
        PROGRAMME, (person.id,), conditions, per="month", law=scene.law,
        payment=lambda: _payment(alone, person),
    )  # fmt: skip
