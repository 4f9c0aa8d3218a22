"""`python -m benchmarks.taps`: the taps and typed answers of each self-check, from its questions.

Counted from the first card to the verdict, the last tap (核对无误，看结论) included; going back and
changing an answer is not counted. A line of a checklist costs the taps that turn it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.interview import Kind, Known, NotAnswer
from bot.interview.question import Question
from bot.interview.questions import JOURNEYS
from bot.rules import PROCEDURES
from tests.interview.driving import Said, Travelled, first, travel
from tests.interview.paths import TYPICAL, WORST

KINDS: dict[str, dict[str, object]] = {
    "用人单位（企业）": {"type": "employer", "employer_kind": "employer_enterprise"},
    "职业院校": {"type": "vocational_school"},
    "社会培训评价组织": {"type": "social_org", "filed": "3", "new": "1", "count": "3"},
}
_TYPES = {
    "用人单位（企业）": "employer_enterprise",
    "职业院校": "vocational_school",
    "社会培训评价组织": "social_org",
}
_SOCIAL_ONLY = ("count", "new", "swap", "agreed", "legal_form")
_EMPLOYER_LINES = ("train_use_mechanism", "evaluation_pay_mechanism")
_NUMBERS = ("0", "1", "3", "6", "9", "unknown")
_DAYS = ("2025年3月2日", "unknown")


def count(travelled: Travelled) -> int:
    """Taps and typed answers together."""
    return travelled.taps + travelled.typed


def _registry(kind: str) -> tuple[Known, ...]:
    facts: dict[str, object] = {"filing_status": "filed", "filed_by": "xinzhou"}
    facts |= {"institution_type": _TYPES[kind], "filed_occupation_count": 3}
    return tuple(Known(key, value, "机构登记") for key, value in facts.items())


def registered(procedure: str, kind: str) -> int | None:
    """Where the registry knows the institution; None for the check of those not filed yet."""
    if procedure == "first_filing":
        return None
    said = typical_of(procedure, kind)
    return count(travel(procedure, said, _registry(kind), otherwise=first))


def typical(procedure: str, kind: str) -> int:
    """Where all is well and every question is answered."""
    return count(travel(procedure, typical_of(procedure, kind), otherwise=first))


def typical_of(procedure: str, kind: str) -> dict[str, object]:
    """What an institution of this kind answers where all is well."""
    said = {**TYPICAL[procedure], **KINDS[kind]}
    return {**said, "papers": {}, "legal_form": "private_non_enterprise"}


def fewest(procedure: str) -> int:
    """The shortest way to a verdict, by trying every answer to the first two cards."""
    found = []
    for one in _firsts(procedure, {}):
        for other in _firsts(procedure, one):
            try:
                travelled = travel(procedure, other, otherwise=first)
            except NotAnswer:
                continue
            found.append(count(travelled))
    return min(found)


def _firsts(procedure: str, said: Mapping[str, object]) -> list[dict[str, object]]:
    """`said`, continued by every choice of the next question that it does not answer."""
    open_ones = [q for q in JOURNEYS[procedure] if q.id not in said]
    asked = next((q for q in open_ones if q.kind is Kind.CHOICE), None)
    if asked is None:
        return [dict(said)]
    return [{**said, asked.id: choice.id} for choice in asked.choices]


def _alternatives(question: Question) -> list[object]:
    if question.kind is Kind.CHOICE:
        return [choice.id for choice in question.choices]
    if question.kind is Kind.CHECKLIST:
        last = {line.id: line.states[-1].id for line in question.lines}
        turned = [{**last, x.id: s.id} for x in question.lines for s in x.states]
        return [{}, last, *turned]
    return list(_NUMBERS if question.kind is Kind.NUMBER else _DAYS)


def longest(procedure: str, kind: str) -> Said:
    """Improves the longest known way answer by answer until no other answer makes it longer."""
    fixed = {key: said for key, said in KINDS[kind].items() if key in ("type", "employer_kind")}
    said: dict[str, object] = {**WORST[procedure], **fixed}
    best = count(travel(procedure, said, otherwise=first))
    improved = True
    while improved:
        improved = False
        for question in JOURNEYS[procedure]:
            for other in _alternatives(question) if question.id not in fixed else []:
                changed = {**said, question.id: other}
                try:
                    taps = count(travel(procedure, changed, otherwise=first))
                except NotAnswer:
                    continue
                if taps > best:
                    said, best, improved = changed, taps, True
    return said


def bound(procedure: str, kind: str) -> int:
    """One tap or one typed answer a question, all states of all lines, the offer, the verdict."""
    total = 2
    for question in JOURNEYS[procedure]:
        if kind != "社会培训评价组织" and question.id in _SOCIAL_ONLY:
            continue
        if kind != "用人单位（企业）" and question.id == "employer_kind":
            continue
        employer = kind == "用人单位（企业）"
        lines = [x for x in question.lines if employer or x.id not in _EMPLOYER_LINES]
        total += 1 + sum(len(line.states) - 1 for line in lines)
    return total


def main() -> None:
    """The table of docs/figures.md."""
    print("| 自查 | 机构 | 最少 | 登记过的 | 典型 | 最多 | 上限 |\n|---|---|---|---|---|---|---|")
    for procedure, check in PROCEDURES.items():
        for kind in KINDS:
            most = count(travel(procedure, longest(procedure, kind), otherwise=first))
            known = registered(procedure, kind)
            cells = (
                *(fewest(procedure), "—" if known is None else known, typical(procedure, kind)),
                *(most, bound(procedure, kind)),
            )
            print(f"| {check.name} | {kind} | {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    main()
