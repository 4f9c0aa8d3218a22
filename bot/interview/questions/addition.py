"""新增职业（工种）、新增等级：第二十四条第（一）、（二）项和职业、等级本身。"""

from __future__ import annotations

from bot.interview.question import (
    NOT_SURE,
    Choice,
    Kind,
    Question,
    Situation,
    choices_of,
    line,
    opened,
)
from bot.measures import Citation
from bot.rules.facts import addition as a
from bot.rules.facts import conduct as c
from bot.rules.facts.target import target_level, target_occupation_class

_OCCUPATION_WORDS = "请问想新增的这个职业（工种），现在是不是已经备案？"
_LEVEL_WORDS = "请问想加等级的这个职业（工种），现在是不是已经备案？"


def _target(words: str, help_words: str) -> Question:
    return Question(
        "target",
        "职业是否已备案",
        Kind.CHOICE,
        words,
        Citation(24),
        "新增职业（工种）、等级等的需具备以下条件",
        choices=choices_of(a.target_occupation_already_filed, "no", "new_trade", "yes"),
        help=help_words,
    )


TARGET_OCCUPATION = _target(_OCCUPATION_WORDS, "已经备案、只是加等级的，请用“新增等级”自查。")
TARGET_LEVEL_OF = _target(_LEVEL_WORDS, "职业本身没有备案的，请用“新增职业（工种）”自查。")

CLASS = Question(
    "class",
    "职业的类别",
    Kind.CHOICE,
    "请问这个职业（工种）属于哪一类？",
    Citation(5),
    "职业技能等级评价职业（工种）为现行《中华人民共和国职业分类大典》中水平评价类技能职业（工种）",
    choices=choices_of(
        target_occupation_class, "level_type", "access_type", "not_listed", "special_ability"
    ),
    help="以现行大典和人社部发布、备案的为准；文件没有附目录。",
)

LEVEL = Question(
    "level",
    "拟新增的等级",
    Kind.CHOICE,
    "请问想新增哪个等级？",
    Citation(8, 2),
    "职业技能等级一般分为初级工（五级）、中级工（四级）、高级工（三级）、技师（二级）和高级技师（一级）五个级别",
    choices=choices_of(target_level),
    help="一次想加几个等级的，请先选一个：第二十四条的条件都一样。",
)


def _not_negative(value: int, situation: Situation) -> str:
    return "" if value >= 1 else "已备案的机构至少有1个，请照备案名单填；拿不准就选“不清楚”"


FILED = Question(
    "filed",
    "备案职业数",
    Kind.NUMBER,
    "请问现在备案的职业（工种）一共有几个？",
    Citation(24, None, 1),
    "开展认定评价的职业（工种）达到备案职业（工种）的三分之二的覆盖面",
    fact=a.filed_occupation_count,
    suggestions=(1, 2, 3, 4, 5, 6, 8, 9),
    help="照备案名单数；新近备案、还没有开展的也算在内，一个职业有几个等级只算一个。",
    objection=_not_negative,
)


def _not_more_than_filed(value: int, situation: Situation) -> str:
    filed = situation.number(a.filed_occupation_count)
    if filed is None or value <= filed:
        return ""
    return f"备案的是{filed}个，开展过的不会有{value}个；请核对，拿不准就选“不清楚”"


EVALUATED = Question(
    "evaluated",
    "开展过的职业数",
    Kind.NUMBER,
    "其中，自备案以来实际组织过至少一次评价的有几个？",
    Citation(24, None, 1),
    "开展认定评价的职业（工种）达到备案职业（工种）的三分之二的覆盖面",
    fact=a.evaluated_occupation_count,
    suggestions=(0, 1, 2, 3, 4, 5, 6),
    help="只有计划、还没有组织过的不算；以前换出去的不算；从备案起累计，不是只看今年。",
    objection=_not_more_than_filed,
)

_DIFFER = "count_both_ways"

