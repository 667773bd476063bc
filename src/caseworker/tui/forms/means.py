"""Forms about means: incomes and spending, property, the hardship event, medical bills."""

from __future__ import annotations

from caseworker.tui.forms.spec import Field, Group, Kind, Section, Shape

# A field is a row and a table is read down its columns: these lines are not wrapped.
# fmt: off


def _flow(title: str, options: str, help_text: str, law: str) -> tuple[Field, ...]:
    """The four fields that an income and a spending share."""
    return (
        Field("member", "谁的", Kind.MEMBER, "哪个成员的；0 = 全家的", law, unasked_word="全家"),
        Field("kind", f"{title}种类", Kind.CHOICE, help_text, law, options),
        Field("amount", "金额（元）", Kind.MONEY, "可写 1.2万、1,200；按周期平均的数", law),
        Field("per", "周期", Kind.CHOICE, "每月、每年，或回溯期内一次", law, "per"),
    )


INCOMES = Group(
    "incomes",
    "收入",
    Shape.LIST,
    _flow("收入", "income_kind", "工资按扣就业成本前填；哪些不计入由政策定", "低保办法第十三条"),
    help="全家各种收入，一笔一项；问过确实没有选 1 无",
    law="低保办法第十三条",
    unit="笔",
    blank={"member": None, "kind": None, "amount": None, "per": None},
    rows=4,
)
EXPENSES = Group(
    "expenses",
    "支出",
    Shape.LIST,
    _flow("支出", "expense_kind", "家庭自己负担的部分，报销后的数", "低保办法第十三条、刚性支出办法第五条"),
    help="家庭自己负担的刚性支出，一笔一项；问过确实没有选 1 无",
    law="刚性支出办法第五条",
    unit="笔",
    blank={"member": None, "kind": None, "amount": None, "per": None},
    rows=4,
)
ASSETS = Group(
    "assets",
    "财产",
    Shape.OBJECT,
    (
        Field("financial", "金融资产", Kind.MONEY, "存款、证券、保险现金价值等合计；没有填 0", "低保办法第十四条"),
        Field("homes", "住房套数", Kind.COUNT, "全家住房几套；没有填 0", "低保办法第十四条"),
        Field("businesses", "经营主体", Kind.COUNT, "名下公司、个体户几个；没有填 0", "低保办法第十四条"),
        Field("within_limits", "财产在限内", Kind.YESNO, "只用于政策没有数字的项目：经办人认定是否在限额内", "社会救助法第二十三条"),
    ),
    help="1 = 都没有：存款、住房、经营、车辆都记 0",
    law="低保办法第十四条",
    none_word="都没有",
)
VEHICLES = Group(
    "assets.vehicles",
    "车辆",
    Shape.LIST,
    (
        Field("kind", "车辆种类", Kind.CHOICE, "摩托、农机、残疾人代步车不计", "低保办法第十四条", "vehicle_kind"),
        Field("value", "价值（元）", Kind.MONEY, "现值，估计的也可", "低保办法第十四条"),
    ),
    help="机动车、船、农机，一辆一项；问过确实没有选 1 无",
    law="低保办法第十四条",
    unit="辆",
    blank={"kind": None, "value": None},
    rows=4,
)
HARDSHIP = Group(
    "hardship",
    "突发困难",
    Shape.WORD,
    (
        Field("kind", "困难事由", Kind.CHOICE, "什么事造成的困难", "民发〔2018〕23号二（一）", "hardship_kind"),
        Field("occurred_on", "发生日期", Kind.DATE, "哪天发生的。如 20260305", "民发〔2018〕23号二（一）"),
        Field("scope", "救助对象", Kind.CHOICE, "家庭对象，还是得不到家庭支持的个人", "民发〔2018〕23号二（一）", "scope"),
        Field("member", "是谁", Kind.MEMBER, "个人对象写明是谁；事由出在谁身上", "民发〔2018〕23号二（一）", unasked_word="未指明"),
        Field("urgent", "急难", Kind.YESNO, "事情急、需要马上救助", "社会救助法第五十条"),
        Field("needs_now", "等不得", Kind.YESNO, "不立即救助会危及生命或基本生活", "社会救助法第五十条"),
        Field("severity", "困难程度", Kind.CHOICE, "决定急难救助的倍数", "民发〔2018〕23号二（三）", "severity"),
        Field("months", "预计月数", Kind.COUNT, "困难预计还要几个月", "民发〔2018〕23号二（三）"),
        Field("cost", "必需支出", Kind.MONEY, "这件事必须付的钱", "民发〔2018〕23号二（一）"),
        Field("covered", "已有人付", Kind.MONEY, "保险、其他救助、慈善已付的；没有填 0", "民发〔2018〕23号二（一）"),
        Field("aid_this_year", "今年已助次数", Kind.COUNT, "今年已临时救助几次；没有填 0", "民发〔2018〕23号二（三）"),
        Field("same_cause_aided", "同一事由助过", Kind.YESNO, "同一事由是否已经救助过", "民发〔2018〕23号二（三）"),
        Field("last_aid_on", "上次救助日", Kind.DATE, "上一次临时救助是哪天", "民发〔2018〕23号二（三）"),
    ),
    help="申请临时救助的那件事；没有遇到选 1 无",
    law="社会救助法第五十条",
)
MEDICAL = Group(
    "medical",
    "医疗费用",
    Shape.LIST,
    (
        Field("member", "谁的", Kind.MEMBER, "谁看的病", "社会救助法第二十四条", unasked_word="未问"),
        Field("kind", "医疗类别", Kind.CHOICE, "住院、门诊慢特病计入；普通门诊不计", "社会救助法第二十四条", "medical_kind"),
        Field("admitted_on", "就诊日期", Kind.DATE, "入院或就诊的日期", "社会救助法第二十四条"),
        Field("total", "总费用", Kind.MONEY, "票据总额", "社会救助暂行办法第二十九条"),
        Field("in_policy", "政策范围内", Kind.MONEY, "医保政策范围内的费用", "社会救助暂行办法第二十九条"),
        Field("basic_paid", "基本医保付", Kind.MONEY, "基本医保已付；没有填 0", "社会救助暂行办法第二十九条"),
        Field("serious_paid", "大病保险付", Kind.MONEY, "大病保险已付；没有填 0", "社会救助暂行办法第二十九条"),
        Field("other_paid", "其他已付", Kind.MONEY, "补充、商业保险等已付；没有填 0", "社会救助暂行办法第二十九条"),
        Field("assisted_this_year", "今年已救助", Kind.MONEY, "这个人今年已得的医疗救助；没有填 0", "社会救助暂行办法第二十九条"),
        Field("major", "重大疾病", Kind.YESNO, "是否按重大疾病；限额可能更高", "社会救助暂行办法第二十九条"),
        Field("designated", "定点机构", Kind.YESNO, "是否在定点医疗机构", "社会救助暂行办法第二十九条"),
        Field("referred", "规范转诊", Kind.YESNO, "转外地的，是否按规定转诊", "社会救助暂行办法第二十九条"),
    ),
    help="今年的医疗费用，一次一项；问过确实没有选 1 无",
    law="社会救助法第二十四条",
    unit="笔",
    blank={"member": None},
)

SECTION_FLOWS = Section("flows", "收支", (INCOMES, EXPENSES), "全家的收入，和自己负担的刚性支出")
SECTION_ASSETS = Section("assets", "财产", (ASSETS, VEHICLES), "存款、住房、经营、车辆")
SECTION_EVENTS = Section("events", "困难医疗", (HARDSHIP, MEDICAL), "突发困难（临时救助）和医疗费用（医疗救助）")
