"""第三条：谁可以成为评价机构，哪些评价由服务中心实施。"""

from __future__ import annotations

from bot.rules.clause import paragraph, reads
from bot.rules.facts.institution import institution_type, requested_activity
from bot.rules.given import Gap, Given
from bot.rules.result import Result, met, outside, still_open, wrong_procedure

_p3 = paragraph(3, 3, code="3")
_p4 = paragraph(3, 4, code="3")

BY_THE_CENTRE = "由人力资源和社会保障部门职业技能服务中心组织实施，不由评价机构申报"


@reads(requested_activity)
def _activity_of_institutions(given: Given) -> Result:
    chosen = given.choice(requested_activity)
    if chosen == "level_evaluation":
        return met(given.says(requested_activity))
    if chosen is None:
        return still_open(given.says(requested_activity))
    return wrong_procedure(f"{given.words(requested_activity)}{BY_THE_CENTRE}")


@reads(requested_activity)
def _no_other_activity(given: Given) -> Result:
    chosen = given.choice(requested_activity)
    if chosen is None:
        return outside("已备案的机构办理的就是职业技能等级认定")
    if chosen == "level_evaluation":
        return met(given.says(requested_activity))
    return wrong_procedure(f"{given.words(requested_activity)}{BY_THE_CENTRE}")


@reads(institution_type)
def _one_of_the_three(given: Given) -> Result:
    chosen = given.choice(institution_type)
    if chosen == "employer_non_enterprise":
        return still_open(
            "第三条写的是「用人单位（企业）」，第十条写的是用人单位；"
            "不是企业的用人单位是否在内，文件没有写明"
        )
    if chosen in ("employer", "employer_unsure"):
        return still_open("是不是企业没有确定；不是企业的用人单位是否在内，文件没有写明")
    if chosen == "other":
        return still_open("不属于第三条列出的三类；该款写的是「主要包括」，其他机构没有写明")
    if chosen == "several" or given.value(institution_type) is Gap.UNKNOWN:
        return met("三类机构都可以申报；类别没有确定，因类别而不同的条款另列待核实")
    if chosen is None:
        return still_open(given.says(institution_type))
    return met(given.says(institution_type))


ACTIVITY = _p3(
    "负责组织实施职业资格评价、专项职业能力考核",
    _activity_of_institutions,
)
NO_OTHER_ACTIVITY = _p3(
    "负责组织实施职业资格评价、专项职业能力考核",
    _no_other_activity,
)
CATEGORY = _p4(
    "用人单位（企业）、职业院校（含技工院校）、社会培训评价组织",
    _one_of_the_three,
    doubts=("第三条写「用人单位（企业）」，第十条写用人单位：不是企业的用人单位列待核实",),
)

FIRST_FILING = (ACTIVITY, CATEGORY)
"""Read by the first filing; an addition reads only `NO_OTHER_ACTIVITY`: it is filed already."""
