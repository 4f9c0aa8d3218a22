"""第二十五条和第二十六条：全市布局；不超过5个、以旧换新。"""

from __future__ import annotations

from bot.interview.conditions import MAY_BE_SOCIAL, MAY_PASS_FIVE
from bot.interview.question import (
    NOT_SURE,
    Choice,
    Kind,
    Question,
    Situation,
    When,
    not_sure,
    opened,
    option_choice,
)
from bot.measures import Citation
from bot.rules.articles.article_26 import NEW_OCCUPATION
from bot.rules.fact import UNKNOWN
from bot.rules.facts import addition as a
from bot.rules.result import Status

_REACHED, _SOURCE = a.city_coverage_reached.key, a.city_coverage_source.key
_ANSWERED = "authority_answered"
_WORDS = "对市域内已备案机构中相关职业（工种）布局已达到三分之二覆盖面的，不予新增职业（工种）"


def _reply(name: str, words: str, reached: str) -> Choice:
    return Choice(name, words, {_REACHED: reached, _SOURCE: "authority"}, route=_ANSWERED)


COVERAGE = Question(
    "coverage",
    "全市布局",
    Kind.CHOICE,
    "这个职业（工种）在全市的布局，服务中心或职业能力建设科答复过吗？",
    Citation(25),
    _WORDS,
    choices=(
        Choice("not_asked_yet", "还没有问过", {_REACHED: UNKNOWN, _SOURCE: "none"}),
        _reply("no", "答复过：没有达到三分之二", "no"),
        _reply("yes", "答复过：已达到三分之二", "yes"),
        _reply("ratio", "只给了数字，没有给结论", "ratio_only"),
        Choice(
            "own",
            "没有答复，是自己估算或听说的",
            {_REACHED: UNKNOWN, _SOURCE: "self_estimate"},
        ),
        not_sure(a.city_coverage_reached, a.city_coverage_source),
    ),
    help="怎样算覆盖面，文件没有写；自己估算的不作数，本工具也不替您算。问清以前，这一条列待核实。",
)

COVERAGE_BY = Question(
    "coverage_by",
    "答复人",
    Kind.TEXT,
    "请问是哪个单位、哪位答复的？（例如：服务中心综合科）",
    Citation(25),
    _WORDS,
    fact=a.city_coverage_by,
    help="写下来便于以后核对；不必写电话和证件号码。",
    when=opened(_ANSWERED, "答复过"),
)
COVERAGE_ON = Question(
    "coverage_on",
    "答复日期",
    Kind.DATE,
    "请问是哪一天答复的？",
    Citation(25),
    _WORDS,
    fact=a.city_coverage_on,
    help="布局会变，日期久了请再问一次。",
    when=opened(_ANSWERED, "答复过"),
)

NEW = Question(
    "new",
    "拟新增个数",
    Kind.NUMBER,
    "请问这次想新增几个职业（工种）？",
    Citation(26),
    "社会培训评价组织备案的职业（工种）原则上不超过5个",
    fact=a.new_occupation_count,
    suggestions=(1, 2, 3),
    help="只加等级的不算新增职业（工种）。",
    when=MAY_BE_SOCIAL,
    objection=lambda value, situation: "" if value >= 1 else "至少新增1个才用这项自查",
)


def _not_more_than_filed(value: int, situation: Situation) -> str:
    filed = situation.number(a.filed_occupation_count)
    if filed is None or value <= filed:
        return ""
    return f"备案的是{filed}个，换出的不会有{value}个；请核对"


SWAP = Question(
    "swap",
    "换出个数",
    Kind.NUMBER,
    "新增的同时，打算换出几个旧职业（工种）？",
    Citation(26),
    "需要新增职业（工种）的，按照以旧换新的办法调整",
    fact=a.swap_out_count,
    suggestions=(0, 1, 2, 3),
    help="不换的填0；没有想好就选“不清楚”。换出的旧职业，评价资料仍要保管。",
    when=MAY_PASS_FIVE,
    objection=_not_more_than_filed,
)

_EXCEEDS = When(
    lambda situation: (
        NEW_OCCUPATION.judge(situation).status is Status.FAILED
        or situation.choice(a.authority_agreed_to_exceed) == "yes"
    ),
    "超过5个，又没有足额换出",
)

AGREED = Question(
    "agreed",
    "主管部门是否同意",
    Kind.CHOICE,
    "这样会超过5个。主管部门明确同意过超过5个吗？",
    Citation(26),
    "原则上不超过5个",
    choices=(
        option_choice(a.authority_agreed_to_exceed, "no", "没有同意过"),
        option_choice(a.authority_agreed_to_exceed, "yes", "同意过"),
        Choice(NOT_SURE, "不清楚", {a.authority_agreed_to_exceed.key: UNKNOWN}),
    ),
    help="“原则上”有哪些例外，文件没有写；同意过的列待核实。",
    when=_EXCEEDS,
)
