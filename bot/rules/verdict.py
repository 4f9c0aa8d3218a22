"""The outcome of one check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.measures import Citation
from bot.rules.clause import Clause
from bot.rules.result import Result, Status


class Word(StrEnum):
    """The overall word. None of them means approved, refused or found in violation."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    NEEDS_REVIEW = "needs_review"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Note:
    """A fixed reminder; `quotation`, where there is one, stands in the cited place."""

    citation: Citation
    text: str
    quotation: str = ""


@dataclass(frozen=True)
class Finding:
    """One clause with its result for this case and the person's own answers to it."""

    clause: Clause
    result: Result
    answers: tuple[str, ...]

    @property
    def status(self) -> Status:
        """The result's status."""
        return self.result.status

    @property
    def self_declared(self) -> bool:
        """Whether a pass is only 「自述具备」: the authority judges the word in question."""
        return self.status is Status.MET and bool(self.clause.judged)


@dataclass(frozen=True)
class Verdict:
    """`failed` and `unknown` are codes in the order of the Measures, each code once at most."""

    procedure: str
    word: Word
    label: str
    """The word as the screen shows it: 符合, 缺所列材料, 已做到 …"""
    findings: tuple[Finding, ...]
    failed: tuple[str, ...]
    unknown: tuple[str, ...]
    materials: tuple[str, ...]
    notes: tuple[Note, ...]
    version: str
