"""第八条：等级的名称。"""

from __future__ import annotations

from bot.rules.clause import paragraph, reads
from bot.rules.facts.institution import institution_type
from bot.rules.facts.target import FIVE_LEVELS, target_level
from bot.rules.given import Given
from bot.rules.institutions import Category, category
from bot.rules.result import Result, met, still_open

_p2 = paragraph(8, 2, code="8")

SET_BY_EMPLOYERS = frozenset({"特级技师", "首席技师", "sub_level"})
"""「可根据需要，在相应的职业技能等级内划分层次，或设立特级技师、首席技师等」：用人单位."""


@reads(target_level, institution_type)
def _a_level_of_the_text(given: Given) -> Result:
    levels = given.choices(target_level)
    beyond = [level for level in levels if level not in FIVE_LEVELS]
    if not levels:
        return still_open(given.says(target_level))
    if not beyond:
        return met(given.says(target_level))
    if not SET_BY_EMPLOYERS.issuperset(beyond):
        return still_open(f"{given.says(target_level)}。五个级别之外的这种名称，第八条没有写")
    if category(given) is Category.EMPLOYER:
        return met(f"{given.says(target_level)}，用人单位可以设立")
    return still_open(f"{given.says(target_level)}。第八条只写用人单位可以设立")


LEVEL_NAME = _p2(
    "初级工（五级）、中级工（四级）、高级工（三级）、技师（二级）和高级技师（一级）五个级别",
    _a_level_of_the_text,
    reading="五个级别之内，符合；用人单位设特级技师、首席技师或划分层次，符合；其余名称待核实",
    doubts=(
        "用人单位设特级技师、首席技师或划分层次，是否还要按第六章办，没有写明："
        "第二十四条各项都具备的不受影响，不具备的列待核实",
        "社会培训评价组织「一般按」五个等级开展，其他名称没有写可以，也没有写不可以",
        "职业院校没有单列一句，也没有规定等级上限",
    ),
)


def is_set_by_employers(given: Given) -> bool:
    """Whether only levels are asked for that an employer may set, and it may be an employer."""
    levels = given.choices(target_level)
    own = bool(levels) and SET_BY_EMPLOYERS.issuperset(levels)
    return own and category(given) in (Category.EMPLOYER, None)
