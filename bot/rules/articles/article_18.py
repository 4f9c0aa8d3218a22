"""第十八条：管理办法并公布；队伍和场地设施。"""

from __future__ import annotations

from bot.rules.clause import Clause, paragraph
from bot.rules.conditions import holds, one_of
from bot.rules.fact import Fact
from bot.rules.facts import duty as d

_p1, _p2 = paragraph(18, 1), paragraph(18, 2)


def _made_and_published(fact: Fact) -> Clause:
    return _p1(
        "应当制定评价考务管理、质量管理、证书管理和收费标准等管理办法，并向社会公示公布",
        one_of(
            fact,
            passes=("published",),
            fails=("not_published", "none"),
            remedy=f"制定{fact.label}，并向社会公示公布",
        ),
        doubts=("公布的渠道、时长，收费的标准高低，没有写；「等」表示不限于这四种",),
    )


DUTIES = (
    _made_and_published(d.exam_rules),
    _made_and_published(d.quality_rules),
    _made_and_published(d.certificate_rules),
    _made_and_published(d.fee_rules),
    _p2(
        "应当建立考评人员和内部质量督导人员队伍",
        holds(d.assessor_team, "建立考评人员队伍"),
        doubts=("没有写人数",),
    ),
    _p2(
        "应当建立考评人员和内部质量督导人员队伍",
        holds(d.quality_supervisor_team, "建立内部质量督导人员队伍"),
        doubts=("没有写人数",),
    ),
    _p2(
        "完善考核评价场地设施设备",
        holds(d.site_and_equipment_kept_up, "完善考核评价场地设施设备"),
        judged="完善",
    ),
)
