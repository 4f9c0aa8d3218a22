"""首次申报：第十一条至第十四条，一项一张卡片。"""

from __future__ import annotations

from bot.interview.conditions import MAY_BE_EMPLOYER, MAY_BE_SOCIAL
from bot.interview.question import Choice, Kind, Question, choices_of, line, not_sure
from bot.measures import Citation
from bot.rules.fact import UNKNOWN
from bot.rules.facts import conduct as c
from bot.rules.facts import first_filing as f

CLASS = Question(
    "class",
    "职业的类别",
    Kind.CHOICE,
    "请问拟申报的职业（工种）属于哪一类？",
    Citation(5),
    "职业技能等级评价职业（工种）为现行《中华人民共和国职业分类大典》中水平评价类技能职业（工种）",
    choices=choices_of(f.declared_occupation_class),
    help="以现行大典和人社部发布、备案的为准；文件没有附目录，拿不准可以选“不清楚”。",
)

COUNT = Question(
    "count",
    "拟申报个数",
    Kind.NUMBER,
    "请问一共想申报几个职业（工种）？",
    Citation(26),
    "社会培训评价组织备案的职业（工种）原则上不超过5个",
    fact=f.declared_occupation_count,
    suggestions=(1, 2, 3, 4, 5, 6),
    help="按职业数和按工种数不一样的，请填多的那个：按哪个数，文件没有写。",
    when=MAY_BE_SOCIAL,
    objection=lambda value, situation: "" if value >= 1 else "至少要申报1个",
)

STANDING = Question(
    "standing",
    "法人、登记、制度、信用",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位具备哪些？",
    Citation(11, None, 1),
    "在忻州市境内依法登记，具有规范的财务制度和管理制度，社会信用良好",
    lines=(
        line(f.independent_legal_person),
        line(f.registered_in_xinzhou, "yes", "no", "province_registered"),
        line(f.standard_financial_system),
        line(f.standard_management_system),
        line(c.credit_good),
        line(c.bad_record, "none", "live", "in_doubt", hint="没有记录的，不用点"),
    ),
    rest="都具备、没有不良记录",
    help="“规范”“良好”由主管部门判断，这里只填贵单位自己的看法。",
)

EXPERIENCE = Question(
    "experience",
    "影响力、经验、基础条件",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位具备哪些？",
    Citation(11, None, 2),
    "在拟开展评价的职业领域具有广泛的影响力",
    lines=(line(f.broad_influence), line(f.rich_assessment_experience), line(f.basic_conditions)),
    help="文件没有写标准和年数，由主管部门评估；照实选就可以。",
)

RESOURCES = Question(
    "resources",
    "机构、人员、场地、设备",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位具备哪些？",
    Citation(11, None, 3),
    "有负责职业技能等级认定工作的专门机构、与评价工作相对应的专职工作人员、专家团队",
    lines=(
        line(f.dedicated_department),
        line(
            c.fulltime_staff,
            *("yes", "no", "parttime_only", "other_duties"),
            hint="专职指专门从事这项工作；人数文件没有写",
        ),
        line(c.expert_team, "yes", "no", "external"),
        line(f.suitable_site, hint="租的也算有；本条文字未要求自有，以评估为准"),
        line(f.suitable_equipment, "yes", "no", "leased"),
        line(c.video_monitoring, "yes", "no", "leased"),
    ),
    help="本条没有写面积、人数、摄像头数量。",
)

PURPOSE = Question(
    "purpose",
    "宗旨、经费、机制",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位做到哪些？",
    Citation(11, None, 4),
    "坚持把社会效益放在首位，不以人才评价为营利目的",
    lines=(
        line(f.social_benefit_first),
        line(f.not_profit_purpose),
        line(f.stable_funding, hint="数额文件没有写"),
        line(f.train_use_mechanism, hint="只要求用人单位", when=MAY_BE_EMPLOYER),
        line(f.evaluation_pay_mechanism, hint="只要求用人单位", when=MAY_BE_EMPLOYER),
    ),
    rest="都做到",
    help="收费不等于以营利为目的；公司形式也不在排除之列。",
)

PROMISES = Question(
    "promises",
    "质量、监督、承诺",
    Kind.CHECKLIST,
    "还有几件事，请确认一下：",
    Citation(11, None, 5),
    "具有完善的职业技能等级认定工作质量管理措施",
    lines=(
        line(f.quality_measures),
        line(f.accepts_supervision),
        line(f.responsible_for_materials, hint="第十二条"),
        line(f.will_sign_commitment, hint="第十四条：公布目录时签署，不是现在就交"),
    ),
    rest="都做到",
    help="承诺书在公布目录时同时签署；内容文件没有写。",
)

_PAPER, _ONLINE = f.paper_materials_given.key, f.online_verifiable.key

MATERIALS = Question(
    "materials",
    "申报材料",
    Kind.CHOICE,
    "请问申报材料打算怎样提交？",
    Citation(12),
    "能通过网上核验的，可不提供书面材料",
    choices=(
        Choice("paper", "按规定提交书面材料", {_PAPER: "yes"}),
        Choice("online", "不交书面的，都能网上核验", {_PAPER: "no", _ONLINE: "yes"}),
        Choice("unsure", "不交书面的，能不能网上核验说不清", {_PAPER: "no", _ONLINE: UNKNOWN}),
        Choice("neither", "不交书面的，也不能网上核验", {_PAPER: "no", _ONLINE: "no"}),
        not_sure(f.paper_materials_given, f.online_verifiable),
    ),
    help="材料清单文件没有列，请向服务中心要；能不能网上核验由谁判断，文件也没有写。",
)
