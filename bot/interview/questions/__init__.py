"""The questions of each check, in the order in which they are asked."""

from __future__ import annotations

from bot.interview.question import Question
from bot.interview.questions import (
    addition,
    change,
    city,
    duty,
    first_filing,
    institution,
    premises,
)

_COUNTS = (
    addition.FILED,
    addition.EVALUATED,
    addition.COUNT_UNIT,
    addition.FILED_TRADES,
    addition.EVALUATED_TRADES,
)
_PREMISES = (premises.SITES, premises.THEORY, premises.PRACTICAL, premises.EQUIPMENT)

JOURNEYS: dict[str, tuple[Question, ...]] = {
    "first_filing": (
        institution.FILING_FIRST,
        institution.ACTIVITY,
        first_filing.CLASS,
        institution.TYPE,
        institution.EMPLOYER_KIND,
        first_filing.COUNT,
        first_filing.STANDING,
        first_filing.EXPERIENCE,
        first_filing.RESOURCES,
        first_filing.PURPOSE,
        first_filing.PROMISES,
        first_filing.MATERIALS,
    ),
    "new_occupation": (
        institution.FILING_ADDITION,
        addition.TARGET_OCCUPATION,
        addition.CLASS,
        institution.TYPE,
        *_COUNTS,
        city.NEW,
        city.SWAP,
        city.AGREED,
        addition.STANDING,
        addition.PEOPLE,
        *_PREMISES,
        city.COVERAGE,
        city.COVERAGE_BY,
        city.COVERAGE_ON,
    ),
    "new_level": (
        institution.FILING_ADDITION,
        addition.TARGET_LEVEL_OF,
        addition.CLASS,
        institution.TYPE,
        addition.LEVEL,
        *_COUNTS,
        addition.STANDING,
        addition.PEOPLE_FOR_LEVEL,
        *_PREMISES,
    ),
    "change": (
        institution.FILING_CHANGE,
        change.WHAT,
        institution.TYPE_FOR_LEGAL_REP,
        institution.EMPLOYER_KIND_FOR_LEGAL_REP,
        institution.LEGAL_FORM,
        change.PAPERS,
        change.ADDRESS,
        change.RECIPIENT,
    ),
    "duties": (
        institution.FILING_DUTIES,
        duty.PAPERS_AND_METHODS,
        duty.RULES,
        duty.TEAMS,
        duty.CERTIFICATES,
        duty.REPORTS,
        duty.RECORDS,
        *duty.DESTROYED,
    ),
}


def question(procedure: str, question_id: str) -> Question | None:
    """The question with this id, None where the check has none (any more)."""
    return next((q for q in JOURNEYS[procedure] if q.id == question_id), None)
