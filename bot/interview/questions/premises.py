"""第二十四条第（三）项：场地、设备、工位。"""

from __future__ import annotations

from bot.interview.conditions import HAS_PRACTICAL_SITE
from bot.interview.question import Choice, Kind, Question, choices_of, line, not_sure, opened
from bot.measures import Citation
from bot.rules.facts import addition as a
from bot.rules.facts.conduct import video_monitoring

_QUOTATION = "自有与所申请职业（工种）相适应的理论、实操场地"
_THEORY, _PRACTICAL = a.theory_site.key, a.practical_site.key
_SEPARATELY = "sites_separately"
_RENT_HELP = (
    "文字写的是“自有”，没有提租赁；租赁、借用、集团房产算不算，列待核实。每次临时找的不算有。"
)

SITES = Question(
    "sites",
    "理论、实操场地",
    Kind.CHOICE,
    "请问理论场地和实操场地是怎样来的？",
    Citation(24, None, 3),
    _QUOTATION,
    choices=(
        Choice("owned", "两处都是自有", {_THEORY: "owned", _PRACTICAL: "owned"}),
        Choice(
            "one_room",
            "一处自有场地，理论、实操两用",
            {_THEORY: "owned", _PRACTICAL: "same_as_other"},
        ),
        Choice("leased", "两处都是租的", {_THEORY: "leased", _PRACTICAL: "leased"}),
        Choice("separately", "两处情况不同，分别回答", {}, route=_SEPARATELY),
        not_sure(a.theory_site, a.practical_site),
    ),
    help=_RENT_HELP,
)

_WHEN = opened(_SEPARATELY, "两处情况不同")

THEORY = Question(
    "theory_site",
    "理论场地",
    Kind.CHOICE,
    "请问理论场地是怎样来的？",
    Citation(24, None, 3),
    _QUOTATION,
    choices=choices_of(a.theory_site),
    help=_RENT_HELP,
    when=_WHEN,
)
PRACTICAL = Question(
    "practical_site",
    "实操场地",
    Kind.CHOICE,
    "请问实操场地是怎样来的？",
    Citation(24, None, 3),
    _QUOTATION,
    choices=choices_of(a.practical_site),
    help=_RENT_HELP,
    when=_WHEN,
)

EQUIPMENT = Question(
    "equipment",
    "设备、仪器、监控、工位",
    Kind.CHECKLIST,
    "请逐条看一看，与所申请职业（工种）相适应的，贵单位有哪些？",
    Citation(24, None, 3),
    "评价设施设备、仪器仪表、视频监控等，实操场地和工位符合《国家职业技能标准》的相关要求",
    lines=(
        line(a.equipment, "yes", "no", "leased"),
        line(a.instruments, "yes", "no", "leased", "not_applicable"),
        line(video_monitoring, "yes", "no", "leased"),
        line(
            a.practical_site_meets_national_standard,
            *("yes", "no", "no_national_standard"),
            when=HAS_PRACTICAL_SITE,
        ),
    ),
    rest="都有、都符合",
    help="“自有”是否也管到设备、仪器、监控，没有写明：租用的列待核实。",
)
