"""What every means-tested application needs: the right place to apply and consent to the check of means.

The sources differ by programme, so each has its own rows: `application.<programme>.residence` and `.consent`.
"""

from __future__ import annotations

from caseworker.rules.logic import NO, YES, undecided, unknown
from caseworker.rules.reasons import DECISION, Reason, reason
from caseworker.rules.scene import Scene

PREFIX = "application."
_FACTS = ("residence_basis",)
_REFUSED = DECISION + "由乡镇人民政府或县级民政部门决定：家庭没有签署核对授权，是补签还是终止审核确认程序"
_NOWHERE = "不在本地受理范围，应转到户籍所在地办理（不是不符合条件）"
_PERMITS = {"residence_permit": "居住证", "resettlement_permit": "易地扶贫搬迁新市民证"}


def household_admission(scene: Scene) -> list[Reason]:
    """For dibao and what is judged like it (最低生活保障审核确认办法第四、五、九条; 社会救助法第三十七、四十条)."""
    return [_residence(scene, "dibao"), consent(scene, "dibao")]


def special_hardship_admission(scene: Scene) -> list[Reason]:
    """For special hardship (特困人员认定办法第十条; 社会救助法第三十七、四十条)."""
    return [_residence(scene, "special_hardship"), consent(scene, "special_hardship")]


def rigid_admission(scene: Scene) -> list[Reason]:
    """For households in hardship from unavoidable spending (刚性支出困难家庭认定办法第六条)."""
    return [_residence(scene, "rigid_expenditure"), consent(scene, "rigid_expenditure")]


def temporary_admission(scene: Scene) -> list[Reason]:
    """For temporary assistance: since the Law at the place of the emergency; before it by hukou or permit."""
    law = scene.law
    if law.citation("temporary_assistance.anywhere"):
        said = "向急难发生地乡镇人民政府、街道办事处申请，不看户籍"
        return [reason(law, "temporary_assistance.anywhere", YES, said), consent(scene, "temporary_assistance")]
    return [_residence(scene, "temporary_assistance"), consent(scene, "temporary_assistance")]


def _residence(scene: Scene, programme: str) -> Reason:
    law, basis = scene.law, scene.household.residence_basis
    rule = f"{PREFIX}{programme}.residence"
    if basis is None:
        return reason(law, rule, unknown("residence_basis"), "在本地申请的依据还没有问", facts=_FACTS)
    if basis == "hukou":
        return reason(law, rule, YES, "在户籍所在地申请", facts=_FACTS)
    if basis == "none":
        return reason(law, rule, NO, f"没有本地户籍和居住证，{_NOWHERE}", facts=_FACTS)
    if programme == "temporary_assistance":
        return reason(law, rule, YES, f"持{_PERMITS[basis]}，由居住地受理", facts=_FACTS)
    return _by_permit(scene, programme, _PERMITS[basis])


def _by_permit(scene: Scene, programme: str, permit: str) -> Reason:
    """Applying where one lives is opened place by place; a place that has not said leaves it to a person."""
    law, rule = scene.law, f"{PREFIX}{programme}.permit"
    accepted = law.get("residence.permit_accepted", scene.area)
    if accepted is None:
        truth = undecided("residence.permit_accepted")
        return reason(law, rule, truth, f"持{permit}在居住地申请", facts=_FACTS)
    said = f"持{permit}在居住地申请，当地{'可以受理' if accepted.value else f'还没有放开：{_NOWHERE}'}"
    return reason(law, rule, YES if accepted.value else NO, said, facts=_FACTS, source=accepted)


def consent(scene: Scene, programme: str) -> Reason:
    """Whether the check of means was authorised; a missing signature is made up for, never a refusal."""
    signed, rule, facts = scene.household.authorised, f"{PREFIX}{programme}.consent", ("authorised",)
    if signed is None:
        return reason(scene.law, rule, unknown("authorised"), "核对授权书还没有签", facts=facts)
    if signed:
        return reason(scene.law, rule, YES, "家庭已授权核对经济状况", facts=facts)
    return reason(scene.law, rule, undecided(_REFUSED), "家庭没有授权核对经济状况", facts=facts)
