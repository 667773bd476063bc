"""Special hardship (特困人员救助供养), person by person: category, labour capacity, obligors, means of living.

社会救助法第十六条; 特困人员认定办法第四至九、二十一、二十二条; rules.md 1.7, 4.3, 10.3.
"""

from __future__ import annotations

from collections.abc import Sequence

from caseworker.rules.admission import special_hardship_admission
from caseworker.rules.care import care_amount
from caseworker.rules.logic import NO, YES, Truth, all_of, any_of, below, negation, undecided, unknown
from caseworker.rules.obligors import no_able_obligor, plainly_able
from caseworker.rules.people import Person, disability_meets, disabled, figure
from caseworker.rules.reasons import DECISION, Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import span, yuan
from caseworker.rules.verdict import Verdict, conclude

PROGRAMME = "special_hardship"
_TO_DECIDE = DECISION + "由县级人民政府民政部门决定：16至17周岁的未成年人新申请特困，文本不一致"
_CATEGORY = {
    True: "是老年人、残疾人或未成年人",
    False: "不是老年人、残疾人或未成年人",
    None: "是不是老年人、残疾人或未成年人还不能确定",
}
_CHILD_ALLOWANCE = ("orphan", "de_facto_orphan")
_AT_SCHOOL = ("compulsory", "senior_secondary", "vocational")


def special_hardship(scene: Scene, person: Person) -> Verdict:
    """The verdict for one person, looking at the household as it is before anyone leaves it."""
    category = _category(scene, person)
    if category.truth.value is False:
        return conclude(PROGRAMME, (person.id,), [category], per="month")
    if scene.law.citation("special_hardship.no_means") is None:
        return conclude(PROGRAMME, (person.id,), [category, _before_2021(scene, person)], per="month")
    tests = (_labour, _obligors, _living_source, _other_allowance)
    conditions = [category]
    for test in tests:
        conditions.append(test(scene, person))
        if conditions[-1].truth.value is False and _is_child(scene, person):
            return conclude(PROGRAMME, (person.id,), conditions, per="month")
    conditions += scene.once(special_hardship_admission)
    return conclude(
        PROGRAMME, (person.id,), conditions, per="month", law=scene.law,
        notes=_ends(scene, person, conditions), payment=lambda: care_amount(scene, person),
    )  # fmt: skip


def _is_child(scene: Scene, person: Person) -> bool:
    """A child whom nobody applies for: the first no says enough."""
    return person.age is not None and person.age < figure(scene.law, "age.adult") and not recognised(person)


def recognised(person: Person) -> bool:
    """Whether the person already is in special hardship."""
    return "special_hardship" in (person.member.categories or ())


def _before_2021(scene: Scene, person: Person) -> Reason:
    """Before the measure of 2021 only 社会救助暂行办法第十四条 is at hand: a plainly able obligor is a no, else a person decides."""
    able = plainly_able(scene, person)
    truth = NO if able else undecided(DECISION + "2021年7月1日以前的认定细则没有收录，由县级人民政府民政部门认定")
    said = f"{person.name}有能履行义务的法定义务人（{able}）" if able else f"{person.name}的特困人员认定"
    return reason(scene.law, "special_hardship.before_2021", truth, said, facts=("obligors", "members[].relation"))


def _ends(scene: Scene, person: Person, conditions: Sequence[Reason]) -> list[Reason]:
    """A recognised person who no longer qualifies: end it by its own procedure, then test dibao and the rest."""
    if not recognised(person) or all(r.truth.value is not False for r in conditions):
        return []
    said = f"{person.name}现为特困人员，但已不符合条件：应按程序终止供养，并按规定改测低保、临时救助等"
    return [reason(scene.law, "special_hardship.ends", YES, said, facts=("members[].categories",))]


def _category(scene: Scene, person: Person) -> Reason:
    law, member = scene.law, person.member
    facts = ("members[].birth_date", "members[].disability")
    if _plainly_none(scene, person):
        return reason(law, "special_hardship.category", NO, f"{person.name}{_CATEGORY[False]}", facts=facts)
    elder = person.at_least(figure(law, "age.elder"))
    child = negation(person.at_least(figure(law, "age.adult")))
    pupil = _continues(scene, person)
    truth = any_of([elder, child, disabled(member.disability, f"{person.path}.disability"), pupil])
    return reason(law, "special_hardship.category", truth, f"{person.name}{_CATEGORY[truth.value]}", facts=facts)


def _plainly_none(scene: Scene, person: Person) -> bool:
    """A grown person below old age, known to be neither disabled nor recognised: most people, told without ado."""
    member, law = person.member, scene.law
    if person.age is None or member.disability != "none" or member.categories is None or recognised(person):
        return False
    return figure(law, "age.adult") <= person.age < figure(law, "age.elder")


