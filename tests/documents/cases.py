"""Cases as the desk hands them to documents, written by hand: made-up people of the fictitious region 529999."""

from __future__ import annotations

from tests.documents.case_parts import (
    CLOCKS,
    COUNTY,
    INTERIM,
    LAW_2021,
    LAYERS_2023,
    LS_2018,
    RIGID_2024,
    SEED_HB,
    TK_2021,
    Case,
    case,
    entry,
    household,
    id_number,
    person,
    reason,
    refused,
)


def plain() -> Case:
    """A family of three in town: dibao and premium aid, everything known, screened for all programmes."""
    members = [
        person("m1", "示例甲", id_number("19820202", 11), "self", marital="married", employment="retired"),
        person("m2", "示例乙", id_number("19840404", 22), "spouse", marital="married", illness="chronic"),
        person(
            "m3", "示例丙", id_number("20130303", 32), "child", schooling="compulsory", full_time=True,
            labour="none", independent=False,
        ),
    ]  # fmt: skip
    facts = household(
        members,
        incomes=[{"member": "m1", "kind": "pension", "amount": "1500.00", "per": "month"}],
        expenses=[{"member": "m2", "kind": "illness", "amount": "2400.00", "per": "year"}],
        assets={"financial": "6000.00", "homes": 1, "vehicles": [], "businesses": 0, "within_limits": True},
    )
    everyone = ["m1", "m2", "m3"]
    result = {
        "income_monthly": "1500.00", "deductions_monthly": "0.00", "income_per_capita": "500.00", "category": "dibao",
    }  # fmt: skip
    entries = [
        entry(
            "dibao", "eligible", everyone,
            [
                reason("在户籍所在地申请", "yes", "", LAW_2021, "第四条"),
                reason("家庭已授权核对经济状况", "yes", "", LAW_2021, "第九条、第二十九条"),
                reason(
                    "家庭人均收入低于当地低保标准", "yes", "1500.00 ÷ 3 = 500.00 < 645.00（元/月）",
                    f"{INTERIM}；{LAW_2021}", "第九条；第十三条",
                ),
                reason(
                    "家庭财产符合规定", "yes",
                    "金融资产 6000.00 ≤ 46440.00（年标准 × 2 × 3人）；机动车辆 0 ≤ 0；住房 1 ≤ 1",
                    f"{INTERIM}；{LAW_2021}", "第九条；第十四条",
                ),
                reason("因残疾、患重病等增加的刚性支出扣减", "yes", "每月 0.00", LAW_2021, "第十三条第三款"),
                reason(
                    "低保金按人均收入与标准的差额计算", "yes", "(645.00 − 500.00) × 3 = 435.00",
                    f"{INTERIM}；{LAW_2021}", "第十二条第一款；第二十三条",
                ),
            ],
            amount="435.00", per="month", details={"base": "435.00", "top_up": []},
        ),
        *[
            refused("dibao_single", m, f"{who}不是重度残疾人或重病患者", "", LAW_2021, "第八条")
            for m, who in zip(everyone, ("示例甲", "示例乙", "示例丙"), strict=True)
        ],
        refused("special_hardship", "m1", "示例甲不是老年人、残疾人或未成年人", "", TK_2021, "第四条"),
        refused("special_hardship", "m2", "示例乙不是老年人、残疾人或未成年人", "", TK_2021, "第四条"),
        entry(
            "special_hardship", "ineligible", ["m3"],
            [
                reason("示例丙是老年人、残疾人或未成年人", "yes", "", TK_2021, "第四条"),
                reason("示例丙无劳动能力", "yes", "13 周岁", TK_2021, "第五条"),
                reason(
                    "示例丙有能履行义务的法定义务人", "no", "示例甲有履行义务能力；示例乙有履行义务能力",
                    TK_2021, "第八条",
                ),
            ],
        ),
        entry(
            "temporary_assistance", "ineligible", everyone,
            [reason("没有需要临时救助的困难情形", "no", "", f"{INTERIM}；{LS_2018}", "第四十七条；二（一）")],
        ),
        *[
            entry(
                "premium_aid", "eligible", [m],
                [
                    reason(f"{who}是资助参保的对象", "yes", "本次认定为低保对象", LAYERS_2023, "四（二）1"),
                    reason(f"{who}参加当年城乡居民基本医疗保险", "yes", "", SEED_HB, "附件1 第48项"),
                    reason("定额资助个人缴费", "yes", "380.00 × 0.60 = 228.00", COUNTY, ""),
                ],
                amount="228.00", per="year",
            )
            for m, who in zip(everyone, ("示例甲", "示例乙", "示例丙"), strict=True)
        ],
        entry("low_income_edge", "superseded", everyone, [], by="dibao"),
        entry("rigid_expenditure", "superseded", everyone, [], by="dibao"),
    ]  # fmt: skip
    referrals = [
        {"service": 1, "to": "教育部门", "why": "义务教育免费", "members": ["m3"]},
        {"service": 3, "to": "教育部门", "why": "寄宿生生活补助", "members": ["m3"]},
        {"service": 11, "to": "人力资源社会保障部门", "why": "零就业家庭就业援助", "members": ["m1", "m2"]},
        {"service": 59, "to": "住房城乡建设部门", "why": "公共租赁住房或租赁补贴", "members": everyone},
    ]
    return case(facts, everyone, result, entries, referrals=referrals)


