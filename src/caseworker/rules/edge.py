"""The dibao edge household (最低生活保障边缘家庭): a category without an amount that opens special assistance.

社会救助法第二十一条; 最低生活保障审核确认办法第八条; rules.md 1.1.
"""

from __future__ import annotations

from caseworker.policy import PolicyDay
from caseworker.rules.admission import household_admission
from caseworker.rules.dibao import covered, property_within
from caseworker.rules.income_reasons import income_notes
from caseworker.rules.lines import edge_line, line_reason
from caseworker.rules.logic import NO, YES
from caseworker.rules.reasons import reason
from caseworker.rules.scene import Scene
from caseworker.rules.verdict import ELIGIBLE, Verdict, conclude

PROGRAMME = "low_income_edge"


def low_income_edge(scene: Scene) -> Verdict:
    """The verdict on the category, tested without looking at higher layers."""
    if not scene.staying:
        return nobody(scene, PROGRAMME)
    conditions = [
        *scene.once(household_admission),
        line_reason(scene, edge_line(scene), "low_income_edge.income"),
        property_within(scene, ("edge",), "low_income_edge.property"),
    ]
    return conclude(PROGRAMME, scene.ids, conditions, notes=scene.once(income_notes))


def with_special_difficulty(verdict: Verdict, law: PolicyDay) -> Verdict:
    """An edge household hears the one sentence on members in special difficulty (社会救助法第二十一条第二款)."""
    rule = "low_income_edge.special_difficulty"
    if verdict.outcome != ELIGIBLE or law.citation(rule) is None:
        return verdict
    said = "家庭中确有特殊困难的人员，可以由县级人民政府民政部门决定纳入低保"
    return verdict._replace(reasons=(*verdict.reasons, reason(law, rule, YES, said)))


def nobody(scene: Scene, programme: str) -> Verdict:
    """A household category of which nobody is left to count."""
    if not scene.counted:
        return conclude(programme, (), [reason(scene.law, "household.member", NO, "没有可以计入家庭的成员")])
    return covered(scene, programme)