def _continues(scene: Scene, person: Person) -> Truth:
    """A recognised minor goes on while under age, and beyond while at school (社会救助法第十六条第三款)."""
    recognised_before = already(person)
    if recognised_before.value is False or scene.law.citation("special_hardship.minor_continues") is None:
        return NO
    schooling = person.member.schooling
    at_school = unknown(f"{person.path}.schooling") if schooling is None else Truth(schooling in _AT_SCHOOL)
    young = any_of([negation(person.at_least(figure(scene.law, "age.adult"))), at_school])
    return all_of([recognised_before, young])


def already(person: Person) -> Truth:
    """Whether the person is recognised as in special hardship, where that was asked."""
    categories = person.member.categories
    return unknown(f"{person.path}.categories") if categories is None else Truth(recognised(person))


def _labour(scene: Scene, person: Person) -> Reason:
    law, path = scene.law, f"{person.path}.disability"
    entry = figure(law, "special_hardship.minor_entry_age")
    sure = any_of([
        person.at_least(figure(law, "age.elder")),
        negation(person.at_least(entry)),
        disability_meets(law, "special_hardship", person.member.disability, path),
        _continues(scene, person),
    ])  # fmt: skip
    truth = any_of([sure, _between(scene, person, entry)])
    said = {True: "无劳动能力", False: "不属于无劳动能力的情形", None: "是否属于无劳动能力的情形还不能确定"}[
        truth.value
    ]
    working = "" if person.age is None else f"{person.age} 周岁"
    facts = ("members[].birth_date", "members[].disability")
    rule = "special_hardship.minor_16_17" if truth.open else "special_hardship.no_labour"
    return reason(law, rule, truth, f"{person.name}{said}", working=working, facts=facts)


def _between(scene: Scene, person: Person, entry: int) -> Truth:
    """A minor past the entry age of the measure: the later texts reach to eighteen, so a person decides."""
    if scene.law.citation("special_hardship.minor_16_17") is None:
        return NO
    between = all_of([person.at_least(entry), negation(person.at_least(figure(scene.law, "age.adult")))])
    return undecided(_TO_DECIDE) if between.value else between


def _living_source(scene: Scene, person: Person) -> Reason:
    law, heads = scene.law, max(len(scene.counted), 1)
    own = scene.setting.incomes.living_source(person.id, heads)
    found = scene.property(("special_hardship",), heads)
    facts = ("incomes", "assets")
    if scene.month is None:
        truth = all_of([undecided(f"dibao.standard.{scene.area}"), found.truth])
        return reason(law, "special_hardship.no_means", truth, "本人收入与低保标准比较", facts=facts)
    low = below(own, scene.month)
    truth = all_of([low, found.truth])
    said = {True: "无生活来源", False: "有生活来源（收入或财产超过规定）", None: "有没有生活来源还不能确定"}[
        truth.value
    ]
    sign = {True: "<", False: "≥", None: "与"}[low.value]
    working = f"本人收入 {span(own)} {sign} {yuan(scene.month)}" + (f"；{found.working}" if found.working else "")
    return reason(
        law, "special_hardship.no_means", truth, f"{person.name}{said}", working=working, facts=facts,
        source=scene.standard,
    )  # fmt: skip


def _obligors(scene: Scene, person: Person) -> Reason:
    truth, working = no_able_obligor(scene, person)
    said = {
        True: "没有法定义务人，或义务人都没有履行义务能力", False: "有能履行义务的法定义务人",
        None: "法定义务人有没有履行义务能力还不能确定",
    }[truth.value]  # fmt: skip
    facts = ("obligors", "members[].relation")
    return reason(scene.law, "special_hardship.obligors", truth, f"{person.name}{said}", working=working, facts=facts)


def _other_allowance(scene: Scene, person: Person) -> Reason:
    """A minor who draws the allowance of an orphan or de facto orphan has chosen it (特困人员认定办法第九条)."""
    categories = person.member.categories
    child = negation(person.at_least(figure(scene.law, "age.adult")))
    if categories is None:
        draws = unknown(f"{person.path}.categories")
    else:
        draws = YES if any(name in categories for name in _CHILD_ALLOWANCE) else NO
    truth = negation(all_of([child, draws]))
    said = (
        "没有选择孤儿、事实无人抚养儿童保障"
        if truth.value
        else "已领取（或可能领取）孤儿、事实无人抚养儿童基本生活保障"
    )
    facts = ("members[].categories",)
    return reason(scene.law, "special_hardship.not_orphan_allowance", truth, f"{person.name}{said}", facts=facts)
