"""The typical and the longest way through each check."""

from datetime import date

from bot.interview.question import Kind
from bot.interview.questions import JOURNEYS

TODAY = date(2025, 6, 1)


def _last_states(procedure: str) -> dict[str, object]:
    """Every line of every checklist turned to its last state."""
    return {
        question.id: {line.id: line.states[-1].id for line in question.lines}
        for question in JOURNEYS[procedure]
        if question.kind is Kind.CHECKLIST
    }


TYPICAL: dict[str, dict[str, object]] = {
    "first_filing": {"type": "employer"},
    "new_occupation": {
        "type": "vocational_school",
        "filed": "3",
        "evaluated": "2",
        "coverage": "not_asked_yet",
    },
    "new_level": {
        "target": "yes",
        "type": "vocational_school",
        "level": "高级工",
        "filed": "3",
        "evaluated": "2",
    },
    "change": {"what": {"change_legal_rep": "yes"}, "type": "vocational_school"},
    "duties": {"filing": "filed"},
}

FURTHER: dict[str, dict[str, object]] = {
    **TYPICAL,
    "new_occupation": TYPICAL["new_occupation"]
    | {"coverage": "no", "coverage_by": "服务中心综合科", "coverage_on": "2025年3月2日"},
    "change": {"what": {"change_legal_rep": "yes"}, "type": "social_org"},
}
"""Ways that the typical and the longest one leave out."""

WORST: dict[str, dict[str, object]] = {
    "first_filing": {**_last_states("first_filing"), "type": "several", "count": "6"},
    "new_occupation": {
        **_last_states("new_occupation"),
        "type": "social_org",
        "filed": "9",
        "evaluated": "3",
        "count_unit": "differ",
        "filed_trades": "9",
        "evaluated_trades": "3",
        "new": "1",
        "swap": "0",
        "sites": "separately",
        "coverage": "no",
    },
    "new_level": {
        **_last_states("new_level"),
        "target": "yes",
        "type": "social_org",
        "level": "特级技师",
        "filed": "9",
        "evaluated": "3",
        "count_unit": "differ",
        "filed_trades": "9",
        "evaluated_trades": "3",
        "sites": "separately",
    },
    "change": {
        **_last_states("change"),
        "what": {
            "change_legal_rep": "yes",
            "change_address": "yes",
            "change_name": "yes",
            "change_other": "unknown",
            "change_institution_type": "unknown",
        },
        "type": "employer",
    },
    "duties": {
        **_last_states("duties"),
        "filing": "filed",
        "records": {
            "records_kept": "unknown",
            "traceable": "unknown",
            "paper_destroyed": "destroyed",
            "electronic_destroyed": "destroyed",
        },
    },
}
