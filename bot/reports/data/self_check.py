"""What a finished self-check says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What decides the sign; the word beside it is the caller's (符合, 自述具备, 缺所列材料 …)."""

    MET = "✓"
    FAILED = "✗"
    UNKNOWN = "？"
    NOT_APPLICABLE = "—"


@dataclass(frozen=True)
class ClauseRow:
    """One clause; `remedy` is the smallest change that would pass it."""

    clause: str
    quotation: str
    answer: str
    outcome: Outcome
    word: str
    explanation: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class SelfCheck:
    """One finished run. Rows are printed in the order given (the deciding clause first)."""

    subject: str
    overall: str
    overall_reason: str
    clauses: tuple[ClauseRow, ...]
    answers: tuple[tuple[str, str], ...]
    checked_on: date
    rules_version: str
    institution: str = ""
    credit_code: str = ""
    kind: str = ""
    reference: str = ""
