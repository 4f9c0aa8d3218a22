"""Finds, for each clause, cases that differ from an all-met case in what the clause reads."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product

from bot.rules import PROCEDURES, Status, evaluate
from bot.rules.fact import NOT_ASKED, UNKNOWN, Fact, Kind
from bot.rules.given import Given
from tests.rules.cases import MET

_DAY = date(2024, 5, 8)
_DAYS = [_DAY + timedelta(days=365 * years + step) for years in range(7) for step in (0, 33, 400)]


def domain(fact: Fact) -> list[object]:
    """Every declared value, some numbers or days, not knowing, not being concerned."""
    if fact.kind is Kind.CHOICE:
        return [*(option.value for option in fact.options), UNKNOWN, NOT_ASKED]
    if fact.kind is Kind.NUMBER:
        return [*range(-1, 10), UNKNOWN]
    if fact.kind is Kind.DATE:
        return [*(day.isoformat() for day in _DAYS), "2020-01-01", UNKNOWN]
    return ["某某", UNKNOWN]


def variations(base: dict[str, object], facts: tuple[Fact, ...]) -> Iterator[dict[str, object]]:
    """The case itself and every change of one or two of the facts, absence included."""
    yield base
    for size in (1, 2):
        for chosen in combinations(facts, min(size, len(facts))):
            for values in product(*(domain(fact) for fact in chosen)):
                yield base | dict(zip((f.key for f in chosen), values, strict=True))
    for fact in facts:
        yield {key: value for key, value in base.items() if key != fact.key}


Found = dict[tuple[str, int], set[tuple[Status, bool]]]


def _new(found: set[tuple[Status, bool]], procedure: str, index: int, case: object) -> None:
    """Judges the clause; the whole case only where the clause's status is not yet seen alone."""
    assert isinstance(case, dict)
    status = PROCEDURES[procedure].clauses[index].judge(Given(case)).status
    if (status, True) in found:
        return
    findings = evaluate(procedure, case).findings
    clause = PROCEDURES[procedure].clauses[index]
    others = [f.status for f in findings if f.clause is not clause]
    found.add((status, {Status.MET, Status.OUTSIDE}.issuperset(others)))


@cache
def statuses() -> Found:
    """For each clause the statuses it takes, and whether it then was alone in not being met."""
    found: Found = {}
    for procedure in PROCEDURES.values():
        for index, clause in enumerate(procedure.clauses):
            seen = found.setdefault((procedure.key, index), set())
            for base in MET[procedure.key].values():
                for case in variations(base, clause.reads):
                    _new(seen, procedure.key, index, case)
    return found
