"""Forms about people: the application itself, the members of the household, the obligors outside it."""

from __future__ import annotations

from caseworker.tui.forms.spec import Field, Group, Kind, Section, Shape

# A field is a row and a table is read down its columns: these lines are not wrapped.
# fmt: off

APPLICATION = Group(
    "",
    "申请",
    Shape.ROOT,
    (
        Field("village", "村居", Kind.TEXT, "家庭所在的村或社区；公示、入户按村排"),
        Field("area", "城乡", Kind.CHOICE, "按城市还是农村的标准算", "社会救助法第十九条", "area"),
        Field("residence_basis", "居住依据", Kind.CHOICE, "凭什么在本地申请", "社会救助法第三十七条", "residence_basis"),
        Field("channel", "申请来源", Kind.CHOICE, "怎样来的；乡镇自己发现的选主动发现", "社会救助法第三十九条", "channel"),
        Field("staff_relative", "近亲属备案", Kind.YESNO, "与经办人员或村居干部是近亲属的，单独登记", "低保办法第十一条"),
        Field("authorised", "核对授权", Kind.YESNO, "成员是否都签了核对经济状况的授权书", "社会救助法第四十、四十一条"),
        Field("truth_pledge", "如实承诺", Kind.YESNO, "是否签了所述属实的承诺书", "社会救助法第四十条"),
        Field(
            "programmes", "申请项目", Kind.MARKS, "要申请哪些；0 = 全部筛查。不论选哪些，各项都会算", "社会救助法第六十四条",
            "programme", wide=True, none_word="全部筛查", unasked_word="未问（全部筛查）",
        ),
        Field("applied_on", "申请日期", Kind.DATE, "提出申请的那一天；按这一天有效的政策计算。如 20260305"),
        Field("region", "县区代码", Kind.REGION, "6位行政区划代码，决定用哪里的标准"),
        Field("township", "乡镇街道", Kind.TEXT, "受理的乡镇或街道", "社会救助法第三十七条"),
        Field("reference", "来源编号", Kind.TEXT, "来源系统或自编的编号；同一编号再受理是更新，不会多出一户", wide=True),
    ),
)

_NAME = Field("name", "姓名", Kind.TEXT, "以身份证为准；少数民族姓名中间用 ·")
_ID = Field("id_number", "身份证号", Kind.ID, "18位；由它得出出生日期和性别，校验码不对会指出", wide=True)

MEMBERS = Group(
    "members",
    "家庭成员",
    Shape.LIST,
    (
        _NAME,
        Field("relation", "与申请人关系", Kind.CHOICE, "他是申请人的什么人；申请人自己选本人", "低保办法第七条", "relation"),
        _ID,
        Field("birth_date", "出生日期", Kind.DATE, "没有身份证号时填。如 20130303", "特困办法第五条"),
        Field("sex", "性别", Kind.CHOICE, "没有身份证号时填", options="sex"),
        Field("marital", "婚姻", Kind.CHOICE, "夫妻互有扶养义务", "低保办法第七条", "marital"),
        Field(
            "shares_household", "共同生活", Kind.YESNO, "是否长期一起生活；没问按是", "低保办法第七条",
            unasked_word="未问（按是）",
        ),
        Field(
            "absence", "不在家情形", Kind.CHOICE, "服刑、强制戒毒、宣告失踪等不计入；没问按无", "低保办法第七条第二款",
            "absence", unasked_word="未问（按无）",
        ),
        Field("independent", "能独立生活", Kind.YESNO, "成年子女能否自己立户生活；未成年人按否", "低保办法第七条"),
        Field("disability", "残疾类别", Kind.DISABILITY, "以残疾人证为准；没有证选无", "低保办法第八条、特困办法第五条", "disability_kind"),
        Field("disability.grade", "残疾等级", Kind.GRADE, "1级最重，4级最轻", "低保办法第八条、特困办法第五条"),
        Field(
            "disability.components", "多重残疾分项", Kind.COMPONENTS, "只在多重残疾时填，如：视力2 言语3", "特困办法第五条",
            "disability_kind", wide=True,
        ),
        Field("illness", "疾病", Kind.CHOICE, "重特大疾病以本地认定为准", "低保办法第八条", "illness"),
        Field("labour", "劳动能力", Kind.CHOICE, "有无、或部分丧失劳动能力", "特困办法第五条", "labour"),
        Field("schooling", "在读", Kind.CHOICE, "全日制本科及以下的成年子女计入家庭", "低保办法第七条", "schooling"),
        Field(
            "full_time", "全日制", Kind.YESNO, "在读的是不是全日制；没问按是", "低保办法第七条",
            unasked_word="未问（按是）",
        ),
        Field("employment", "就业", Kind.CHOICE, "就业成本扣减、渐退期用", "低保办法第十三、三十三条", "employment"),
        Field("employed_since", "就业起日", Kind.DATE, "从哪天起就业或经营；渐退期从此算", "低保办法第三十三条"),
        Field("insured", "参加医保", Kind.YESNO, "今年是否参加了基本医疗保险", "社会救助法第二十四条"),
        Field("long_term_care", "需长期照护", Kind.YESNO, "是否需要长期照护；重度残疾人护理补贴用", "转介服务目录第71项"),
        Field("dependent", "靠家庭供养", Kind.YESNO, "成年、靠家庭供养且无法单独立户；单人保用", "低保办法第八条"),
        Field("phone", "电话", Kind.TEXT, "联系电话，只用来联系"),
        Field("categories", "已有身份", Kind.MARKS, "已经认定的对象类别；0 = 没有", "社会救助法第十三条", "category", wide=True),
        Field("self_care", "自理能力", Kind.CARE, "六项能不能自己做：按 1-6 改，9 = 全能", "特困办法第二十一条", wide=True),
    ),
    help="先填申请人；PgUp/PgDn 换人，Ctrl+N 加人",
    law="低保办法第七条",
    unit="人",
    optional=False,
)

