"""What one field alone cannot tell: ids that repeat, names that point nowhere, dates that contradict the ID number."""

from __future__ import annotations

from collections.abc import Iterator

from caseworker.household.faults import Fault
from caseworker.household.models import Disability, Hardship, Household, Member
from caseworker.text import idnumber


def contradictions(household: Household) -> list[Fault]:
    """Every fault between the fields of a household whose single fields are in order."""
    found = [*_members(household), *_references(household), *_hardship(household)]
    for index, member in enumerate(household.members):
        found += _person(f"members[{index}]", member, household)
    return found


def _members(household: Household) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for index, member in enumerate(household.members):
        if member.id in seen:
            yield Fault(f"members[{index}].id", f"编号“{member.id}”与 members[{seen[member.id]}] 重复", "每人一个不同的编号")
        seen.setdefault(member.id, index)
        if member.id_number and member.id_number in numbers:
            first = numbers[member.id_number]
            yield Fault(f"members[{index}].id_number", f"与 members[{first}] 的身份号码相同", "每人各自的身份号码")
        if member.id_number:
            numbers.setdefault(member.id_number, index)
    selves = [i for i, member in enumerate(household.members) if member.relation == "self"]
    if not selves:
        yield Fault("members", "没有申请人", "有一人的 relation 为 self")
    for extra in selves[1:]:
        yield Fault(f"members[{extra}].relation", "申请人多于一人", "只有一人的 relation 为 self")


def _references(household: Household) -> Iterator[Fault]:
    known = {member.id for member in household.members}
    expected = "members 里的编号：" + "、".join(sorted(known))
    pointers = [(f"incomes[{i}].member", x.member) for i, x in enumerate(household.incomes or [])]
    pointers += [(f"expenses[{i}].member", x.member) for i, x in enumerate(household.expenses or [])]
    pointers += [(f"medical[{i}].member", x.member) for i, x in enumerate(household.medical or [])]
    for i, obligor in enumerate(household.obligors or []):
        pointers += [(f"obligors[{i}].owes_to[{j}]", name) for j, name in enumerate(obligor.owes_to or [])]
    if isinstance(household.hardship, Hardship):
        pointers.append(("hardship.member", household.hardship.member))
    for path, name in pointers:
        if name is not None and name not in known:
            yield Fault(path, f"没有这个成员（{name[:20]}）", expected)


def _hardship(household: Household) -> Iterator[Fault]:
    hardship = household.hardship
    if isinstance(hardship, Hardship):
        if not hardship.model_fields_set:
            yield Fault("hardship", "是空对象", "没有困难情形写 “none”，还没问写 null，否则写明情形")
        if hardship.scope == "individual" and hardship.member is None and len(household.members) > 1:
            yield Fault("hardship.member", "个人对象没有写明是谁", "scope 为 individual 时写成员编号")


def _person(path: str, member: Member, household: Household) -> Iterator[Fault]:
    if member.id_number:
        known = idnumber.parse(member.id_number)
        if member.birth_date and member.birth_date != known.birth_date:
            yield Fault(f"{path}.birth_date", "与身份号码里的出生日期不一致", known.birth_date.isoformat())
        if member.sex and member.sex != known.sex:
            yield Fault(f"{path}.sex", "与身份号码里的性别不一致", known.sex)
    if member.born and household.applied_on and member.born > household.applied_on:
        where = "id_number" if member.id_number else "birth_date"
        yield Fault(f"{path}.{where}", "出生日期晚于申请日", f"不晚于 {household.applied_on.isoformat()}")
    if isinstance(member.disability, Disability):
        yield from _disability(f"{path}.disability", member.disability)


def _disability(path: str, disability: Disability) -> Iterator[Fault]:
    if disability.components is None:
        return
    if disability.kind is not None and disability.kind != "multiple":
        yield Fault(f"{path}.components", "只有多重残疾才有分项", "kind 为 multiple，或去掉 components")
    if not disability.components:
        yield Fault(f"{path}.components", "是空列表", "至少两项，或写 null（还没问）")
    for index, part in enumerate(disability.components):
        if part.kind == "multiple":
            yield Fault(f"{path}.components[{index}].kind", "分项不能又是多重", "视力、听力等单一类别")