COUNT_UNIT = Question(
    "count_unit",
    "两种数法",
    Kind.CHOICE,
    "按职业数和按工种数，个数一样吗？",
    Citation(24, None, 1),
    "开展认定评价的职业（工种）达到备案职业（工种）的三分之二的覆盖面",
    choices=(
        Choice("same", "一样，或备案名单只有一种数法", {}),
        Choice("differ", "不一样，我再填另一种数", {}, route=_DIFFER),
        Choice(NOT_SURE, "不清楚", {}, hint="按备案名单的数判断"),
    ),
    settles=(a.filed_trade_count, a.evaluated_trade_count),
    covered_by=(a.filed_trade_count, a.evaluated_trade_count),
    help="文件写的是“职业（工种）”，没有写按哪个数；两种数法结果不同的，列待核实。",
)


def _trades_objection(value: int, situation: Situation) -> str:
    filed = situation.number(a.filed_trade_count)
    if filed is None or value <= filed:
        return ""
    return f"这种数法备案的是{filed}个，开展过的不会有{value}个；请核对"


FILED_TRADES = Question(
    "filed_trades",
    "备案数（另一种数法）",
    Kind.NUMBER,
    "换另一种数法，备案的一共有几个？",
    Citation(24, None, 1),
    "备案职业（工种）",
    fact=a.filed_trade_count,
    suggestions=(1, 2, 3, 4, 5, 6, 8, 9),
    when=opened(_DIFFER, "两种数法个数不一样"),
    objection=_not_negative,
)
EVALUATED_TRADES = Question(
    "evaluated_trades",
    "开展过的数（另一种数法）",
    Kind.NUMBER,
    "换另一种数法，实际组织过至少一次评价的有几个？",
    Citation(24, None, 1),
    "开展认定评价的职业（工种）",
    fact=a.evaluated_trade_count,
    suggestions=(0, 1, 2, 3, 4, 5, 6),
    when=opened(_DIFFER, "两种数法个数不一样"),
    objection=_trades_objection,
)

STANDING = Question(
    "standing",
    "秩序、质量、信用",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位自备案以来做到哪些？",
    Citation(24, None, 1),
    "能够严格落实质量管控措施，社会信用良好，无违法违规、失信等不良行为记录",
    lines=(
        line(a.work_orderly),
        line(a.quality_control_enforced),
        line(c.credit_good),
        line(c.bad_record, "none", "live", "pre_filing", "in_doubt"),
    ),
    rest="都做到、没有不良记录",
    help="“有序”“严格”“良好”由主管部门判断，这里只填贵单位自己的看法。",
)

_PEOPLE_LINES = (
    line(c.expert_team, "yes", "no", "external"),
    line(a.assessors, "yes", "no", "borrowed"),
    line(
        c.fulltime_staff,
        *("yes", "no", "parttime_only", "other_duties"),
        hint="专职指专门从事这项工作；人数文件没有写",
    ),
    line(a.internal_supervisors, "yes", "no", "borrowed"),
    line(
        a.question_bank,
        *("yes", "no", "other_occupations_only", "bought_or_shared"),
        hint="“一定数量”没有写多少；只是打算建的，选“没有”",
    ),
    line(
        a.one_person_two_roles,
        *("no", "yes"),
        words="有没有一人兼任上面两种角色",
        hint="文件没有写可以不可以",
    ),
)
_PEOPLE_WORDS = "请逐条看一看，与所申请职业（工种）相应的人员和题库，贵单位有哪些？"
_PEOPLE_HELP = "人数、题数文件都没有写；借用、购买、一人兼两职能不能算，也没有写明。"

PEOPLE = Question(
    "people",
    "人员和题库",
    Kind.CHECKLIST,
    _PEOPLE_WORDS,
    Citation(24, None, 2),
    "具有与所申请职业（工种）相应的专家队伍、考评人员、专职工作人员、内部督导人员",
    lines=_PEOPLE_LINES,
    rest="都有、没有兼任",
    help=_PEOPLE_HELP,
)
PEOPLE_FOR_LEVEL = Question(
    "people",
    "人员和题库",
    Kind.CHECKLIST,
    _PEOPLE_WORDS,
    Citation(24, None, 2),
    "具有与所申请职业（工种）相应的专家队伍、考评人员、专职工作人员、内部督导人员",
    lines=(*_PEOPLE_LINES, line(a.resources_for_new_level)),
    rest="都有、没有兼任",
    help=_PEOPLE_HELP,
)
