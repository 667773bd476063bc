"""130–159: every path of one person alone into dibao (单人保), SP1–SP5 and SP8; SP6 and SP7 are Hebei's."""

from __future__ import annotations

from .build import Sample, flow, sample
from .people import Facts, Person, adult, couple, disability

EDGE = [flow("m1", "farming", "21600.00")]
AT_LINE = [flow("m1", "farming", "27000.00")]
ABOVE = [flow("m1", "farming", "36000.00")]


def _grown(age: int, impairment: object, **facts: object) -> Person:
    """A grown child who cannot live alone and does not work: the parents owe him support."""
    usual: Facts = {"labour": "none", "employment": "none", "independent": False}
    return adult("child", age, "male", disability=impairment, **{**usual, **facts})


def _family(
    code: str, shows: str, person: Person, incomes: list[Facts], outcome: str, day: str | None = None
) -> Sample:
    return sample(code, shows, *couple(58, 56), person, day=day, incomes=incomes,
                  expect={"dibao": "ineligible", "dibao_single:m3": outcome})  # fmt: skip


ROWS: list[Sample] = [
    _family("SL-130", "单人保（边缘家庭中的重度残疾人）：肢体二级",
            _grown(30, disability("physical", 2)), EDGE,
            "eligible 500.00"),
    _family("SL-131", "单人保：智力三级，本人有收入，差额补助",
            _grown(31, disability("intellectual", 3)),
            [*EDGE, flow("m3", "other", "100.00", "month")], "eligible 400.00"),
    _family("SL-132", "单人保：精神三级",
            _grown(29, disability("psychiatric", 3)), EDGE, "eligible 500.00"),
    _family("SL-133", "肢体三级不在单人保范围",
            _grown(32, disability("physical", 3)), EDGE, "ineligible"),
    _family("SL-134", "单人保：听力一级（单人保算重度，特困不算无劳动能力）",
            _grown(33, disability("hearing", 1)), EDGE,
            "eligible 500.00"),
    _family("SL-135", "多重残疾三级，没有填分项：要问分项",
            _grown(34, disability("multiple", 3)), EDGE,
            "needs_information members[2].disability.components"),
    _family("SL-136", "单人保：多重残疾，分项中有精神三级",
            _grown(28, disability("multiple", 3, ("psychiatric", 3), ("speech", 4))), EDGE, "eligible 500.00"),
    sample("SL-137", "单人保：边缘家庭中的重病患者",
           adult("self", 58, marital="married"),
           adult("spouse", 56, "female", illness="severe", labour="none", employment="none"), adult("child", 30),
           incomes=EDGE, expect={"dibao": "ineligible", "dibao_single:m2": "eligible 500.00"}),
    sample("SL-138", "单人保：宗教教职人员本人申请",
           adult("self", 45, absence="religious_3y", employment="none"),
           expect={"dibao_single:m1": "eligible 500.00"}),
    _family("SL-139", "家庭超过1.5倍，成年无业重度残疾人靠家庭供养：由县级决定",
            _grown(35, disability("physical", 1), dependent=True), ABOVE, "needs_decision"),
    _family("SL-140", "家庭超过1.5倍，重度残疾但不靠家庭供养：不符合",
            _grown(36, disability("physical", 1)), ABOVE,
            "ineligible"),
    _family("SL-141", "家庭超过1.5倍，重度残疾人有工作：不符合",
            _grown(34, disability("physical", 2), dependent=True, employment="employed", labour="partial"),
            [*ABOVE, flow("m3", "wage", "300.00", "month")], "ineligible"),
    _family("SL-142", "家庭恰好1.5倍：贵州“150%以内”含本数，靠家庭供养的重度残疾人符合单人保",
            _grown(33, disability("visual", 2), dependent=True), AT_LINE, "eligible 500.00"),
    _family("SL-143", "家庭比1.5倍多一分：转由县级决定",
            _grown(32, disability("visual", 1), dependent=True),
            [flow("m1", "farming", "27000.01")], "needs_decision"),
    _family("SL-144", "本人收入等于低保标准：单人保不符合",
            _grown(31, disability("physical", 1)),
            [flow("m1", "farming", "15600.00"), flow("m3", "other", "500.00", "month")], "ineligible"),
    sample("SL-145", "低保边缘家庭中的确有特殊困难人员：法条提示，由人判断",
           *couple(55, 53), adult("child", 27),
           incomes=EDGE, expect={"dibao": "ineligible", "low_income_edge": "eligible"}),
    sample("SL-146", "家庭恰好1.5倍，靠家庭供养的重病患者：贵州单人保符合",
           adult("self", 57, marital="married"),
           adult("spouse", 55, "female", illness="severe", labour="none", employment="none", dependent=True),
           adult("child", 28), incomes=AT_LINE, expect={"dibao": "ineligible", "dibao_single:m2": "eligible 500.00"}),
    sample("SL-147", "全家符合低保时，其中的重度残疾人不再单独保",
           *couple(57, 54),
           _grown(29, disability("physical", 1)), incomes=[flow("m1", "farming", "9000.00")],
           expect={"dibao": "eligible 900.00", "dibao_single:m3": "superseded dibao"}),
    _family("SL-148", "2026年7月1日前申请的单人保，按旧标准",
            _grown(30, disability("physical", 2)),
            [flow("m1", "farming", "18000.00")], "eligible 450.00", "2026-06-10"),
]  # fmt: skip