OBLIGORS = Group(
    "obligors",
    "户外赡养人",
    Shape.LIST,
    (
        _NAME,
        Field("relation", "与申请人关系", Kind.CHOICE, "他是申请人的什么人", "民法典第一千零六十七条", "relation"),
        _ID,
        Field("birth_date", "出生日期", Kind.DATE, "没有身份证号时填。如 19650303", "特困办法第八条"),
        Field("status", "现状", Kind.CHOICE, "本人是特困、低保、服刑等的，视为无履行能力", "特困办法第八条", "obligor_status"),
        Field("disability", "残疾类别", Kind.DISABILITY, "以残疾人证为准；没有证选无", "特困办法第八条", "disability_kind"),
        Field("disability.grade", "残疾等级", Kind.GRADE, "1级最重，4级最轻", "特困办法第八条"),
        Field("income_monthly", "本人月收入", Kind.MONEY, "他自己每月收入；没有填 0", "特困办法第八条"),
        Field("household_size", "他家人口", Kind.COUNT, "他自己那个家几口人", "低保办法第十三条"),
        Field("household_income_monthly", "他家月收入", Kind.MONEY, "他自己那个家每月总收入", "低保办法第十三条"),
        Field("supports", "另需供养人数", Kind.COUNT, "他家以外还要供养几个人（连本户）", "低保办法第十三条"),
        Field("agreed_monthly", "约定赡养费", Kind.MONEY, "协议或判决的每月总额；没有约定填 0，按公式算", "低保办法第十三条"),
        Field("consent", "同意核查", Kind.YESNO, "户外人员本人同意，才可核查他的经济状况", "社会救助法第四十一条"),
        Field("within_limits", "财产在限内", Kind.YESNO, "政策没有数字时，经办人认定他的财产是否在限额内", "特困办法第八条"),
        Field("owes_to", "对谁有义务", Kind.MEMBERS, "不填则按关系推定；祖孙、兄弟姐妹必须填", "民法典第一千零七十四条", wide=True),
    ),
    help="不在一起生活、依法应当赡养抚养扶养的人；没有就选 1 无",
    law="特困办法第八条",
    unit="人",
)

SECTION_APPLICATION = Section("application", "申请", (APPLICATION,), "谁在哪天、凭什么、在哪里申请")
SECTION_MEMBERS = Section("members", "成员", (MEMBERS,), "共同生活的家庭成员，一人一页")
SECTION_OBLIGORS = Section("obligors", "赡养人", (OBLIGORS,), "户外的法定赡养、抚养、扶养义务人")
