"""The household as the paper tells it: who lives there, and its money and property in figures. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from caseworker.documents import wording
from caseworker.household.labels import label, member_name, yes_no
from caseworker.text import idnumber

Facts = Mapping[str, Any]
Row = dict[str, str]


def birth_and_sex(member: Facts) -> tuple[date | None, str | None]:
    """Birth date and sex, from the ID number where there is one, as the contract has it."""
    if member.get("id_number"):
        number = idnumber.parse(member["id_number"])
        return number.birth_date, number.sex
    birth = member.get("birth_date")
    return (date.fromisoformat(birth) if birth else None), member.get("sex")


def masked(number: str | None) -> str:
    """An ID number as paper may show it: first 6, stars, last 4; "未登记" without one."""
    return idnumber.mask(number) if number else "未登记"


def member_rows(household: Facts, counted: Sequence[str] | None, own_layer: Sequence[str], on: date) -> list[Row]:
    """One row a member: no, name, relation, sex, age, id_number (masked), condition, counted.

    `counted` and `own_layer` are member ids: those in the household's head count (None while facts are missing that
    decide it), and those who leave it because special hardship (特困) takes them in.
    """
    rows = []
    for position, member in enumerate(household["members"], 1):
        birth, sex = birth_and_sex(member)
        rows.append(
            {
                "no": str(position),
                "name": member_name(household, member["id"]),
                "relation": label("relation", member.get("relation")),
                "sex": label("sex", sex) if sex else "不详",
                "age": str(wording.age_on(birth, on)) if birth else "不详",
                "id_number": masked(member.get("id_number")),
                "condition": "，".join(condition(member)) or "—",
                "counted": _counted(member["id"], counted, own_layer),
            }
        )
    return rows


def _counted(member: str, counted: Sequence[str] | None, own_layer: Sequence[str]) -> str:
    if member in own_layer:
        return "否（特困）"
    return "待查" if counted is None else "是" if member in counted else "否"


def condition(member: Facts) -> list[str]:
    """What the rules look at in a person, in words; what was not asked is left out (the missing facts name it)."""
    schooling = member.get("schooling")
    in_school = schooling not in (None, "none")
    return [
        *([label("absence", member["absence"])] if member.get("absence") not in (None, "none") else []),
        *(["不共同生活"] if member.get("shares_household") is False else []),
        *([label("schooling", schooling) + "在读"] if in_school else []),
        *([label("labour", member["labour"])] if member.get("labour") and not in_school else []),
        *([label("employment", member["employment"])] if member.get("employment") and not in_school else []),
        *([disability(member["disability"])] if member.get("disability") not in (None, "none") else []),
        *([f"患{label('illness', member['illness'])}"] if member.get("illness") not in (None, "none") else []),
        *(label("category", value) for value in member.get("categories") or []),
    ]


def disability(value: Facts) -> str:
    """Kind and grade as in "肢体二级残疾"; a multiple disability names its components."""
    parts = value.get("components") or [value]
    told = [label("disability_kind", part.get("kind")) + label("disability_grade", part.get("grade")) for part in parts]
    kinds = "、".join(told)
    return f"多重残疾（{kinds}）" if value.get("components") else f"{kinds}残疾"


def figure_rows(household: Facts, result: Facts) -> list[Row]:
    """Income, spending, property and the rest as rows of label and text; `result` is the assessment's household.

    What was asked and is not there, and what was not asked, stand in a row of their own each: never the same thing.
    """
    parts = {
        "收入": ("incomes", _flows(household, "incomes", "income_kind")),
        "支出": ("expenses", _flows(household, "expenses", "expense_kind")),
        "财产": ("assets", _assets(household.get("assets"))),
        "义务人": ("obligors", wording.listed(map(_obligor, household.get("obligors") or []))),
        "困难事由": ("hardship", _hardship(household)),
        "医疗费用": ("medical", wording.listed(_bill(row, household) for row in household.get("medical") or [])),
    }
    told = [{"label": name, "text": text} for name, (key, text) in parts.items() if _told(household.get(key))]
    none = [name for name, (key, _) in parts.items() if household.get(key) in ("none", [])]
    unasked = [name for name, (key, _) in parts.items() if household.get(key) is None]
    return [
        *told,
        *([{"label": "经询问无", "text": "、".join(none)}] if none else []),
        *([{"label": "尚未询问", "text": "、".join(unasked)}] if unasked else []),
        {"label": "核算", "text": reckoning(result)},
    ]


def _told(value: object) -> bool:
    return value is not None and value not in ("none", [])


def reckoning(result: Facts) -> str:
    """The household's income as the rules counted it: heads, month's income, deductions, per head."""

    def money(key: str) -> str:
        return f"{result[key]}元" if result.get(key) is not None else "未能核定"

    category = result.get("category")
    return "，".join(
        [
            f"计入{result['size']}人" if result.get("size") is not None else "计入人数未能核定",
            f"月收入{money('income_monthly')}",
            f"月扣减{money('deductions_monthly')}",
            f"人均月收入{money('income_per_capita')}",
            *([f"类别：{label('programme', category)}"] if category else []),
        ]
    )


def _flows(household: Facts, key: str, group: str) -> str:
    """Incomes or expenses by person: "示例甲：工资性收入2000.00元/月、高龄津贴50.00元/月；示例乙：…"."""
    by_person: dict[str, list[str]] = {}
    for row in household.get(key) or []:
        amount = row.get("amount")
        sum_text = "金额未询问" if amount is None else f"{amount}{label('per', row['per'])}"
        by_person.setdefault(member_name(household, row.get("member")), []).append(label(group, row["kind"]) + sum_text)
    return wording.listed(f"{name}：{'、'.join(parts)}" for name, parts in by_person.items())


def _assets(assets: Facts | None) -> str:
    if assets is None:
        return ""
    count = {"homes": "住房{}套", "businesses": "经营实体{}个"}
    numbers = [
        text.format(assets[key]) if assets.get(key) is not None else f"{text.format('')[:-1]}未询问"
        for key, text in count.items()
    ]
    return "，".join(
        [
            f"金融资产{wording.yuan(assets.get('financial'))}",
            *numbers,
            _vehicles(assets.get("vehicles")),
            f"工作人员认定在限额内：{yes_no(assets.get('within_limits'))}",
        ]
    )


def _vehicles(vehicles: list[Facts] | None) -> str:
    if vehicles is None:
        return "车辆未询问"
    told = [f"{label('vehicle_kind', vehicle['kind'])}（{wording.yuan(vehicle.get('value'))}）" for vehicle in vehicles]
    return "、".join(told) or "无车辆"


def _obligor(row: Facts) -> str:
    """An obligor outside the household, with what their duty is judged by."""
    told = {
        "status": label("obligor_status", row.get("status")),
        "household_size": f"家庭{row.get('household_size')}人",
        "household_income_monthly": f"家庭月收入{row.get('household_income_monthly')}元",
        "income_monthly": f"本人月收入{row.get('income_monthly')}元",
        "agreed_monthly": f"协议供养费{row.get('agreed_monthly')}元/月",
        "consent": "同意核对" if row.get("consent") else "未同意核对",
    }
    known = [text for key, text in told.items() if row.get(key) is not None and row.get(key) != "normal"]
    return f"{row.get('name') or '未登记姓名'}（{'，'.join([label('relation', row.get('relation')), *known])}）"


def _hardship(household: Facts) -> str:
    event = household.get("hardship")
    if not isinstance(event, Mapping):
        return ""
    who = member_name(household, event["member"]) if event.get("member") else label("scope", event.get("scope"))
    severity = event.get("severity")
    return "，".join(
        [
            f"{label('hardship_kind', event.get('kind'))}（{wording.day(event.get('occurred_on'))}）",
            f"对象：{who}",
            f"程度：{label('severity', severity)}",
            f"必需支出{wording.yuan(event.get('cost'))}",
            f"已获报销和救助{wording.yuan(event.get('covered'))}",
        ]
    )


def _bill(row: Facts, household: Facts) -> str:
    """A bill in the order in which it is paid: total, within policy, insurance, serious illness, others."""
    paid = {
        "total": "总费用", "in_policy": "政策范围内", "basic_paid": "基本医保支付", "serious_paid": "大病保险支付",
        "other_paid": "其他支付", "assisted_this_year": "本年已救助",
    }  # fmt: skip
    sums = [f"{words}{wording.yuan(row.get(key))}" for key, words in paid.items()]
    head = f"{member_name(household, row['member'])}{label('medical_kind', row.get('kind'))}"
    return f"{head}（{wording.day(row.get('admitted_on'))}）：{'，'.join(sums)}"
