"""What a question meant when it was answered: to notice when the rules have changed since."""

from __future__ import annotations

import hashlib
import json

from bot.interview.question import Choice, Question
from bot.interview.questions import question
from bot.rules import PROCEDURES


def _meaning(choice: Choice) -> list[object]:
    return [choice.id, dict(choice.sets), choice.route]


def _content(procedure: str, asked: Question) -> list[object]:
    keys = set(asked.sets)
    clauses = [
        [clause.code, clause.quotation]
        for clause in PROCEDURES[procedure].clauses
        if not keys.isdisjoint(fact.key for fact in clause.reads)
    ]
    return [
        asked.id,
        asked.kind.value,
        asked.fact.key if asked.fact else "",
        [_meaning(choice) for choice in asked.choices],
        [[line.id, [_meaning(state) for state in line.states]] for line in asked.lines],
        clauses,
    ]


def fingerprint(procedure: str, question_id: str) -> str:
    """A short print of the question's answers, their facts and the clauses that read them.

    The wording is not part of it. Empty for a question that does not exist.
    """
    asked = question(procedure, question_id)
    if asked is None:
        return ""
    content = json.dumps(_content(procedure, asked), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]
