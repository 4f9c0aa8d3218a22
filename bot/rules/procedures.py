"""The five checks: which clauses, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.rules import reminders
from bot.rules.articles import (
    article_03,
    article_05,
    article_08,
    article_11,
    article_12,
    article_14,
    article_17,
    article_18,
    article_19,
    article_20,
    article_21,
    article_22,
    article_24,
    article_25,
    article_26,
)
from bot.rules.clause import Clause, Test
from bot.rules.fact import Fact
from bot.rules.facts.institution import institution_type
from bot.rules.facts.target import target_level
from bot.rules.given import Given
from bot.rules.reminders import Reminder
from bot.rules.result import Result, Status, still_open
from bot.rules.verdict import Word

_WORDS = {
    Word.ELIGIBLE: "符合",
    Word.INELIGIBLE: "不符合",
    Word.NEEDS_REVIEW: "待核实",
    Word.NOT_APPLICABLE: "不适用",
}


@dataclass(frozen=True)
class Procedure:
    """A check: its key in the contract, its name, its clauses, its words and reminders."""

    key: str
    name: str
    span: str
    """The articles in words: 第十条至第十四条."""
    clauses: tuple[Clause, ...]
    reminders: tuple[Reminder, ...]
    words: Mapping[Word, str] = field(default_factory=lambda: _WORDS)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that a clause or a reminder reads, in the order of first use."""
        used = [fact for clause in self.clauses for fact in clause.reads]
        used += [fact for reminder in self.reminders for fact in reminder.reads]
        return tuple(dict.fromkeys(used))


def _unless_set_by_employers(clause: Clause) -> Clause:
    """第八条 lets employers set 特级技师 and the like; whether chapter 6 applies then is open."""

    def judge(given: Given) -> Result:
        result = clause.test.judge(given)
        if result.status is Status.FAILED and article_08.is_set_by_employers(given):
            return still_open(
                f"{result.reason}；用人单位设特级技师等或划分层次，是否还要按第六章办，没有写明"
            )
        return result

    reads = (*clause.test.reads, target_level, institution_type)
    return replace(clause, test=Test(reads, judge, own=clause.test.reads))


FIRST_FILING = Procedure(
    "first_filing",
    "首次申报",
    "第十条至第十四条",
    (
        article_03.ACTIVITY,
        article_11.NOT_FILED,
        article_03.CATEGORY,
        article_05.DECLARED,
        article_11.WITHDRAWN,
        *article_11.CONDITIONS,
        *article_12.CONDITIONS,
        *article_14.CONDITIONS,
        article_25.FIRST_FILING,
        article_26.FIRST_FILING,
    ),
    reminders.FIRST_FILING,
)
NEW_OCCUPATION = Procedure(
    "new_occupation",
    "新增职业（工种）",
    "第二十三条至第二十六条",
    (
        article_03.NO_OTHER_ACTIVITY,
        article_24.FILED,
        article_24.FILED_HERE,
        article_24.NEW_TO_THE_FILING,
        article_05.TARGET,
        *article_24.GOOD_STANDING,
        *article_24.PEOPLE_AND_QUESTIONS,
        article_24.ONE_ROLE_EACH,
        *article_24.PREMISES,
        article_25.NEW_OCCUPATION,
        article_26.NEW_OCCUPATION,
    ),
    reminders.NEW_OCCUPATION,
)
NEW_LEVEL = Procedure(
    "new_level",
    "新增等级",
    "第二十三条、第二十四条",
    (
        article_03.NO_OTHER_ACTIVITY,
        article_24.FILED,
        article_24.FILED_HERE,
        article_24.ONLY_LEVELS,
        article_05.TARGET,
        article_08.LEVEL_NAME,
        *map(_unless_set_by_employers, article_24.GOOD_STANDING),
        *map(_unless_set_by_employers, article_24.PEOPLE_AND_QUESTIONS),
        article_24.ONE_ROLE_EACH,
        article_24.NEW_LEVEL_RESOURCES,
        *map(_unless_set_by_employers, article_24.PREMISES),
    ),
    reminders.NEW_LEVEL,
)
CHANGE = Procedure(
    "change",
    "变更材料",
    "第二十一条、第二十二条",
    (
        article_21.FILED,
        *article_21.CONDITIONS,
        article_22.ENTITY,
        article_22.STILL_HERE,
        *article_22.MATTERS,
        *article_22.LEGAL_REP,
        *article_22.ADDRESS_AND_NAME,
    ),
    reminders.CHANGE,
    _WORDS | {Word.ELIGIBLE: "所列材料齐", Word.INELIGIBLE: "缺所列材料"},
)
DUTIES = Procedure(
    "duties",
    "履职",
    "第十七条至第二十条",
    (
        article_17.FILED,
        *article_17.DUTIES,
        *article_18.DUTIES,
        *article_19.DUTIES,
        *article_20.DUTIES,
    ),
    reminders.DUTIES,
    _WORDS | {Word.ELIGIBLE: "已做到", Word.INELIGIBLE: "未做到"},
)

PROCEDURES: dict[str, Procedure] = {
    p.key: p for p in (FIRST_FILING, NEW_OCCUPATION, NEW_LEVEL, CHANGE, DUTIES)
}
ORDER = (
    *("3", "5", "8", "11", "11(1)", "11(2)", "11(3)", "11(4)", "11(5)", "12", "14"),
    *("17", "18p1", "18p2", "19p1", "19p2", "20p1", "20p2"),
    *("21", "22p1", "22p2", "22p3", "24(1)", "24(2)", "24(3)", "25", "26"),
)
"""Codes as the contract names them, in the order of the Measures."""
