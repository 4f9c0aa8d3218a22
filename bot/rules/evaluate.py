"""From facts to a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.rules.clause import Clause
from bot.rules.given import Gap, Given
from bot.rules.materials import materials_for
from bot.rules.procedures import CHANGE, ORDER, PROCEDURES, Procedure
from bot.rules.reminders import unreadable, unused
from bot.rules.result import Status
from bot.rules.verdict import Finding, Note, Verdict, Word

RULES_VERSION = "2024.1"
"""Goes up whenever a clause, a fact or a value changes its meaning; runs are pinned to it."""


def _finding(clause: Clause, given: Given) -> Finding:
    answered = [fact for fact in clause.asks if given.value(fact) is not Gap.ABSENT]
    return Finding(clause, clause.judge(given), tuple(given.says(fact) for fact in answered))


def _codes(findings: Iterable[Finding], status: Status) -> set[str]:
    return {finding.clause.code for finding in findings if finding.status is status}


def _in_order(codes: set[str]) -> tuple[str, ...]:
    return tuple(code for code in ORDER if code in codes)


def _notes(procedure: Procedure, given: Given) -> tuple[Note, ...]:
    shown = [reminder.note for reminder in procedure.reminders if reminder.shown(given)]
    return (*shown, *unreadable(given, procedure.facts), *unused(given))


def evaluate(procedure: str, facts: Mapping[str, object]) -> Verdict:
    """The verdict on one case (`procedure`: a key of PROCEDURES). Raises KeyError."""
    return evaluate_by(PROCEDURES[procedure], facts)


def evaluate_by(chosen: Procedure, facts: Mapping[str, object]) -> Verdict:
    """The verdict by the clauses of a check.

    不适用 goes before 不符合, that before 待核实, that before 符合.
    """
    given = Given(facts)
    findings = tuple(_finding(clause, given) for clause in chosen.clauses)
    elsewhere = tuple(f for f in findings if f.status is Status.WRONG_PROCEDURE)
    if elsewhere:
        return _verdict(chosen, Word.NOT_APPLICABLE, elsewhere, notes=unused(given))
    failed = _codes(findings, Status.FAILED)
    unknown = _codes(findings, Status.OPEN) - failed
    word = Word.INELIGIBLE if failed else Word.NEEDS_REVIEW if unknown else Word.ELIGIBLE
    materials = tuple(m.name for m in materials_for(given)) if chosen.key == CHANGE.key else ()
    return _verdict(
        chosen,
        word,
        findings,
        failed=_in_order(failed),
        unknown=_in_order(unknown),
        materials=materials,
        notes=_notes(chosen, given),
    )


def _verdict(
    procedure: Procedure,
    word: Word,
    findings: tuple[Finding, ...],
    *,
    failed: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
    materials: tuple[str, ...] = (),
    notes: tuple[Note, ...] = (),
) -> Verdict:
    return Verdict(
        procedure.key,
        word,
        procedure.words[word],
        findings,
        failed,
        unknown,
        materials,
        notes,
        RULES_VERSION,
    )
