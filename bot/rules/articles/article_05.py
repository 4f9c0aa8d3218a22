"""第四条至第六条：所申请的职业（工种）属于哪一类。"""

from __future__ import annotations

from bot.rules.articles.article_03 import BY_THE_CENTRE
from bot.rules.clause import Clause, Test, article
from bot.rules.fact import Fact
from bot.rules.facts.first_filing import declared_occupation_class
from bot.rules.facts.target import target_occupation_class
from bot.rules.given import Given
from bot.rules.result import Result, failed, met, still_open, wrong_procedure

_5 = article(5)


def _of_the_level_kind(fact: Fact) -> Test:
    def judge(given: Given) -> Result:
        chosen = given.choice(fact)
        if chosen == "level_type":
            return met(given.says(fact))
        if chosen == "access_type":
            return failed(given.says(fact), "改报水平评价类技能职业（工种）")
        if chosen == "mixed":
            return failed(given.says(fact), "去掉其中的准入类职业（工种）")
        if chosen == "not_listed":
            return failed(given.says(fact), "改报现行大典中或人社部已发布、备案的水平评价类职业")
        if chosen == "special_ability":
            return wrong_procedure(f"专项职业能力考核{BY_THE_CENTRE}")
        return still_open(given.says(fact))

    return Test((fact,), judge)


def _clause(fact: Fact) -> Clause:
    return _5(
        "职业技能等级评价职业（工种）为现行《中华人民共和国职业分类大典》中水平评价类技能职业（工种）",
        _of_the_level_kind(fact),
        doubts=("文件没有附职业目录，属于哪一类以现行大典和人社部发布、备案的为准",),
    )


DECLARED = _clause(declared_occupation_class)
TARGET = _clause(target_occupation_class)
