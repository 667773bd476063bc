"""Facts that contradict each other, and that all faults of a file come together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.household.made import BORN, NUMBER, file, line, lines, with_member
from tests.strategies import id_number

from caseworker.household import HouseholdFaults, read_household

WAGE = {"kind": "wage", "amount": "1", "per": "month"}
KNOWN = "members 里的编号：m1、m2"


def members(*changes: dict[str, Any]) -> dict[str, Any]:
    """The file with as many members, each changed."""
    begin = [{"id": f"m{i + 1}", "relation": "self" if i == 0 else "child"} for i in range(len(changes))]
    return file(members=[member | change for member, change in zip(begin, changes, strict=True)])


def test_ids_that_repeat() -> None:
    assert lines(members({}, {"id": "m1"}, {"id": " m1"})) == [
        "members[1].id: 编号“m1”与 members[0] 重复: 每人一个不同的编号",
        "members[2].id: 编号“m1”与 members[0] 重复: 每人一个不同的编号",
    ]


def test_one_person_stands_in_the_file_once() -> None:
    number = {"id_number": NUMBER}
    expected = "每人各自的身份号码，同一个人只写一处"
    said = f"members[1].id_number: 与 members[0] 的身份号码相同: {expected}"
    assert line(members(number, {"id_number": f" {NUMBER.lower()} "})) == said
    outside = file(obligors=[{"relation": "child", **number}])
    assert line(outside) == f"obligors[0].id_number: 与 members[0] 的身份号码相同: {expected}"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (members({"relation": "spouse"}), "members[0].relation: 没有申请人: 有一人与申请人的关系是本人（self）"),
        (members({"relation": None}), "members[0].relation: 没有申请人: 有一人与申请人的关系是本人（self）"),
        (
            members({}, {"relation": "self"}),
            "members[1].relation: 申请人多于一人: 只有一人与申请人的关系是本人（self）",
        ),
    ],
)
def test_there_is_one_applicant(made: dict[str, Any], said: str) -> None:
    assert line(made) == said


def test_the_applicant_need_not_come_first() -> None:
    household = read_household(members({"relation": "parent"}, {"relation": "self"}))
    assert household.applicant.id == "m2"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"incomes": [WAGE | {"member": "m9"}]}, "incomes[0].member"),
        ({"expenses": [{"kind": "living", "per": "month", "member": "m9"}]}, "expenses[0].member"),
        ({"medical": [{"member": "m9"}]}, "medical[0].member"),
        ({"hardship": {"member": "m9"}}, "hardship.member"),
        ({"obligors": [{"owes_to": ["m1", "m9"]}]}, "obligors[0].owes_to[1]"),
    ],
)
def test_a_member_who_does_not_exist(changes: dict[str, Any], path: str) -> None:
    assert line(file(**changes)) == f"{path}: 没有这个成员（m9）: {KNOWN}"


def test_the_number_gives_birth_and_sex_and_nothing_may_say_otherwise() -> None:
    assert lines(with_member(birth_date="1982-02-04", sex="female")) == [
        "members[0].birth_date: 与身份号码里的出生日期不一致: 1982-02-03",
        "members[0].sex: 与身份号码里的性别不一致: male",
    ]
    assert lines(with_member(birth_date="1982-02-03", sex="male")) == []
    obligor = {"id_number": id_number(BORN, 3), "birth_date": "1982-02-04"}
    assert line(file(obligors=[obligor])) == "obligors[0].birth_date: 与身份号码里的出生日期不一致: 1982-02-03"


@pytest.mark.parametrize(
    ("born", "path"),
    [({"birth_date": "2021-08-03"}, "birth_date"), ({"id_number": id_number(date(2021, 8, 3))}, "id_number")],
)
def test_nobody_is_born_after_the_application(born: dict[str, Any], path: str) -> None:
    assert line(members(born)) == f"members[0].{path}: 出生日期晚于申请日: 不晚于 2021-08-02"
    assert lines(members(born) | {"applied_on": None}) == []
    assert lines(members({"birth_date": "2021-08-02"})) == []


PHYSICAL: dict[str, Any] = {"kind": "physical", "components": []}
MULTIPLE: dict[str, Any] = {"kind": "multiple", "components": []}


@pytest.mark.parametrize(
    ("disability", "said"),
    [
        (PHYSICAL, "components: 只有多重残疾才有分项: kind 为 multiple，或去掉 components"),
        (MULTIPLE, "components: 是空列表: 逐项写明，或写 null（还没问）"),
        (MULTIPLE | {"components": [MULTIPLE]}, "components[0].components: 不认识的键: 去掉它；可用的键：kind、grade"),
        (
            MULTIPLE | {"components": [{"kind": "multiple"}]},
            "components[0].kind: 分项不能又是多重: 视力、听力等单一类别",
        ),
    ],
)
def test_components_belong_to_a_multiple_disability(disability: dict[str, Any], said: str) -> None:
    assert lines(with_member(disability=disability))[0] == f"members[0].disability.{said}"
    assert lines(file(obligors=[{"disability": disability}]))[0] == f"obligors[0].disability.{said}"


@pytest.mark.parametrize(
    "hardship",
    ["none", None, {"kind": None}, {"scope": "individual"}, {"scope": "individual", "member": None, "kind": "fire"}],
)
def test_what_is_not_asked_is_no_fault(hardship: object) -> None:
    assert lines(file(hardship=hardship)) == []


def test_every_fault_comes_at_once_in_the_order_of_the_file() -> None:
    made = members({"id_number": "1", "illness": "bad", "labor": "full"}, {"id": "m1"})
    made |= {"applied_on": "2021-02-31", "incomes": [WAGE | {"amount": -1}, WAGE | {"member": "m9"}], "typo": 1}
    found = [said.partition(": ")[0] for said in lines(made)]
    assert found == [
        "applied_on",
        "members[0].id_number",
        "members[0].illness",
        "members[0].labor",
        "incomes[0].amount",
        "typo",
        "members[1].id",
        "incomes[1].member",
    ]


def test_a_contradiction_that_only_echoes_a_fault_is_not_told() -> None:
    assert line(members({"relation": "selbst"})).startswith("members[0].relation: 不认识的值")
    assert line(file(hardship={"urgnt": True})).startswith("hardship.urgnt: 不认识的键")
    assert line(file(hardship={"scope": "individual", "member": 3})).startswith("hardship.member: 不是文本")


def test_one_bad_item_does_not_hide_what_is_wrong_elsewhere() -> None:
    wrong = [{"kind": "living", "per": "day"}, {"kind": "living", "per": "year", "member": "m9"}]
    made = file(incomes=["wage", {"kind": "wage"}], programmes=["dibao", 3], expenses=wrong)
    found = [said.partition(": ")[0] for said in lines(made | {"medical": [{"member": "m9"}]})]
    assert found == ["programmes[1]", "incomes[0]", "incomes[1].per", "expenses[0].per", "medical[0].member"]


def test_reading_leaves_what_was_handed_in_as_it_was() -> None:
    made, twin = (members({"illness": "bad"}, {"id": "m1"}) for _ in range(2))
    with pytest.raises(HouseholdFaults):
        read_household(made)
    assert made == twin
