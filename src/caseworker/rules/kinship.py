"""Who owes whom support (赡养、抚养、扶养义务), inside the household by relation and outside it by `owes_to`.

民法典 婚姻家庭编; nobody under age owes; a couple owe each other; rules.md 2.6 and 10.3.
"""

from __future__ import annotations

from caseworker.household import Obligor
from caseworker.policy import PolicyDay
from caseworker.rules.logic import NO, YES, Truth, all_of, any_of, known, negation, unknown
from caseworker.rules.people import Person, age_on, figure

_PARENT_OF = {
    ("parent", "self"), ("parent_in_law", "spouse"), ("self", "child"), ("spouse", "child"), ("parent", "sibling"),
    ("grandparent", "parent"), ("child", "grandchild"), ("child_in_law", "grandchild"),
}  # fmt: skip
_COUPLES = {
    frozenset(("self", "spouse")), frozenset(("parent",)), frozenset(("parent_in_law",)),
    frozenset(("grandparent",)), frozenset(("child", "child_in_law")),
}  # fmt: skip
_ALWAYS_ADULT = ("parent", "grandparent", "parent_in_law", "child_in_law", "spouse")


def member_owes(law: PolicyDay, person: Person, to: Person) -> Truth:
    """Whether one member owes another support, judged from relation, age and marriage."""
    mine, theirs = person.member.relation, to.member.relation
    if person.id == to.id:
        return NO
    if mine is None or theirs is None:
        return unknown(*(f"{p.path}.relation" for p in (person, to) if p.member.relation is None))
    if (mine, theirs) == ("self", "spouse") or (mine, theirs) == ("spouse", "self"):
        return YES
    if (mine, theirs) in _PARENT_OF:
        return all_of([_adult(law, person), _needs_a_parent(law, to)])
    if (theirs, mine) in _PARENT_OF:
        return _adult(law, person)
    if frozenset((mine, theirs)) in _COUPLES:
        return all_of([_married(person), _married(to)])
    return NO


def obligor_owes(law: PolicyDay, obligor: Obligor, index: int, to: Person) -> Truth:
    """Whether a person outside the household owes a member support: by `owes_to`, else derived from the relation."""
    path = f"obligors[{index}]"
    grown = obligor_at_least(law, obligor, path, "age.adult")
    if obligor.owes_to is not None:
        return all_of([YES if to.id in obligor.owes_to else NO, grown])
    if obligor.relation is None:
        return unknown(f"{path}.relation")
    return all_of([_derived(law, obligor.relation, to), grown])


def obligor_at_least(law: PolicyDay, obligor: Obligor, path: str, age: str) -> Truth:
    """Whether the obligor has reached an age of the policy; parents and spouses are of age without asking."""
    years = age_on(obligor.born, law.day)
    if years is None:
        grown = age == "age.adult" and obligor.relation in _ALWAYS_ADULT
        return YES if grown else unknown(f"{path}.birth_date")
    return YES if years >= figure(law, age) else NO


def _derived(law: PolicyDay, relation: str, to: Person) -> Truth:
    """Grandparents, grandchildren and brothers and sisters owe one another only where `owes_to` says so (rules.md 10.3);
    but a brother or sister of the applicant is a child of the applicant's parent (民法典第一千零六十七条).
    """
    theirs = to.member.relation
    if theirs is None:
        return unknown(f"{to.path}.relation")
    if relation == "spouse":
        return YES if theirs == "self" else NO
    if relation == "child":
        return YES if theirs in ("self", "spouse") else NO
    if (relation, theirs) == ("sibling", "parent"):
        return YES
    if (relation, theirs) in (("parent", "self"), ("parent", "sibling"), ("parent_in_law", "spouse")):
        return _needs_a_parent(law, to)
    return NO


def _needs_a_parent(law: PolicyDay, child: Person) -> Truth:
    """Parents owe minors and adult children who cannot live on their own."""
    minor = negation(child.at_least(figure(law, "age.adult")))
    return any_of([minor, negation(known(child.member.independent, f"{child.path}.independent"))])


def _adult(law: PolicyDay, person: Person) -> Truth:
    if person.age is None and person.member.relation in _ALWAYS_ADULT:
        return YES
    return person.at_least(figure(law, "age.adult"))


def _married(person: Person) -> Truth:
    state = person.member.marital
    return unknown(f"{person.path}.marital") if state is None else (YES if state == "married" else NO)
