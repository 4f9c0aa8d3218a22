"""Every clause is guarded: broken in one way or another, some scenario notices.

Mutation tools change code in functions; the clauses are data, so they are broken here.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.rules import PROCEDURES, Procedure, Status
from bot.rules.clause import Clause
from bot.rules.clause import Test as ClauseTest
from bot.rules.evaluate import evaluate_by
from bot.rules.given import Given
from bot.rules.result import Result
from bot.rules.sheets.scenarios import Scenario, load_all, load_all_single
from tests.rules.search import statuses

SCENARIOS = (*load_all(), *load_all_single())
Break = Callable[[Result], Result]


def turned(old: Status, new: Status) -> Break:
    return lambda result: replace(result, status=new) if result.status is old else result


BREAKS: dict[str, tuple[Status | None, Break]] = {
    "removed": (None, lambda result: replace(result, status=Status.OUTSIDE)),
    "failing passes": (Status.FAILED, turned(Status.FAILED, Status.MET)),
    "failing is open": (Status.FAILED, turned(Status.FAILED, Status.OPEN)),
    "open passes": (Status.OPEN, turned(Status.OPEN, Status.MET)),
    "open fails": (Status.OPEN, turned(Status.OPEN, Status.FAILED)),
    "met is open": (Status.MET, turned(Status.MET, Status.OPEN)),
    "wrong check goes on": (Status.WRONG_PROCEDURE, turned(Status.WRONG_PROCEDURE, Status.MET)),
}


def broken(procedure: Procedure, index: int, change: Break) -> Procedure:
    clause = procedure.clauses[index]

    def judge(given: Given) -> Result:
        return change(clause.judge(given))

    whole = replace(clause, test=ClauseTest(clause.test.reads, judge), only_for=None)
    clauses = (*procedure.clauses[:index], whole, *procedure.clauses[index + 1 :])
    return replace(procedure, clauses=clauses)


def differs(procedure: Procedure, scenario: Scenario) -> bool:
    verdict = evaluate_by(procedure, scenario.facts)
    expected = (scenario.label, scenario.failed, scenario.unknown)
    return (verdict.label, verdict.failed, verdict.unknown) != expected


CASES = [
    pytest.param(key, name, id=f"{key[0]} {PROCEDURES[key[0]].clauses[key[1]].title} {name}")
    for key, seen in statuses().items()
    for name, (status, _) in BREAKS.items()
    if status is None or status in {found for found, _ in seen}
]


@pytest.mark.parametrize(("key", "name"), CASES)
def test_a_scenario_notices_the_broken_clause(key: tuple[str, int], name: str) -> None:
    procedure = PROCEDURES[key[0]]
    wrong = broken(procedure, key[1], BREAKS[name][1])
    assert any(differs(wrong, s) for s in SCENARIOS if s.procedure == procedure.key)


LIMITED = [
    (procedure.key, index)
    for procedure in PROCEDURES.values()
    for index, clause in enumerate(procedure.clauses)
    if clause.only_for
]


@pytest.mark.parametrize("key", LIMITED)
def test_a_scenario_notices_when_a_clause_binds_everybody(key: tuple[str, int]) -> None:
    procedure = PROCEDURES[key[0]]
    clause: Clause = procedure.clauses[key[1]]
    clauses = list(procedure.clauses)
    clauses[key[1]] = replace(clause, only_for=None)
    wrong = replace(procedure, clauses=tuple(clauses))
    assert any(differs(wrong, s) for s in SCENARIOS if s.procedure == procedure.key)
