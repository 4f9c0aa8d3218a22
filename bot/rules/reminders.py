"""Fixed reminders beside a verdict: what the text adds, and what it does not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.measures import NOTICE, Citation
from bot.rules.fact import Fact
from bot.rules.facts import addition as a
from bot.rules.facts import change as c
from bot.rules.facts import first_filing as f
from bot.rules.facts.institution import institution_type
from bot.rules.given import Gap, Given
from bot.rules.institutions import SOCIAL_ONLY, binds
from bot.rules.verdict import Note


def _always(given: Given) -> bool:
    return True


@dataclass(frozen=True)
class Reminder:
    """A note and when it is shown."""

    note: Note
    reads: tuple[Fact, ...] = ()
    shown: Callable[[Given], bool] = _always


def _may_be_social(given: Given) -> bool:
    return binds(SOCIAL_ONLY, given) is not False


def _says(fact: Fact, *values: str) -> Callable[[Given], bool]:
    return lambda given: given.choice(fact) in values


def _number_is_given(fact: Fact) -> Callable[[Given], bool]:
    return lambda given: given.number(fact) is not None


FIRST_FILING = (
    Reminder(
        Note(
            Citation(10),
            "申报由人社部门面向社会公开征集；现在有没有征集，请问服务中心",
            "面向社会公开征集遴选",
        )
    ),
    Reminder(
        Note(
            Citation(13),
            "能否选上、选上哪些职业（工种），由人社部门评估后确定，自查不能代替",
            "采取材料核验、专家论证、现场考察等方式进行技术评估，遴选确定评价机构及其评价职业（工种）范围",
        )
    ),
    Reminder(
        Note(
            Citation(13),
            "社会培训评价组织的遴选还要由主管部门公示；公示几天，文件没有写",
            "社会培训评价组织的遴选确定，还应向社会进行公示，广泛征求各方面意见",
        ),
        (institution_type,),
        _may_be_social,
    ),
    Reminder(
        Note(
            Citation(18, 2),
            "备案以后还要建立考评人员和内部质量督导人员队伍，这不是申报时的条件",
            "应当建立考评人员和内部质量督导人员队伍",
        )
    ),
    Reminder(
        Note(
            Citation(18, 1),
            "收费不等于以营利为目的；收费标准要制定并公布，标准高低文件没有写",
            "收费标准等管理办法，并向社会公示公布",
        ),
        (f.charges_fee,),
        _says(f.charges_fee, "yes"),
    ),
)

_REVIEW = Reminder(
    Note(
        Citation(23),
        "自查之后还有服务中心的初审和评估工作小组的考察；由谁最后批准，文件没有写",
        "负责对申报材料进行初审，并受托组建评估工作小组考察评价机构场地、设备、试题、人员等条件",
    )
)

NEW_OCCUPATION = (
    _REVIEW,
    Reminder(
        Note(
            Citation(25),
            "这一条按您填写的答复判断，请记下答复人和日期；情况会变，隔久了请再问一次",
        ),
        (a.city_coverage_source,),
        _says(a.city_coverage_source, "authority"),
    ),
    Reminder(
        Note(Citation(25), "这一条按服务中心登记的认定判断；情况会变，隔久了请再核实"),
        (a.city_coverage_source,),
        _says(a.city_coverage_source, "staff_record"),
    ),
    Reminder(
        Note(
            Citation(24),
            "职业已备案、工种是新的，按新增职业（工种）自查；「职业（工种）」按哪个数，文件没有写",
            "新增职业（工种）、等级等的需具备以下条件",
        ),
        (a.target_occupation_already_filed,),
        _says(a.target_occupation_already_filed, "new_trade"),
    ),
    Reminder(
        Note(
            Citation(26),
            "字面没有限定只有满5个时才须以旧换新；是否每次新增都要换，可向服务中心核实",
            "需要新增职业（工种）的，按照以旧换新的办法调整",
        ),
        (institution_type,),
        _may_be_social,
    ),
    Reminder(
        Note(Citation(20, 2), "换出的旧职业，评价资料仍要妥善保管", "应妥善保管评价工作全过程资料"),
        (a.swap_out_count,),
        _number_is_given(a.swap_out_count),
    ),
)

NEW_LEVEL = (
    _REVIEW,
    Reminder(Note(Citation(25), "本条写的是「不予新增职业（工种）」，只加等级不看全市布局")),
)

CHANGE = (
    Reminder(
        Note(
            Citation(21),
            "由服务中心受理；「按季度」是服务中心向上报备，不是机构提交的期限",
            "由忻州市职业技能服务中心负责受理",
        )
    ),
    Reminder(
        Note(Citation(21), "什么时候提交，文件没有写期限，不必等到季末"),
        (c.submission_timing,),
        _says(c.submission_timing, "mid_quarter", "quarter_end"),
    ),
    Reminder(
        Note(
            Citation(22),
            "一份文件能不能同时当两项材料用，文件没有写；变更期间能不能继续评价也没有写",
        )
    ),
    Reminder(
        Note(Citation(22, 3), "本款没有要求书面申请", "地址、机构名称变更的需提供变更依据"),
        (c.change_address, c.change_name),
        lambda given: "yes" in (given.choice(c.change_address), given.choice(c.change_name)),
    ),
)

DUTIES = (
    Reminder(
        Note(
            Citation(31),
            "本自查不作任何处理结论；文件写的后果须经调查核实",
            "不履行工作承诺，经调查核实，退出评价机构目录",
        )
    ),
    Reminder(
        Note(
            Citation(20, 2),
            "3年、5年是最低年限，不是到期就能销毁",
            "确保评价过程和结果可追溯、可倒查",
        ),
    ),
)


def unused(given: Given) -> tuple[Note, ...]:
    """Names what was filled in but is not a fact of this tool, so that nothing gets lost unseen."""
    if not given.unused:
        return ()
    names = "、".join(given.unused)
    return (Note(NOTICE, f"以下内容本工具不认识，没有用来判断：{names}"),)


def unreadable(given: Given, facts: tuple[Fact, ...]) -> tuple[Note, ...]:
    """Names the answers that do not count because they cannot be read or contradict each other."""
    bad = [x for x in facts if given.value(x) in (Gap.UNREADABLE, Gap.CONTRADICTORY)]
    return tuple(Note(NOTICE, given.says(fact)) for fact in bad)
