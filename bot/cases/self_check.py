"""A self-check that comes with a request: what it found, kept as it was shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.rules import Status, Verdict

_MARKS = {Status.FAILED: "✗", Status.OPEN: "？", Status.MET: "✓"}


@dataclass(frozen=True)
class CheckLine:
    """One clause: its mark, the place, what was asked, why."""

    mark: str
    place: str
    title: str
    reason: str


@dataclass(frozen=True)
class AttachedCheck:
    """`failed` and `unknown` are places in words; `lines` begin with what decides."""

    procedure: str
    label: str
    failed: tuple[str, ...]
    unknown: tuple[str, ...]
    lines: tuple[CheckLine, ...]
    facts: Mapping[str, object]
    rules: str
    checked_on: date


def attached(verdict: Verdict, facts: Mapping[str, object], checked_on: date) -> AttachedCheck:
    """The record of a verdict."""
    lines = [
        CheckLine(
            _MARKS[finding.status],
            finding.clause.citation.label,
            finding.clause.title,
            finding.result.reason,
        )
        for status in _MARKS
        for finding in verdict.findings
        if finding.status is status
    ]
    return AttachedCheck(
        verdict.procedure,
        verdict.label,
        _places(verdict, Status.FAILED),
        _places(verdict, Status.OPEN),
        tuple(lines),
        facts,
        verdict.version,
        checked_on,
    )


def _places(verdict: Verdict, status: Status) -> tuple[str, ...]:
    found = (f.clause.citation.label for f in verdict.findings if f.status is status)
    return tuple(dict.fromkeys(found))
