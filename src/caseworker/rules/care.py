"""The amount of special hardship: basic living standard + care by self-care grade.

特困人员认定办法第二十一、二十二条; rules.md 4.3.
"""

from __future__ import annotations

from caseworker.household import SelfCare
from caseworker.policy import Value
from caseworker.rules.logic import YES, Names, Span, Truth, exactly, total
from caseworker.rules.people import Person, figure
from caseworker.rules.reasons import Reason, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import span, yuan
from caseworker.rules.verdict import Payment

_GRADES = {"full": "具备生活自理能力", "partial": "部分丧失生活自理能力", "none": "完全丧失生活自理能力"}
_INDICATORS = tuple(SelfCare.model_fields)


def care_amount(scene: Scene, person: Person) -> Payment:
    """The monthly amount, its details, and how it was reached."""
    grades, missing = self_care(scene, person)
    basic = scene.law.get(f"special_hardship.basic.{scene.area}")
    care = {g: scene.law.get(f"special_hardship.care.{g}", scene.area) for g in grades}
    amount = total([_figure(basic, f"special_hardship.basic.{scene.area}"), _care(care, missing)])
    notes = [_grade_note(scene, person, grades), _amount_note(scene, basic, care, amount)]
    if len(grades) > 1 or basic is None or care[grades[0]] is None or not amount.exact:
        return Payment(amount, (), notes)
    only = care[grades[0]]
    assert only is not None
    details: list[tuple[str, object]] = [
        ("self_care", grades[0]), ("basic", yuan(basic.value)), ("care", yuan(only.value)),
    ]  # fmt: skip
    return Payment(amount, details, notes)


def self_care(scene: Scene, person: Person) -> tuple[tuple[str, ...], Names]:
    """The grades the six indicators leave open (one where they decide), and the indicators not asked that matter."""
    answers, path = person.member.self_care, f"{person.path}.self_care"
    if answers is None:
        return tuple(_GRADES), (path,)
    said = {name: getattr(answers, name) for name in _INDICATORS}
    failed = sum(value is False for value in said.values())
    open_ones = tuple(f"{path}.{name}" for name, value in said.items() if value is None)
    partial = figure(scene.law, "special_hardship.partial_up_to")
    possible = [_grade(count, partial) for count in range(failed, failed + len(open_ones) + 1)]
    grades = tuple(dict.fromkeys(possible))
    return grades, open_ones if len(grades) > 1 else ()


def _grade(failed: int, partial: int) -> str:
    return "full" if failed == 0 else ("partial" if failed <= partial else "none")


def _figure(value: Value | None, name: str) -> Span:
    return Span(0, None, (), (name,)) if value is None else exactly(value.value)


def _care(care: dict[str, Value | None], missing: Names) -> Span:
    spans = [_figure(value, f"special_hardship.care.{grade}") for grade, value in care.items()]
    low = min(s.low for s in spans)
    highs = [s.high for s in spans]
    high = None if None in highs else max(h for h in highs if h is not None)
    if low == high:
        return exactly(low)
    return Span(low, high, missing, tuple(name for s in spans for name in s.open))


def _grade_note(scene: Scene, person: Person, grades: tuple[str, ...]) -> Reason:
    answers = person.member.self_care
    unable = [] if answers is None else [n for n in _INDICATORS if getattr(answers, n) is False]
    said = "或".join(_GRADES[g] for g in grades) if len(grades) < len(_GRADES) else "生活自理能力还没有评估"
    truth = YES if len(grades) == 1 else Truth(None, self_care(scene, person)[1])
    working = f"六项指标中 {len(unable)} 项不能自主完成" if answers is not None else ""
    facts = ("members[].self_care",)
    return reason(scene.law, "special_hardship.self_care", truth, f"{person.name}{said}", working=working, facts=facts)


def _amount_note(scene: Scene, basic: Value | None, care: dict[str, Value | None], amount: Span) -> Reason:
    parts = [yuan(v.value) for v in (basic, *care.values()) if v is not None] if len(care) == 1 else []
    working = f"{' + '.join(parts)} = {span(amount)}" if len(parts) == 2 else ""
    said = "基本生活标准加照料护理标准"
    return reason(
        scene.law, "special_hardship.amount", YES, said, working=working, source=basic, hangs=amount.open,
    )  # fmt: skip
