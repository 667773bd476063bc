"""What every means-tested application needs: the right place to apply and consent to the check of means."""

from __future__ import annotations

from caseworker.rules.logic import NO, YES, Truth, undecided, unknown
from caseworker.rules.reasons import DECISION, Reason, reason
from caseworker.rules.scene import Scene

_REFUSED = DECISION + "由乡镇人民政府或县级民政部门决定：家庭没有签署核对授权，是补签还是终止审核确认程序"
_NOWHERE = "不在本地受理范围，应转到户籍所在地办理（不是不符合条件）"


def admission(scene: Scene) -> list[Reason]:
    """The reasons on where to apply and on consent."""
    return [residence(scene), consent(scene)]


def residence(scene: Scene) -> Reason:
    """Whether the household may apply here (社会救助法第三十七条; 最低生活保障审核确认办法第四、五条)."""
    law, basis = scene.law, scene.household.residence_basis
    facts = ("residence_basis",)
    if basis is None:
        return reason(law, "application.residence", unknown("residence_basis"), "在本地申请的依据还没有问", facts=facts)
    if basis == "hukou":
        return reason(law, "application.residence", YES, "在户籍所在地申请", facts=facts)
    if basis == "none":
        return reason(law, "application.residence", NO, f"没有本地户籍和居住证，{_NOWHERE}", facts=facts)
    accepted = law.get("residence.permit_accepted", scene.area)
    word = "居住证" if basis == "residence_permit" else "易地扶贫搬迁新市民证"
    if accepted is None:
        truth: Truth = undecided("residence.permit_accepted")
        return reason(law, "application.permit", truth, f"持{word}在居住地申请", facts=facts)
    said = f"持{word}在居住地申请，当地{'可以受理' if accepted.value else '还没有放开'}"
    said += "" if accepted.value else f"：{_NOWHERE}"
    return reason(law, "application.permit", YES if accepted.value else NO, said, facts=facts, source=accepted)


def consent(scene: Scene) -> Reason:
    """Whether the check of means was authorised (社会救助法第四十条; 最低生活保障审核确认办法第九、二十九条)."""
    signed, facts = scene.household.authorised, ("authorised",)
    if signed is None:
        truth, said = unknown("authorised"), "核对授权书还没有签"
    elif signed:
        truth, said = YES, "家庭已授权核对经济状况"
    else:
        truth, said = undecided(_REFUSED), "家庭没有授权核对经济状况"
    return reason(scene.law, "application.consent", truth, said, facts=facts)