def elder() -> Case:
    """A man of 71 living alone in a village, asked for special hardship: granted, with an obligor unable to pay."""
    able = dict.fromkeys(("dressing", "bed", "toilet", "walking"), True)
    members = [
        person(
            "m1", "测试老甲", id_number("19540601", 51), "self", labour="none", employment="farming",
            disability={"kind": "physical", "grade": 2}, self_care={"eating": True, **able, "bathing": False},
        )
    ]  # fmt: skip
    facts = household(
        members,
        area="rural",
        channel="proactive",
        programmes=["special_hardship", "dibao"],
        incomes=[{"member": "m1", "kind": "basic_pension", "amount": "123.00", "per": "month"}],
        assets={"financial": "800.00", "homes": 1, "vehicles": [], "businesses": 0, "within_limits": None},
        obligors=[
            {
                "name": "测试女乙", "relation": "child", "id_number": id_number("19800101", 62), "status": "dibao",
                "household_size": 2, "household_income_monthly": "700.00", "income_monthly": "300.00",
                "agreed_monthly": "0.00", "consent": True, "supports": 1, "within_limits": True,
            }
        ],
    )  # fmt: skip
    result = {
        "income_monthly": "0.00", "deductions_monthly": "0.00", "income_per_capita": None,
        "category": "special_hardship",
    }  # fmt: skip
    entries = [
        entry(
            "dibao", "superseded", [],
            [reason("计入的成员都符合特困人员救助供养，由特困供养覆盖", "yes", "", TK_2021, "第四条")],
            by="special_hardship",
        ),
        entry(
            "special_hardship", "eligible", ["m1"],
            [
                reason("测试老甲是老年人、残疾人或未成年人", "yes", "", TK_2021, "第四条"),
                reason("测试老甲无劳动能力", "yes", "71 周岁；二级肢体残疾", TK_2021, "第五条"),
                reason(
                    "测试老甲无生活来源", "yes", "本人收入 0.00 < 359.83；"
                    "金融资产 800.00 ≤ 8636.00（年标准 × 2 × 1人）；机动车辆 0 ≤ 0；住房 1 ≤ 1", TK_2021,
                    "第六条、第七条",
                ),
                reason(
                    "测试老甲没有法定义务人，或义务人都没有履行义务能力", "yes", "测试女乙没有履行义务能力（二级残疾，"
                    "本人收入低于当地居民人均可支配收入，家庭财产在限额内）", TK_2021, "第八条",
                ),
                reason("测试老甲没有选择孤儿、事实无人抚养儿童保障", "yes", "", TK_2021, "第九条"),
                reason("测试老甲部分丧失生活自理能力", "yes", "六项指标中 1 项不能自主完成", TK_2021, "第二十二条"),
                reason("基本生活标准加照料护理标准", "yes", "906.00 + 300.00 = 1206.00", COUNTY, ""),
            ],
            amount="1206.00", per="month",
            details={"self_care": "partial", "basic": "906.00", "care": "300.00"},
        ),
        entry("low_income_edge", "superseded", [], [], by="special_hardship"),
        entry("rigid_expenditure", "superseded", [], [], by="special_hardship"),
    ]  # fmt: skip
    for item in entries:
        item["members"] = item["members"] or ["m1"]
    return case(facts, [], result, entries, number="2026-0002")


