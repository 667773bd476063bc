"""How the income was reached: support, exemptions in doubt, employment cost, deductions; explained, never deciding."""

from __future__ import annotations

from caseworker.household.labels import label
from caseworker.rules.composition import UNSAID
from caseworker.rules.logic import YES, Truth, less, total
from caseworker.rules.reasons import Reason, labelled, reason
from caseworker.rules.scene import Scene
from caseworker.rules.text import span

_DEDUCTIONS = ("illness", "disability", "schooling", "chronic")
UNSAID_AS_ASSISTANCE = "（文本未明确，本系统按政府救助款物处理）"
_NO_COST = "没有扣减就业成本：本地参数 income.employment_cost.*（或 minimum_wage）没有数值"


def income_notes(scene: Scene) -> list[Reason]:
    """The reasons that explain income and deductions, and name the figures the place has not set."""
    return [
        *_composition(scene), *_exempt(scene), *_support(scene), *_doubtful(scene), *_employment_cost(scene),
        _rigid(scene),
    ]  # fmt: skip


def _composition(scene: Scene) -> list[Reason]:
    """Who was not counted, and who was by a reading of the text; the plain cases need no word."""
    told = []
    for person in scene.setting.people:
        found = scene.setting.composition[person.id]
        if found.truth.value is not True or UNSAID in found.statement:
            told.append(found._replace(truth=YES) if found.truth.value is not None else found)
    return told


def _exempt(scene: Scene) -> list[Reason]:
    """Income that does not count, kind by kind, with the clause or the local list it rests on."""
    rows = [r for r in scene.setting.incomes.rows if r.member is None or r.member in scene.ids]
    told = []
    for kind in dict.fromkeys(row.kind for row in rows if row.gross != row.counted and row.counted.exact):
        gross = total(row.gross for row in rows if row.kind == kind)
        counted = total(row.counted for row in rows if row.kind == kind)
        said = f"{label('income_kind', kind)}不计入收入" + (UNSAID_AS_ASSISTANCE if kind == "price_subsidy" else "")
        working = f"每月 {span(gross)}，不计入 {span(less(gross, counted))}"
        told.append(_exemption(scene, kind, said, working))
    return told


def _exemption(scene: Scene, kind: str, said: str, working: str) -> Reason:
    law, area = scene.law, scene.area
    name = "income.basic_pension.central_exempt" if kind == "basic_pension" else "income.exempt_kinds"
    source = None if law.citation(f"income.exempt.{kind}") else law.get(name, area)
    return reason(law, f"income.exempt.{kind}", YES, said, working=working, facts=("incomes",), source=source)


def _support(scene: Scene) -> list[Reason]:
    found = scene.support
    if not found.working:
        return []
    truth = YES if found.total.exact else Truth(None, found.total.missing, found.total.open)
    said = "计入的赡养、抚养、扶养费"
    return [
        reason(
            scene.law,
            "income.support",
            truth,
            said,
            working=found.working,
            facts=("obligors",),
            standard=scene.standard,
        )
    ]


def _doubtful(scene: Scene) -> list[Reason]:
    if not scene.income.open:
        return []
    said = "有的收入是否计入取决于当地规定或人的判断"
    truth = Truth(None, (), scene.income.open)
    return [reason(scene.law, "income.exempt", truth, said, working=span(scene.income), facts=("incomes",))]


def _employment_cost(scene: Scene) -> list[Reason]:
    incomes = scene.setting.incomes
    if not incomes.wages(scene.ids):
        return []
    gross, net = incomes.counted(scene.ids), incomes.net(scene.ids)
    cut = gross != net
    working = f"{span(gross)} − {span(less(gross, net))} = {span(net)}" if cut and gross.exact and net.exact else ""
    law, area = scene.law, scene.area
    source = law.get("income.employment_cost.rate", area) or law.get("income.employment_cost.disabled_rate", area)
    facts = ("incomes", "members[].disability")
    said = "必要的就业成本已扣减" if cut else _NO_COST
    rule = "income.employment_cost"
    return [reason(law, rule, YES, said, working=working, facts=facts, source=source if cut else None)]


def _rigid(scene: Scene) -> Reason:
    """What was deducted, and which deductions the place has not set (no value = no deduction, contract.md)."""
    amount, used = scene.rigid
    unset = [name for kind in _DEDUCTIONS if (name := f"income.deduction.{kind}") not in used]
    names = "、".join(map(labelled, unset)) if used else "刚性支出扣减（income.deduction.*）"
    lacking = f"本地没有设置{names}，没有扣减" if unset else ""
    done = f"因残疾、患重病等增加的刚性支出每月扣减 {span(amount)}" if used else ""
    said = "；".join(part for part in (done, lacking) if part)
    return reason(scene.law, "income.rigid_deduction", YES, said, facts=("expenses",))
