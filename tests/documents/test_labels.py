"""The Chinese words: every closed value of the contract has one, and every fact can be named."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.documents import cases

from caseworker.household import kinds
from caseworker.household.labels import FACTS, LABELS, label, member_name, path_label, yes_no
from caseworker.household.models import Assets, Hardship, Household, MedicalBill, Member, Obligor, SelfCare

GROUPS = {
    "programme": kinds.Programme, "area": kinds.Area, "residence_basis": kinds.ResidenceBasis,
    "channel": kinds.Channel, "sex": kinds.Sex, "relation": kinds.Relation, "absence": kinds.Absence,
    "marital": kinds.Marital, "disability_kind": kinds.DisabilityKind, "illness": kinds.Illness,
    "schooling": kinds.Schooling, "labour": kinds.Labour, "employment": kinds.Employment, "category": kinds.Category,
    "income_kind": kinds.IncomeKind, "expense_kind": kinds.ExpenseKind, "per": kinds.Per,
    "vehicle_kind": kinds.VehicleKind, "obligor_status": kinds.ObligorStatus, "hardship_kind": kinds.HardshipKind,
    "severity": kinds.Severity, "scope": kinds.Scope, "medical_kind": kinds.MedicalKind,
}  # fmt: skip
OTHERS = {
    "outcome": ["eligible", "ineligible", "superseded", "needs_information", "needs_decision"],
    "answer": ["yes", "no", "unknown"],
    "self_care": list(SelfCare.model_fields),
    "disability_grade": ["1", "2", "3", "4"],
    "top_up": ["elder", "severe_disability", "severe_illness", "student", "minor"],
    "assistance_kind": ["emergency", "expenditure"],
    "self_care_grade": ["full", "partial", "none"],
    "paper_need": ["required", "if_present", "later", "not_needed"],
    "clock": ["survey_start", "core_check_start", "notice_end", "county_decision", "refusal_notice", "total",
              "total_extended", "first_help", "supplement"],
}  # fmt: skip


@pytest.mark.parametrize("group", GROUPS)
def test_every_value_of_the_contract_has_one_chinese_word(group: str) -> None:
    assert set(LABELS[group]) == set(get_args(GROUPS[group]))


@pytest.mark.parametrize("group", OTHERS)
def test_the_other_lists_are_complete(group: str) -> None:
    assert set(LABELS[group]) == set(OTHERS[group])


@pytest.mark.parametrize("group", LABELS)
def test_words_within_a_list_differ(group: str) -> None:
    assert len(set(LABELS[group].values())) == len(LABELS[group])


@pytest.mark.parametrize(
    ("group", "model"),
    [("household", Household), ("members", Member), ("assets", Assets), ("obligors", Obligor),
     ("hardship", Hardship), ("medical", MedicalBill)],
)  # fmt: skip
def test_every_fact_has_a_name(group: str, model: type) -> None:
    assert set(model.model_fields) - {"id"} <= set(FACTS[group])  # type: ignore[attr-defined]


def test_label() -> None:
    assert label("relation", "self") == "本人"
    assert label("disability_grade", 2) == "二级"
    assert label("illness", None) == "未询问"
    assert label("category", "a_new_one") == "a_new_one"
    with pytest.raises(KeyError):
        label("relations", "self")


def test_yes_no() -> None:
    assert [yes_no(value) for value in (True, False, None)] == ["是", "否", "未询问"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("incomes", "家庭收入"),
        ("assets.financial", "家庭财产：金融资产"),
        ("hardship.severity", "困难事由：困难程度"),
        ("members[1].disability", "示例乙的残疾情况"),
        ("members[1].disability.grade", "示例乙的残疾情况：残疾等级"),
        ("members[1].self_care.bathing", "示例乙的生活自理能力：自主洗澡"),
        ("members[2].insured", "示例丙是否参加当年基本医保"),
        ("members[9].insured", "家庭成员第10项是否参加当年基本医保"),
        ("incomes[0].amount", "示例甲的职工养老金的金额"),
        ("expenses[0].amount", "示例乙的医疗支出的金额"),
        ("obligors[0].status", "家庭以外的法定义务人第1项的身份状况"),
        ("medical[0].referred", "医疗费用第1项是否规范转诊"),
        ("dibao.standard.urban", "dibao.standard.urban"),
        ("（整个文件）", "（整个文件）"),
    ],
)
def test_path_label(path: str, told: str) -> None:
    assert path_label(path, cases.plain()["household"]) == told


def test_path_label_of_people_outside_and_bills() -> None:
    assert path_label("obligors[0].consent", cases.elder()["household"]) == "义务人测试女乙是否同意核对"
    assert path_label("medical[0].total", cases.large()["household"]) == "示例的医疗费用的总费用"
    assert path_label("assets.vehicles[1].value", cases.large()["household"]) == "家庭财产：车辆：车辆价值"


def test_a_member_without_a_name_is_named_by_position() -> None:
    household = cases.plain()["household"]
    household["members"][1]["name"] = None
    assert member_name(household, "m2") == "第2名成员"
    assert member_name(household, None) == "家庭"
    assert path_label("members[1].labour", household) == "第2名成员的劳动能力"
