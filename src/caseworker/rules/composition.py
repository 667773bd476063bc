"""Who counts as living together (共同生活的家庭成员).

最低生活保障审核确认办法第七条, and the readings of rules.md 10.3.
"""

from __future__ import annotations

from collections.abc import Callable

from caseworker.policy import PolicyDay
from caseworker.rules.logic import NO, YES, Truth, all_of, any_of, known, negation, unknown
from caseworker.rules.people import Person, figure
from caseworker.rules.reasons import Reason, reason

UNSAID = "文本未明确，本系统按"  # how a settled reading of rules.md 10.3 is marked
_KIN = ("parent", "grandparent", "grandchild", "sibling", "child_in_law", "parent_in_law")
_AWAY = {"prison": "在监狱服刑", "compulsory_detox": "被强制隔离戒毒", "declared_missing": "被宣告失踪"}
_FACTS = ("members[].relation", "members[].shares_household", "members[].absence")


def counts(law: PolicyDay, person: Person) -> Reason:
    """Whether a person is counted in the household, with the reason."""
    member = person.member
    if member.absence in _AWAY:
        said = f"{person.name}{_AWAY[member.absence]}，不计入"
        return reason(law, "household.away", NO, said, facts=_FACTS)
    if member.absence == "religious_3y":
        said = f"{person.name}连续三年以上脱离家庭生活的宗教教职人员，不计入"
        return reason(law, "household.away", NO, said, facts=_FACTS)
    excluded = law.get("household.conscript_excluded")
    if member.absence == "conscript" and excluded is not None and excluded.value:
        return reason(
            law, "household.conscript", NO, f"{person.name}是义务兵，当地规定不计入", facts=_FACTS, source=excluded
        )
    truth, said = _by_relation(law, person)
    return reason(law, "household.member", truth, f"{person.name}{said}", facts=_FACTS)


def _by_relation(law: PolicyDay, person: Person) -> tuple[Truth, str]:
    relation = person.member.relation
    if relation is None:
        return unknown(f"{person.path}.relation"), "与申请人的关系还没有问"
    if relation in ("self", "spouse"):
        return YES, "是申请人本人，计入" if relation == "self" else "是配偶，计入（不论是否同住）"
    if relation == "child":
        return _child(law, person)
    if relation not in _KIN:
        return NO, f"与申请人没有法定赡养、抚养、扶养关系，不计入（{UNSAID}不计入处理）"
    truth = all_of([_lives_in(person), negation(_postgraduate(person))])
    read = f"（{UNSAID}计入处理）" if relation in ("child_in_law", "parent_in_law") else ""
    return truth, _said(truth, f"有法定义务关系且共同居住，计入{read}", "不共同居住或是全日制研究生，不计入")


def _child(law: PolicyDay, person: Person) -> tuple[Truth, str]:
    minor = negation(person.at_least(figure(law, "age.adult")))
    if minor.value:
        return YES, "是未成年子女，计入"
    adult = all_of([negation(_postgraduate(person)), any_of([_studies(person), _dependent(person), _lives_in(person)])])
    truth = any_of([minor, adult])
    if any_of([_studies(person), _dependent(person)]).value:
        said = "是不能独立生活（含全日制本科及以下在读）的成年子女，计入"
    else:
        said = f"是共同居住的成年子女，计入（{UNSAID}计入处理）"
    return truth, _said(truth, said, "是独立生活的成年子女或全日制研究生，不计入")


def _lives_in(person: Person) -> Truth:
    return NO if person.member.shares_household is False else YES


def _dependent(person: Person) -> Truth:
    return negation(known(person.member.independent, f"{person.path}.independent"))


def _studies(person: Person) -> Truth:
    """In full-time schooling of undergraduate level or below."""
    return _full_time(person, lambda level: level not in ("none", "postgraduate"))


def _postgraduate(person: Person) -> Truth:
    return _full_time(person, lambda level: level == "postgraduate")


def _full_time(person: Person, wanted: Callable[[str], bool]) -> Truth:
    level, full_time = person.member.schooling, person.member.full_time
    if full_time is False:
        return NO
    if level is None:
        return unknown(f"{person.path}.schooling")
    return YES if wanted(level) else NO


def _said(truth: Truth, yes: str, no: str) -> str:
    return "是否计入还不能确定" if truth.value is None else (yes if truth.value else no)