def undecided() -> Case:
    """A couple, much of it not yet asked: three programmes wait for facts, one for a person's decision."""
    members = [
        person("m1", "示例丁", id_number("19700707", 71), "self", marital="married", disability=None, employment=None),
        {
            "id": "m2", "name": "示例戊", "birth_date": None, "sex": None, "relation": "spouse", "labour": None,
            "shares_household": None, "categories": None,
        },
    ]  # fmt: skip
    facts = household(
        members,
        incomes=None,
        expenses=None,
        assets={"financial": "3000.00", "homes": None, "vehicles": None, "businesses": 0, "within_limits": None},
        obligors=None,
        hardship={"kind": "fire", "occurred_on": "2026-03-01", "scope": "household", "severity": None, "cost": None},
        medical=None,
        authorised=None,
        truth_pledge=True,
        staff_relative=None,
        applied_on="2026-07-06",
    )
    result = {"income_monthly": None, "deductions_monthly": None, "income_per_capita": None, "category": None}
    law = "中华人民共和国社会救助法"
    entries = [
        entry(
            "dibao", "needs_information", ["m1", "m2"],
            [
                reason("在户籍所在地申请", "yes", "", f"{law}；{LAW_2021}", "第三十七条第一款；第四条"),
                reason("是否授权核对经济状况还没有问", "unknown", "", f"{law}；{LAW_2021}", "第四十条；第九条"),
                reason("示例戊是否共同生活还没有问", "unknown", "", LAW_2021, "第七条"),
                reason(
                    "家庭人均收入是否低于当地低保标准还不能确定", "unknown", "未知 ÷ 2 = 未知 与 645.00（元/月）",
                    f"{law}；{LAW_2021}", "第十八条第一款；第十三条",
                ),
                reason("家庭财产是否符合规定还不能确定", "unknown", "", f"{law}；{LAW_2021}", "第十八条；第十四条"),
            ],
            missing=["incomes", "members[1].shares_household", "authorised", "assets.homes", "assets.vehicles"],
        ),
        entry(
            "temporary_assistance", "needs_information", ["m1", "m2"],
            [
                reason("遭遇火灾、交通事故等意外事件（急难型）", "yes", "火灾，2026-03-01发生", LS_2018, "二（一）"),
                reason("是否须立即救助还没有问", "unknown", "", law, "第五十条"),
                reason("困难程度还没有问，不能确定金额", "unknown", "", COUNTY, "temporary.emergency.multiple"),
            ],
            missing=["hardship.needs_now", "hardship.severity"],
        ),
        entry(
            "low_income_edge", "needs_decision", ["m1", "m2"],
            [
                reason(
                    "家庭中确有特殊困难的人员，可以由县级人民政府民政部门决定纳入低保", "unknown", "",
                    law, "第二十一条第二款",
                ),
                reason(
                    "家庭人均收入是否在收入线以内还不能确定；本地参数没有数值，须由当地录入：边缘家庭收入线倍数（edge.ratio）",
                    "unknown", "", law, "第二十一条第三款",
                ),
            ],
        ),
        entry(
            "rigid_expenditure", "needs_information", ["m1", "m2"],
            [
                reason(
                    "刚性支出占比是否超出规定还不能确定", "unknown", "12个月刚性支出 未知 与 总收入 未知 × 60%",
                    f"{law}；{RIGID_2024}", "第二十二条；第四条",
                )
            ],
            missing=["expenses", "incomes", "members[0].disability", "medical"],
        ),
        refused("special_hardship", "m1", "示例丁不是老年人、残疾人或未成年人", "", TK_2021, "第四条"),
    ]  # fmt: skip
    clocks = {
        "dibao": {"clocks": CLOCKS["clocks"][:2], "calendar_complete": False},
        "temporary_assistance": {
            "clocks": [{"id": "first_help", "due": "2026-03-06", "working_days": None, "days": 1,
                        "citation": {"document": COUNTY, "clause": ""}}],
            "calendar_complete": True,
        },
    }  # fmt: skip
    return case(facts, ["m1", "m2"], result, entries, number="2026-0003", accepted_on="2026-07-06", clocks=clocks)


