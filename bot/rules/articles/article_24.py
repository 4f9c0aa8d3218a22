"""第二十四条：新增职业（工种）、等级的条件。"""

from __future__ import annotations

from bot.rules.articles.coverage import COVERAGE, NEW_TO_THE_FILING, ONLY_LEVELS
from bot.rules.articles.premises import PREMISES
from bot.rules.clause import item, reads
from bot.rules.conditions import holds, one_of
from bot.rules.facts import addition as a
from bot.rules.facts import conduct as c
from bot.rules.facts.institution import filed_by, filing_status
from bot.rules.given import Gap, Given
from bot.rules.records import RECORD_DOUBTS, RECORD_REMEDY
from bot.rules.result import Result, met, outside, still_open, wrong_procedure

_1, _2 = item(24, 1), item(24, 2)

BORROWED = {"borrowed": "能不能借用别处的人员，文件没有写明"}


@reads(filing_status)
def _filed(given: Given) -> Result:
    status = given.choice(filing_status)
    if status == "filed":
        return met(given.says(filing_status))
    if status in ("not_filed", "withdrawn"):
        return wrong_procedure(
            f"{given.words(filing_status)}；新增以「自备案以来」为前提，请先看第十一条首次申报"
        )
    return still_open(given.says(filing_status))


@reads(filed_by)
def _filed_here(given: Given) -> Result:
    if given.value(filed_by) is Gap.ABSENT or given.choice(filed_by) == "xinzhou":
        return outside("在忻州市备案")
    return still_open(f"{given.says(filed_by)}；不在忻州市备案的是否适用，文件没有写明")


@reads(a.one_person_two_roles)
def _one_role_each(given: Given) -> Result:
    if given.value(a.one_person_two_roles) is Gap.ABSENT:
        return outside("没有提到一人兼任两种角色")
    if given.choice(a.one_person_two_roles) == "no":
        return met(given.says(a.one_person_two_roles))
    return still_open(f"{given.says(a.one_person_two_roles)}。能不能一人兼两职，文件没有写明")


@reads(a.resources_for_new_level)
def _resources_for_the_new_level(given: Given) -> Result:
    if given.value(a.resources_for_new_level) is Gap.ABSENT:
        return outside("没有提到新等级的人员和题库")
    if given.choice(a.resources_for_new_level) == "yes":
        return met(given.says(a.resources_for_new_level))
    return still_open(
        f"{given.says(a.resources_for_new_level)}。本项写的是职业（工种），没有写等级，待核实"
    )


FILED = _1("自备案以来", _filed)
FILED_HERE = _1("自备案以来", _filed_here, title="备案地")

GOOD_STANDING = (
    _1(
        "认定评价工作推进有序",
        holds(a.work_orderly, "先把备案职业的认定评价工作有序开展起来"),
        judged="有序",
    ),
    COVERAGE,
    _1(
        "能够严格落实质量管控措施",
        holds(a.quality_control_enforced, "严格落实质量管控措施"),
        judged="严格",
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
        doubts=(
            "没有写追溯多少年、修复后是否还算、轻重界限",
            "「自备案以来」是否也管到本句：只有备案以前的记录的，列待核实",
        ),
    ),
)

PEOPLE_AND_QUESTIONS = (
    _2(
        "具有与所申请职业（工种）相应的专家队伍",
        one_of(
            c.expert_team,
            passes=("yes",),
            fails=("no",),
            remedy="组建与所申请职业相应的专家队伍",
            doubts={"external": "专家都是外聘的算不算，文件没有写明"},
        ),
        title="专家队伍",
        judged="相应",
    ),
    _2(
        "考评人员",
        holds(a.assessors, "配备考评人员", BORROWED),
        judged="",
        doubts=("没有写人数；能不能借用别处的、一人兼两职，没有写明",),
    ),
    _2(
        "专职工作人员",
        one_of(
            c.fulltime_staff,
            passes=("yes",),
            fails=("no", "parttime_only"),
            remedy="配备专门从事这项工作的人员",
            doubts={"other_duties": "全职人员兼做别的工作，算不算专职，文件没有写明"},
        ),
        doubts=("没有写人数；全职人员兼做别的工作算不算专职，没有写明",),
    ),
    _2("内部督导人员", holds(a.internal_supervisors, "配备内部督导人员", BORROWED)),
    _2(
        "特别是要具有一定数量的题库资源储备",
        holds(
            a.question_bank,
            "储备题库资源（数量文件没有写）",
            {
                "other_occupations_only": "本句没有写“相应”，只有别的职业的题库算不算，没有写明",
                "existing_levels_only": "本项没有写等级，新等级没有题库算不算，没有写明",
                "bought_or_shared": "题库能不能购买、共用，文件没有写",
            },
        ),
        judged="一定数量",
        doubts=("「一定数量」没有写多少；能不能购买、共用也没有写",),
    ),
)
ONE_ROLE_EACH = _2("考评人员、专职工作人员、内部督导人员", _one_role_each, title="一人兼任两种角色")

NEW_LEVEL_RESOURCES = _2(
    "具有与所申请职业（工种）相应的专家队伍、考评人员、专职工作人员、内部督导人员",
    _resources_for_the_new_level,
    doubts=("本项写的是职业（工种），没有写等级：只够现有等级的，列待核实",),
)

__all__ = [
    "FILED",
    "FILED_HERE",
    "GOOD_STANDING",
    "NEW_LEVEL_RESOURCES",
    "NEW_TO_THE_FILING",
    "ONE_ROLE_EACH",
    "ONLY_LEVELS",
    "PEOPLE_AND_QUESTIONS",
    "PREMISES",
]
