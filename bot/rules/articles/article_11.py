"""第十一条：申报开展职业技能等级认定工作的条件。"""

from __future__ import annotations

from bot.rules.clause import article, item, reads
from bot.rules.conditions import holds, one_of
from bot.rules.facts import conduct as c
from bot.rules.facts import first_filing as f
from bot.rules.facts.institution import filing_status, legal_form
from bot.rules.given import Given
from bot.rules.institutions import EMPLOYER_ONLY
from bot.rules.records import RECORD_DOUBTS, RECORD_REMEDY
from bot.rules.result import Result, failed, met, outside, still_open, wrong_procedure

_11 = article(11)
_1, _2, _3, _4, _5 = (item(11, number) for number in range(1, 6))

NOT_LEGAL_PERSONS = frozenset({"branch", "internal_department", "individual_business"})


@reads(filing_status)
def _not_filed_yet(given: Given) -> Result:
    status = given.choice(filing_status)
    if status == "filed":
        return wrong_procedure(
            "已经备案的机构不再首次申报；要增加职业或等级，看第二十三条至第二十六条；"
            "信息有变更，看第二十一条、第二十二条"
        )
    if status in ("not_filed", "withdrawn"):
        return met(given.says(filing_status))
    return still_open(given.says(filing_status))


@reads(filing_status)
def _never_withdrawn(given: Given) -> Result:
    if given.choice(filing_status) != "withdrawn":
        return outside("没有退出目录的情形")
    return still_open("退出目录后能否再申报、要等多久，文件没有写")


@reads(f.independent_legal_person, legal_form)
def _independent_legal_person(given: Given) -> Result:
    answer = given.choice(f.independent_legal_person)
    form_excludes = given.choice(legal_form) in NOT_LEGAL_PERSONS
    if answer == "yes" and form_excludes:
        return still_open(f"填写是独立法人，但登记形式是{given.words(legal_form)}，前后不一致")
    if answer == "yes":
        return met(given.says(f.independent_legal_person))
    if answer == "no" or form_excludes:
        fact = f.independent_legal_person if answer == "no" else legal_form
        return failed(given.says(fact), "改由具有独立法人资格的机构申报")
    return still_open(given.says(f.independent_legal_person))


@reads(f.suitable_site, f.site_tenure)
def _site(given: Given) -> Result:
    answer, tenure = given.choice(f.suitable_site), given.choice(f.site_tenure)
    if answer == "yes" and tenure == "none":
        return still_open("填写有相应的场地，又填写没有场地，前后不一致")
    if answer == "yes":
        rented = tenure not in (None, "owned")
        return met(given.says(f.suitable_site) + ("；文字未要求自有，以评估为准" if rented else ""))
    if answer == "no" or tenure == "none":
        return failed("没有相应的场地", "落实与评价工作相应的场地")
    return still_open(given.says(f.suitable_site))


NOT_FILED = _11("可向人力资源和社会保障部门申报开展职业技能等级认定工作", _not_filed_yet)

WITHDRAWN = _1(
    "无违法违规、失信等不良行为记录",
    _never_withdrawn,
    title="退出过目录",
    doubts=("退出目录后能否再申报、要等多久，文件没有写",),
)

