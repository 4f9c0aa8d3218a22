"""第十七条：评价内容、方式和试题试卷。"""

from __future__ import annotations

from bot.rules.clause import article, reads
from bot.rules.conditions import holds, one_of
from bot.rules.facts import duty as d
from bot.rules.facts.institution import filing_status
from bot.rules.given import Given
from bot.rules.result import Result, met, still_open, wrong_procedure

_17 = article(17)


@reads(filing_status)
def _filed(given: Given) -> Result:
    status = given.choice(filing_status)
    if status in ("filed", "filed_elsewhere"):
        return met(given.says(filing_status))
    if status == "not_filed":
        return wrong_procedure("没有备案，还没有这些职责；请先看第十一条首次申报")
    if status == "withdrawn":
        return wrong_procedure(
            "已退出目录：按第三十二条「应妥善处理后续工作」，评价资料请继续妥善保管"
        )
    return still_open(given.says(filing_status))


FILED = _17("职业技能等级评价机构", _filed)

DUTIES = (
    _17(
        "依据国家技能标准或评价规范，结合实际确定评价内容和评价方式",
        holds(d.content_from_standard, "按国家技能标准或评价规范确定评价内容和评价方式"),
    ),
    _17(
        "综合运用理论知识考核、技能操作考核、工作业绩评审、过程考核、竞赛选拔等多种评价方式",
        one_of(
            d.evaluation_methods,
            passes=("several",),
            doubts={"single": "写的是「综合运用」「多种评价方式」，只用一种的怎样算没有写明"},
        ),
        doubts=("哪一种都不是必须；只用一种方式的列待核实",),
    ),
    _17(
        "开展评价命制试题试卷时，应当按照命题技术规程要求进行",
        holds(d.papers_follow_rules, "按照命题技术规程命制试题试卷"),
        doubts=("命题技术规程没有附在文件里",),
    ),
)