def large() -> Case:
    """Ten members with names of fifteen characters and more, every programme asked for, everything long."""
    names = [
        "阿卜杜热合曼·麦麦提图尔荪阿吉", "古丽巴哈尔·阿布都克里木江·示例", "示例", "买买提依明·吐尔逊尼亚孜·测试",
        "Abdurahman-Memettursunjan", "欧阳示例测试长长长长长长长长长", "示例己",
        "示例庚（曾用名测试）", "示例辛", "示例壬",
    ]  # fmt: skip
    relations = [
        "self", "spouse", "child", "child", "child", "child_in_law", "grandchild", "parent", "parent_in_law", "sibling",
    ]  # fmt: skip
    members = [
        person(
            f"m{n}", name, id_number(f"{1935 + n * 8}0{n % 9 + 1}15", 100 + n), relation,
            illness="severe" if n % 3 == 0 else "none", absence="prison" if n == 5 else "none",
            disability={"kind": "multiple", "grade": 1, "components": [
                {"kind": "visual", "grade": 1}, {"kind": "intellectual", "grade": 3}]} if n == 2 else "none",
            schooling="undergraduate" if n == 7 else "none", categories=["poverty_monitored"] if n == 4 else [],
        )
        for n, (name, relation) in enumerate(zip(names, relations, strict=True), 1)
    ]  # fmt: skip
    counted = [f"m{n}" for n in (1, 2, 3, 4, 6, 7, 8, 9, 10)]
    programmes = [
        "dibao", "dibao_single", "special_hardship", "temporary_assistance", "medical_assistance", "premium_aid",
        "low_income_edge", "rigid_expenditure",
    ]  # fmt: skip
    facts = household(
        members,
        programmes=programmes,
        reference="X" * 60,
        village="示例村民委员会第十二村民小组（易地扶贫搬迁安置点）",
        incomes=[
            {"member": f"m{n}", "kind": kind, "amount": f"{n}23456789.01", "per": "year"}
            for n in (1, 2, 4, 6)
            for kind in ("wage", "personal_account_pension")
        ],
        assets={
            "financial": "999999999999.99", "homes": 12, "businesses": 3, "within_limits": False,
            "vehicles": [{"kind": "truck", "value": "123456.00"}, {"kind": "disability_vehicle", "value": None}],
        },
        medical=[
            {
                "member": "m3", "kind": "inpatient", "admitted_on": "2026-01-10", "total": "300000.00",
                "in_policy": "280000.00", "basic_paid": "180000.00", "serious_paid": "20000.00", "other_paid": "0.00",
                "major": True, "designated": True, "referred": True, "assisted_this_year": "0.00",
            }
        ],
        hardship={
            "kind": "illness_cost", "occurred_on": "2026-02-01", "scope": "individual", "member": "m3",
            "severity": "severe", "cost": "123456.78", "covered": "0.00",
        },
    )  # fmt: skip
    long = "家庭人均收入、家庭财产和实际生活状况均符合县级以上人民政府规定的条件并经入户调查、信息核对和公示无异议"
    working = "(123456789.01 + 223456789.01 + 423456789.01 + 623456789.01) ÷ 9 ÷ 12 = 12906742.00 ≥ 645.00"
    entries = [
        entry(
            programme, outcome, ids,
            [
                reason(f"{long}（{programme}）", answer, working, document, "第三章第二节第十二条第三款第（四）项")
                for answer, document in (("yes", LAW_2021), (last, RIGID_2024))
            ],
            **more,
        )
        for programme, outcome, ids, last, more in (
            ("dibao", "ineligible", counted, "no", {}),
            ("temporary_assistance", "eligible", ["m3"], "yes", {
                "amount": "123456.78", "per": "once",
                "details": {"kind": "expenditure", "township_first": "2000.00", "county_rest": "121456.78",
                            "above_cap": True}}),
            ("low_income_edge", "ineligible", counted, "no", {}),
            ("rigid_expenditure", "needs_decision", counted, "unknown", {}),
            *[("special_hardship", "ineligible", [m], "no", {}) for m in counted],
            *[("dibao_single", "needs_information", [m], "unknown",
               {"missing": [f"members[{int(m[1:]) - 1}].dependent", f"members[{int(m[1:]) - 1}].illness"]})
              for m in ("m2", "m3", "m6")],
            ("medical_assistance", "eligible", ["m3"], "yes", {
                "amount": "50000.00", "per": "once",
                "details": {"base": "80000.00", "deductible": "0.00", "ratio": "0.70", "cap_left": "50000.00",
                            "self_pay": "30000.00"}}),
            *[("premium_aid", "eligible", [m], "yes", {"amount": None, "per": "year"}) for m in counted],
        )
    ]  # fmt: skip
    result = {
        "income_monthly": "116160678.00", "deductions_monthly": "0.00", "income_per_capita": "12906742.00",
        "category": None,
    }  # fmt: skip
    referrals = [
        {
            "service": n,
            "to": "民政 / 残联 / 人力资源社会保障",
            "why": "重度残疾人护理补贴（依据：示例文件附件1 第71项）",
            "members": counted,
        }
        for n in (71, 72, 73)
    ]
    return case(facts, counted, result, entries, number="2026-0004", referrals=referrals)


ALL = {"plain": plain, "elder": elder, "undecided": undecided, "large": large}
