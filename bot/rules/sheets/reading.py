"""The machine's reading of a clause in plain Chinese, from the clause itself."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.clause import Clause
from bot.rules.fact import UNKNOWN, Fact, Kind
from bot.rules.facts import change, institution
from bot.rules.given import Given
from bot.rules.institutions import Category
from bot.rules.result import Result, Status

USUAL = {
    Status.MET: "符合",
    Status.FAILED: "不符合",
    Status.OPEN: "待核实",
    Status.OUTSIDE: "不看本项",
    Status.WRONG_PROCEDURE: "整个自查不适用",
}
WORDS: dict[int, dict[Status, str]] = {
    **dict.fromkeys((17, 18, 19, 20), USUAL | {Status.MET: "已做到", Status.FAILED: "未做到"}),
    **dict.fromkeys((21, 22), USUAL | {Status.MET: "齐", Status.FAILED: "缺"}),
}

_MEMBERS = {
    Category.EMPLOYER: "employer_enterprise",
    Category.SCHOOL: "vocational_school",
    Category.SOCIAL: "social_org",
}


def _assumed(clause: Clause) -> dict[str, object]:
    """A case in which the premise of the clause holds."""
    facts: dict[str, object] = {change.legal_entity_replaced.key: "no"}
    facts |= {
        fact.key: "yes"
        for fact in (change.change_legal_rep, change.change_address, change.change_name)
        if fact in clause.reads and fact not in own_facts(clause)
    }
    if clause.only_for:
        facts[institution.institution_type.key] = _MEMBERS[min(clause.only_for)]
    return facts


def own_facts(clause: Clause) -> tuple[Fact, ...]:
    """What the clause asks about, without its premise."""
    return clause.test.own or clause.test.reads


def _results(clause: Clause, fact: Fact) -> dict[str, Result]:
    assumed = _assumed(clause)
    answers = {option.words: option.value for option in fact.options} | {"不清楚": UNKNOWN}
    return {
        words: clause.judge(Given({**assumed, fact.key: value})) for words, value in answers.items()
    }


def _by_status(results: Mapping[str, Result], words: Mapping[Status, str]) -> list[str]:
    found: dict[Status, list[str]] = {}
    for answer, result in results.items():
        found.setdefault(result.status, []).append(answer)
    return [f"{words[s]}：{' / '.join(found[s])}" for s in words if s in found]


def whom(clause: Clause) -> str:
    """Whom the clause binds."""
    if clause.only_for is None:
        return "三类机构"
    return "、".join(category.value for category in Category if category in clause.only_for)


def lines(clause: Clause) -> list[str]:
    """What is asked, which answer gives which result, bounds, remedy, doubts."""
    words = WORDS.get(clause.citation.article or 0, USUAL)
    facts = own_facts(clause)
    told = [f"适用：{whom(clause)}"]
    told += [f"前提：{clause.test.premise}"] if clause.test.premise else []
    told.append(f"问：{'、'.join(fact.label for fact in facts)}")
    if clause.reading:
        told.append(clause.reading)
    elif len(facts) == 1 and facts[0].kind is Kind.CHOICE:
        results = _results(clause, facts[0])
        told += _by_status(results, words)
        remedies = dict.fromkeys(r.remedy for r in results.values() if r.remedy)
        told += [f"缺了怎样补：{'；'.join(remedies)}"] if remedies else []
    if clause.bound:
        told.append(clause.bound.reading)
    if clause.judged:
        told.append(f"答“有”“是”只算自述具备：“{clause.judged}”由主管部门判断")
    return [*told, *(f"⚠ {doubt}" for doubt in clause.doubts)]
