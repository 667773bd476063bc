"""The Chinese words for every closed value of the contract and for every fact: screen and paper say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

NOT_ASKED = "未询问"

PROGRAMMES = {
    "dibao": "最低生活保障",
    "dibao_single": "最低生活保障（单人保）",
    "special_hardship": "特困人员救助供养",
    "temporary_assistance": "临时救助",
    "medical_assistance": "医疗救助",
    "premium_aid": "资助参保",
    "low_income_edge": "最低生活保障边缘家庭",
    "rigid_expenditure": "刚性支出困难家庭",
}

LABELS: dict[str, dict[str, str]] = {
    "programme": PROGRAMMES,
    "outcome": {
        "eligible": "符合",
        "ineligible": "不符合",
        "superseded": "已由更高层次覆盖",
        "needs_information": "待补充事实",
        "needs_decision": "待人工决定",
    },
    "answer": {"yes": "是", "no": "否", "unknown": "待查"},
    "area": {"urban": "城镇", "rural": "农村"},
    "residence_basis": {
        "hukou": "本地户籍",
        "residence_permit": "居住证",
        "resettlement_permit": "易地扶贫搬迁新市民证",
        "none": "无本地户籍和居住证",
    },
    "channel": {"window": "窗口申请", "village_agent": "村（居）代办", "online": "网上申请", "proactive": "主动发现"},
    "sex": {"male": "男", "female": "女"},
    "relation": {
        "self": "本人",
        "spouse": "配偶",
        "child": "子女",
        "parent": "父母",
        "grandparent": "（外）祖父母",
        "grandchild": "（外）孙子女",
        "sibling": "兄弟姐妹",
        "child_in_law": "儿媳、女婿",
        "parent_in_law": "公婆、岳父母",
        "other": "其他",
    },
    "absence": {
        "none": "无",
        "conscript": "义务兵",
        "prison": "监狱服刑",
        "compulsory_detox": "强制隔离戒毒",
        "declared_missing": "宣告失踪",
        "religious_3y": "脱离家庭三年以上的宗教教职人员",
    },
    "marital": {"single": "未婚", "married": "已婚", "divorced": "离异", "widowed": "丧偶"},
    "disability": {"none": "无残疾"},
    "disability_kind": {
        "visual": "视力",
        "hearing": "听力",
        "speech": "言语",
        "physical": "肢体",
        "intellectual": "智力",
        "psychiatric": "精神",
        "multiple": "多重",
    },
    "disability_grade": {"1": "一级", "2": "二级", "3": "三级", "4": "四级"},
    "illness": {"none": "无", "chronic": "慢性病", "severe": "重特大疾病"},
    "schooling": {
        "none": "不在学",
        "preschool": "学前教育",
        "compulsory": "义务教育",
        "senior_secondary": "普通高中",
        "vocational": "中等职业教育",
        "undergraduate": "本科（专科）",
        "postgraduate": "研究生",
    },
    "labour": {"full": "有劳动能力", "partial": "部分丧失劳动能力", "none": "无劳动能力"},
    "employment": {
        "none": "无业",
        "employed": "受雇就业",
        "flexible": "灵活就业",
        "self_employed": "自营",
        "farming": "务农",
        "unemployed": "失业",
        "retired": "退休",
    },
    "self_care": {
        "eating": "自主吃饭",
        "dressing": "自主穿衣",
        "bed": "自主上下床",
        "toilet": "自主如厕",
        "walking": "室内自主行走",
        "bathing": "自主洗澡",
    },
    "self_care_grade": {"full": "具备生活自理能力", "partial": "部分丧失生活自理能力", "none": "完全丧失生活自理能力"},
    "category": {
        "dibao": "低保对象",
        "special_hardship": "特困人员",
        "low_income_edge": "低保边缘家庭成员",
        "rigid_expenditure": "刚性支出困难家庭成员",
        "illness_impoverished": "因病致贫重病患者",
        "orphan": "孤儿",
        "de_facto_orphan": "事实无人抚养儿童",
        "poverty_monitored": "防止返贫监测对象",
        "poverty_registered": "建档立卡人口",
        "long_term_dibao": "长期保障户",
        "veteran": "退役军人",
    },
    "income_kind": {
        "wage": "工资性收入",
        "business": "经营净收入",
        "farming": "种植养殖收入",
        "property": "财产净收入",
        "pension": "职工养老金",
        "basic_pension": "城乡居民基础养老金",
        "personal_account_pension": "城乡居民个人账户养老金",
        "unemployment_benefit": "失业保险金",
        "support": "赡养（抚养、扶养）费",
        "gift": "接受馈赠",
        "preferential_allowance": "优待抚恤金",
        "family_planning_award": "计划生育奖励扶助金",
        "scholarship": "奖学金",
        "bravery_award": "见义勇为奖励",
        "social_assistance": "政府救助款物",
        "old_age_allowance": "高龄津贴",
        "disability_allowance": "残疾人两项补贴",
        "price_subsidy": "价格临时补贴",
        "other": "其他收入",
    },
    "expense_kind": {
        "living": "基本生活",
        "illness": "医疗",
        "disability": "残疾康复",
        "schooling": "教育",
        "employment": "就业成本",
        "disaster": "受灾",
        "housing": "住房",
        "other_rigid": "其他刚性支出",
    },
    "per": {"month": "元/月", "year": "元/年", "once": "元（一次性）"},
    "vehicle_kind": {
        "car": "小汽车",
        "motorcycle": "摩托车",
        "disability_vehicle": "残疾人代步车",
        "farm_machine": "农机具",
        "truck": "货车",
        "boat": "船舶",
        "other": "其他车辆",
    },
    "hardship": {"none": "无"},
    "hardship_kind": {
        "fire": "火灾",
        "traffic_accident": "交通事故",
        "accident": "意外事件",
        "sudden_illness": "突发重大疾病",
        "schooling": "教育支出突增",
        "illness_cost": "医疗支出突增",
        "living_cost": "生活必需支出突增",
        "other": "其他特殊困难",
    },
    "severity": {"light": "轻度", "medium": "中度", "severe": "重度"},
    "scope": {"household": "家庭", "individual": "个人"},
    "medical_kind": {"inpatient": "住院", "outpatient_chronic": "门诊慢特病", "outpatient": "普通门诊"},
    "obligor_status": {
        "normal": "一般",
        "special_hardship": "特困人员",
        "dibao": "低保对象",
        "prison": "监狱服刑",
        "declared_missing": "宣告失踪",
        "no_civil_capacity": "无民事行为能力",
    },
    "top_up": {
        "elder": "老年人",
        "severe_disability": "重度残疾人",
        "severe_illness": "重病患者",
        "student": "在校学生",
        "minor": "未成年人",
    },
    "assistance_kind": {"emergency": "急难型", "expenditure": "支出型"},
    "stage": {"accepted": "已受理"},
    "clock": {
        "survey_start": "启动家庭经济状况调查",
        "core_check_start": "启动信息核对",
        "notice_end": "公示期满",
        "county_decision": "县级审核确认",
        "refusal_notice": "送达不予确认通知",
        "total": "办结",
        "total_extended": "办结（特殊情况延长）",
        "first_help": "先行救助",
        "supplement": "补齐手续",
    },
    "paper_need": {
        "required": "必需",
        "if_present": "有此情形时提交",
        "later": "可后补",
        "not_needed": "不需要",
    },
}

FACTS: dict[str, dict[str, str]] = {
    "household": {
        "reference": "来源编号", "applied_on": "申请日期", "region": "行政区划", "township": "乡镇（街道）",
        "village": "村（社区）", "area": "城乡类别", "residence_basis": "户籍或居住依据", "channel": "申请渠道",
        "programmes": "申请项目", "authorised": "核对授权书", "truth_pledge": "诚信承诺书",
        "staff_relative": "近亲属备案情况", "members": "家庭成员", "incomes": "家庭收入", "expenses": "家庭支出",
        "assets": "家庭财产", "obligors": "家庭以外的法定义务人", "hardship": "困难事由", "medical": "医疗费用",
    },
    "members": {
        "name": "姓名", "id_number": "公民身份号码", "birth_date": "出生日期", "sex": "性别", "phone": "联系电话",
        "relation": "与申请人关系", "shares_household": "是否共同生活", "absence": "是否服刑、服役等不在家",
        "marital": "婚姻状况", "independent": "能否独立生活", "disability": "残疾情况", "kind": "残疾类别",
        "grade": "残疾等级", "components": "多重残疾的类别和等级", "illness": "患病情况", "schooling": "就学阶段",
        "full_time": "是否全日制", "labour": "劳动能力", "employment": "就业状况", "employed_since": "就业起始日期",
        "self_care": "生活自理能力", "insured": "是否参加当年基本医保", "categories": "已认定的救助身份",
        "dependent": "是否靠家庭供养且无法单独立户", "long_term_care": "是否需长期照护", **LABELS["self_care"],
    },
    "incomes": {"member": "收入人", "kind": "类别", "amount": "金额", "per": "周期"},
    "expenses": {"member": "支出人", "kind": "类别", "amount": "金额", "per": "周期"},
    "assets": {
        "financial": "金融资产", "homes": "住房套数", "vehicles": "车辆", "businesses": "经营实体数",
        "within_limits": "财产是否在规定限额内", "kind": "车辆类别", "value": "车辆价值",
    },
    "obligors": {
        "name": "姓名", "relation": "与申请人关系", "owes_to": "对谁负有义务", "birth_date": "出生日期",
        "disability": "残疾情况", "kind": "残疾类别", "grade": "残疾等级", "components": "多重残疾的类别和等级",
        "status": "身份状况", "income_monthly": "本人月收入", "household_size": "家庭人数",
        "household_income_monthly": "家庭月收入", "consent": "是否同意核对", "supports": "另须供养人数",
        "agreed_monthly": "协议或判决的供养费", "within_limits": "财产是否在规定限额内", "id_number": "公民身份号码",
    },
    "hardship": {
        "kind": "困难类型", "occurred_on": "发生日期", "scope": "对象范围", "member": "困难成员", "urgent": "是否紧急",
        "severity": "困难程度", "needs_now": "是否须立即救助", "cost": "必需支出", "covered": "已获报销和救助",
        "months": "预计持续月数", "aid_this_year": "本年已救助次数", "same_cause_aided": "同一事由是否已救助",
        "last_aid_on": "上次救助日期",
    },
    "medical": {
        "member": "就医人", "kind": "就医类别", "admitted_on": "就医日期", "total": "总费用",
        "in_policy": "政策范围内费用", "basic_paid": "基本医保支付", "serious_paid": "大病保险支付",
        "other_paid": "其他支付", "major": "是否重大疾病", "designated": "是否定点机构", "referred": "是否规范转诊",
        "assisted_this_year": "本年已获医疗救助",
    },
}  # fmt: skip

_QUESTIONS = ("是否", "能否", "对谁")
_PATH = re.compile(r"(?P<list>[a-z_]+)(?:\[(?P<index>\d+)\])?(?:\.(?P<rest>.+))?")


def label(group: str, value: str | int | bool | None) -> str:
    """The Chinese word for a value of a closed list, such as label("relation", "self") == "本人".

    None is "未询问". A value that the list does not know (data newer than the program) comes back as it stands.
    Raises KeyError for a group that does not exist.
    """
    words = LABELS[group]
    return NOT_ASKED if value is None else words.get(str(value), str(value))


def yes_no(value: bool | None) -> str:
    """A yes-or-no fact in Chinese; None is "未询问"."""
    return NOT_ASKED if value is None else "是" if value else "否"


def member_name(household: Mapping[str, Any], member_id: str | None) -> str:
    """The name of a member of a household file by id; a member without a name is named by position."""
    for position, member in enumerate(household["members"], 1):
        if member["id"] == member_id:
            return member.get("name") or f"第{position}名成员"
    return member_id or "家庭"


def path_label(path: str, household: Mapping[str, Any]) -> str:
    """A fact's path in Chinese, such as "members[1].disability" → "示例乙的残疾情况".

    `household` is the household file of the contract, counted from 0. What the lists do not know comes back as it
    stands, so that a parameter's name is never lost.
    """
    match = _PATH.fullmatch(path)
    if not match or match["list"] not in FACTS["household"]:
        return path
    whole = FACTS["household"][match["list"]]
    field = _field(match["list"], match["rest"])
    if match["index"] is None:
        return f"{whole}：{field}" if field else whole
    owner = _owner(match["list"], int(match["index"]), household)
    link = "的" if field and not field.startswith(_QUESTIONS) else ""
    return f"{owner}{link}{field}"


def _field(group: str, rest: str | None) -> str:
    """The words for what stands behind the list: the last known part of the path names the fact."""
    if not rest:
        return ""
    names = [re.sub(r"\[\d+\]", "", part) for part in rest.split(".")]
    words = [FACTS.get(group, {}).get(name, name) for name in names]
    return "：".join(words)


def _owner(group: str, index: int, household: Mapping[str, Any]) -> str:
    """Whose fact it is: the row of the list at `index` (from 0), named by its person and kind."""
    rows = household.get(group) or []
    if index >= len(rows):
        return f"{FACTS['household'][group]}第{index + 1}项"
    row = rows[index]
    match group:
        case "members":
            return member_name(household, row["id"])
        case "obligors":
            return f"义务人{row.get('name') or index + 1}"
        case "medical":
            return f"{member_name(household, row['member'])}的医疗费用"
        case "incomes":
            return f"{member_name(household, row.get('member'))}的{label('income_kind', row['kind'])}"
        case "expenses":
            return f"{member_name(household, row.get('member'))}的{label('expense_kind', row['kind'])}支出"
    return f"{FACTS['household'][group]}第{index + 1}项"
