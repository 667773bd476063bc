"""What one field alone cannot tell: ids that repeat, names that point nowhere, dates that contradict the ID number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseworker.household.faults import Fault, shown
from caseworker.household.models import Disability, Hardship, Household, Member, Obligor
from caseworker.text import idnumber


def contradictions(household: Household) -> list[Fault]:
    """Every fault between the fields of a household whose single fields are in order."""
    found = [*_applicant(household), *_ids(household), *_numbers(household), *_references(household)]
    for path, person in _people(household):
        found += _person(path, person, household.applied_on)
    if isinstance(household.hardship, Hardship) and not household.hardship.model_fields_set:
        found.append(Fault("hardship", "是空对象", "没有困难情形写 “none”，还没问写 null，否则写明情形"))
    return found


def _people(household: Household) -> Iterator[tuple[str, Member | Obligor]]:
    yield from ((f"members[{i}]", member) for i, member in enumerate(household.members))
    yield from ((f"obligors[{i}]", obligor) for i, obligor in enumerate(household.obligors or []))


def _applicant(household: Household) -> Iterator[Fault]:
    selves = [i for i, member in enumerate(household.members) if member.relation == "self"]
    if not selves:
        yield Fault("members[0].relation", "没有申请人", "有一人与申请人的关系是本人（self）")
    for extra in selves[1:]:
        yield Fault(f"members[{extra}].relation", "申请人多于一人", "只有一人与申请人的关系是本人（self）")


def _ids(household: Household) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for index, member in enumerate(household.members):
        first = seen.setdefault(member.id, f"members[{index}]")
        if first != f"members[{index}]":
            said = f"编号“{shown(member.id)}”与 {first} 重复"
            yield Fault(f"members[{index}].id", said, "每人一个不同的编号")


def _numbers(household: Household) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for path, person in _people(household):
        first = seen.setdefault(person.id_number, path) if person.id_number else path
        if first != path:
            yield Fault(f"{path}.id_number", f"与 {first} 的身份号码相同", "每人各自的身份号码，同一个人只写一处")


def _references(household: Household) -> Iterator[Fault]:
    known = {member.id for member in household.members}
    expected = "members 里的编号：" + "、".join(map(shown, sorted(known)))
    pointers = [(f"incomes[{i}].member", x.member) for i, x in enumerate(household.incomes or [])]
    pointers += [(f"expenses[{i}].member", x.member) for i, x in enumerate(household.expenses or [])]
    pointers += [(f"medical[{i}].member", x.member) for i, x in enumerate(household.medical or [])]
    for i, obligor in enumerate(household.obligors or []):
        pointers += [(f"obligors[{i}].owes_to[{j}]", name) for j, name in enumerate(obligor.owes_to or [])]
    if isinstance(household.hardship, Hardship):
        pointers.append(("hardship.member", household.hardship.member))
    for path, name in pointers:
        if name is not None and name not in known:
            yield Fault(path, f"没有这个成员（{shown(name)}）", expected)


def _person(path: str, person: Member | Obligor, applied_on: date | None) -> Iterator[Fault]:
    if person.id_number:
        known = idnumber.parse(person.id_number)
        if person.birth_date and person.birth_date != known.birth_date:
            yield Fault(f"{path}.birth_date", "与身份号码里的出生日期不一致", known.birth_date.isoformat())
        if isinstance(person, Member) and person.sex and person.sex != known.sex:
            yield Fault(f"{path}.sex", "与身份号码里的性别不一致", known.sex)
    if person.born and applied_on and person.born > applied_on:
        where = "id_number" if person.id_number else "birth_date"
        yield Fault(f"{path}.{where}", "出生日期晚于申请日", f"不晚于 {applied_on.isoformat()}")
    if isinstance(person.disability, Disability):
        yield from _disability(f"{path}.disability", person.disability)


def _disability(path: str, disability: Disability) -> Iterator[Fault]:
    if disability.components is None:
        return
    if disability.kind is not None and disability.kind != "multiple":
        yield Fault(f"{path}.components", "只有多重残疾才有分项", "kind 为 multiple，或去掉 components")
    if not disability.components:
        yield Fault(f"{path}.components", "是空列表", "逐项写明，或写 null（还没问）")
    for index, part in enumerate(disability.components):
        if part.kind == "multiple":
            yield Fault(f"{path}.components[{index}].kind", "分项不能又是多重", "视力、听力等单一类别")
