"""Who is asking: filing, activity, category, registered form."""

from __future__ import annotations

from bot.interview.conditions import CHANGES_LEGAL_REP, IS_EMPLOYER, IS_SOCIAL, both
from bot.interview.question import Choice, Kind, Question, choices_of, not_sure, option_choice
from bot.measures import Citation
from bot.rules.facts.institution import (
    filed_by,
    filing_status,
    institution_type,
    is_school,
    legal_form,
    requested_activity,
)

_FILING_WORDS = "请问贵单位现在的备案情况是哪一种？"

FILING_FIRST = Question(
    "filing",
    "备案情况",
    Kind.CHOICE,
    _FILING_WORDS,
    Citation(11),
    "可向人力资源和社会保障部门申报开展职业技能等级认定工作",
    choices=choices_of(filing_status),
    help="首次申报是给还没有备案的机构准备的；已经备案的，请用新增或变更自查。",
)

_FILED_HERE = Choice(
    "filed", "已在忻州市备案", {filing_status.key: "filed", filed_by.key: "xinzhou"}
)

FILING_ADDITION = Question(
    "filing",
    "备案情况",
    Kind.CHOICE,
    _FILING_WORDS,
    Citation(24, None, 1),
    "自备案以来",
    choices=(
        _FILED_HERE,
        option_choice(filing_status, "filed_elsewhere"),
        option_choice(filing_status, "not_filed"),
        option_choice(filing_status, "withdrawn"),
        not_sure(filing_status),
    ),
    help="新增职业（工种）、等级，以已经备案为前提。",
    covered_by=(filing_status,),
)

FILING_CHANGE = Question(
    "filing",
    "备案情况",
    Kind.CHOICE,
    _FILING_WORDS,
    Citation(21),
    "职业技能等级评价机构法人及备案信息变更",
    choices=(
        _FILED_HERE,
        Choice(
            "elsewhere",
            "在省里或其他市备案",
            {filing_status.key: "filed", filed_by.key: "elsewhere"},
        ),
        option_choice(filing_status, "not_filed"),
        option_choice(filing_status, "withdrawn"),
        not_sure(filing_status, filed_by),
    ),
    help="有备案信息，才谈得上变更。",
)

FILING_DUTIES = Question(
    "filing",
    "备案情况",
    Kind.CHOICE,
    _FILING_WORDS,
    Citation(17),
    "职业技能等级评价机构",
    choices=choices_of(filing_status),
    help="第十七条至第二十条写的是评价机构的职责。",
)

ACTIVITY = Question(
    "activity",
    "要开展的评价",
    Kind.CHOICE,
    "请问贵单位想开展的是哪一种评价？",
    Citation(3, 3),
    "负责组织实施职业资格评价、专项职业能力考核",
    choices=choices_of(requested_activity),
    help="由评价机构申报的是职业技能等级认定；另外两种由服务中心组织实施。",
)

_TYPE_WORDS = "请问贵单位属于哪一类机构？"
_TYPE_HELP = "看备案（或拟申报）的类别，不看营业执照：公司也可以是社会培训评价组织。"

_TYPES = (
    option_choice(institution_type, "employer", hint="给本单位职工评价的企业等单位"),
    option_choice(institution_type, "vocational_school"),
    option_choice(institution_type, "social_org", hint="面向社会开展评价的机构"),
    option_choice(institution_type, "several"),
    not_sure(institution_type),
)

TYPE = Question(
    "type",
    "机构类别",
    Kind.CHOICE,
    _TYPE_WORDS,
    Citation(3, 4),
    "用人单位（企业）、职业院校（含技工院校）、社会培训评价组织",
    choices=_TYPES,
    help=_TYPE_HELP,
)

TYPE_FOR_LEGAL_REP = Question(
    "type",
    "机构类别",
    Kind.CHOICE,
    _TYPE_WORDS,
    Citation(22, 2),
    "企业或院校还需提供任职文件",
    choices=_TYPES,
    help=_TYPE_HELP,
    when=CHANGES_LEGAL_REP,
)

_EMPLOYER_CHOICES = (
    option_choice(institution_type, "employer_enterprise", "是企业"),
    option_choice(institution_type, "employer_non_enterprise", "不是企业"),
    option_choice(institution_type, "employer_unsure", "不清楚"),
)

EMPLOYER_KIND = Question(
    "employer_kind",
    "是不是企业",
    Kind.CHOICE,
    "请问贵单位是企业吗？",
    Citation(3, 4),
    "用人单位（企业）",
    choices=_EMPLOYER_CHOICES,
    help="第三条在用人单位后面写了“（企业）”，第十条没有写；不是企业的，要请主管部门解释。",
    when=IS_EMPLOYER,
    covered_by=(),
)

EMPLOYER_KIND_FOR_LEGAL_REP = Question(
    "employer_kind",
    "是不是企业",
    Kind.CHOICE,
    "请问贵单位是企业吗？",
    Citation(22, 2),
    "企业或院校还需提供任职文件",
    choices=_EMPLOYER_CHOICES,
    help="任职文件只要求企业或院校提供。",
    when=both(CHANGES_LEGAL_REP, IS_EMPLOYER),
    covered_by=(),
)

LEGAL_FORM = Question(
    "legal_form",
    "登记形式",
    Kind.CHOICE,
    "请问贵单位登记的形式是哪一种？",
    Citation(22, 2),
    "企业或院校还需提供任职文件",
    choices=(
        Choice(
            "private_non_enterprise",
            "民办非企业单位，不是学校",
            {legal_form.key: "private_non_enterprise", is_school.key: "no"},
        ),
        Choice(
            "school",
            "学校（含民办培训学校）",
            {legal_form.key: "school", is_school.key: "yes"},
        ),
        Choice("social_group", "社会团体", {legal_form.key: "social_group", is_school.key: "no"}),
        Choice("company", "公司等企业", {legal_form.key: "company", is_school.key: "no"}),
        Choice("institution", "事业单位", {legal_form.key: "institution", is_school.key: "no"}),
        not_sure(legal_form),
    ),
    help="公司或学校作为社会培训评价组织备案的，要不要任职文件没有写明，列待核实。",
    when=both(CHANGES_LEGAL_REP, IS_SOCIAL),
    covered_by=(legal_form,),
)