CONDITIONS = (
    _11(
        "具备以下条件的独立法人机构（含技工院校等职业院校）",
        _independent_legal_person,
        reading="是独立法人，符合；不是，或登记形式为分公司、内设部门、个体工商户，不符合；"
        "两处填写不一致，待核实",
    ),
    _1(
        "在忻州市境内依法登记",
        holds(
            f.registered_in_xinzhou,
            "在忻州市境内依法登记后再申报",
            {"province_registered": "在省里登记、住所在忻州的是否算，文件没有写明"},
        ),
        doubts=("在省里登记、住所在忻州的，是否算“在忻州市境内依法登记”，没有写明",),
    ),
    _1(
        "具有规范的财务制度和管理制度",
        holds(f.standard_financial_system, "建立规范的财务制度"),
        judged="规范",
    ),
    _1(
        "具有规范的财务制度和管理制度",
        holds(f.standard_management_system, "建立规范的管理制度"),
        judged="规范",
    ),
    _1("社会信用良好", holds(c.credit_good, "先恢复良好的社会信用"), judged="良好"),
    _1(
        "无违法违规、失信等不良行为记录",
        one_of(
            c.bad_record,
            passes=("none",),
            fails=("live",),
            remedy=RECORD_REMEDY,
            doubts=RECORD_DOUBTS,
        ),
        doubts=("没有写追溯多少年，没有写修复后是否还算，也没有写轻重界限",),
    ),
    _2(
        "在拟开展评价的职业领域具有广泛的影响力",
        holds(f.broad_influence, "先在该职业领域形成影响力（文件没有写标准）"),
        judged="广泛",
    ),
    _2(
        "在所申报职业（工种）方面有较丰富的考核评价经验",
        holds(
            f.rich_assessment_experience,
            "先积累考核评价经验，或去掉没有经验的职业（文件没有写年数、批次）",
        ),
        judged="较丰富",
        doubts=("没有写年数、批次；每个所申报的职业（工种）都要有",),
    ),
    _2(
        "具备相应的基础条件",
        holds(f.basic_conditions, "补齐相应的基础条件"),
        judged="相应",
        doubts=("没有写基础条件是什么",),
    ),
    _3(
        "有负责职业技能等级认定工作的专门机构",
        holds(f.dedicated_department, "在本单位内设立负责认定工作的专门机构"),
        doubts=("没有写专门机构的形式",),
    ),
    _3(
        "与评价工作相对应的专职工作人员",
        one_of(
            c.fulltime_staff,
            passes=("yes",),
            fails=("no", "parttime_only"),
            remedy="配备专门从事这项工作的人员",
            doubts={"other_duties": "全职人员兼做别的工作，算不算专职，文件没有写明"},
        ),
        doubts=("没有写人数；全职人员兼做别的工作算不算专职，没有写明",),
    ),
    _3(
        "专家团队",
        one_of(c.expert_team, passes=("yes", "external"), fails=("no",), remedy="组建专家团队"),
        doubts=("没有写人数，也没有写专家须是本单位职工",),
    ),
    _3(
        "相应的场地",
        _site,
        judged="相应",
        doubts=("本条没有写自有，也没有写面积",),
        reading="有相应的场地，符合（租的也算）；没有，不符合；又说有又说没有，待核实",
    ),
    _3(
        "相应的场地、设备设施",
        one_of(
            f.suitable_equipment,
            passes=("yes", "leased"),
            fails=("no",),
            remedy="配备相应的设备设施",
        ),
        judged="相应",
    ),
    _3(
        "含视频监控设备",
        one_of(
            c.video_monitoring,
            passes=("yes", "leased"),
            fails=("no",),
            remedy="安装视频监控设备",
        ),
        doubts=("没有写摄像头数量",),
    ),
    _4(
        "坚持把社会效益放在首位",
        holds(f.social_benefit_first, "确立把社会效益放在首位的原则"),
    ),
    _4(
        "不以人才评价为营利目的",
        holds(f.not_profit_purpose, "不以人才评价为营利目的（收费本身不等于营利目的）"),
    ),
    _4(
        "能为职业技能等级认定工作提供稳定的经费保障",
        holds(f.stable_funding, "落实稳定的经费保障（文件没有写数额）"),
        judged="稳定",
    ),
    _4(
        "其中用人单位还应建立培养与使用相结合、评价与待遇相挂钩的长效机制",
        holds(f.train_use_mechanism, "建立培养与使用相结合的长效机制"),
        only_for=EMPLOYER_ONLY,
        judged="长效",
    ),
    _4(
        "其中用人单位还应建立培养与使用相结合、评价与待遇相挂钩的长效机制",
        holds(f.evaluation_pay_mechanism, "建立评价与待遇相挂钩的长效机制"),
        only_for=EMPLOYER_ONLY,
        judged="长效",
    ),
    _5(
        "具有完善的职业技能等级认定工作质量管理措施",
        holds(f.quality_measures, "制定完善的质量管理措施"),
        judged="完善",
    ),
    _5(
        "自愿接受人力资源和社会保障部门的监督和管理",
        holds(f.accepts_supervision, "自愿接受监督和管理"),
    ),
)
