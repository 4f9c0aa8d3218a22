"""The three tests that most clauses need."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.clause import Test
from bot.rules.fact import Fact
from bot.rules.given import Given
from bot.rules.result import Result, failed, met, still_open


def one_of(
    fact: Fact,
    *,
    passes: tuple[str, ...],
    fails: tuple[str, ...] = (),
    remedy: str = "",
    doubts: Mapping[str, str] | None = None,
) -> Test:
    """Met and failed by the named options; every other answer is open, with its doubt."""
    reasons = doubts or {}

    def judge(given: Given) -> Result:
        chosen = given.choice(fact)
        if chosen in passes:
            return met(given.says(fact))
        if chosen in fails:
            return failed(given.says(fact), remedy)
        doubt = reasons.get(chosen or "")
        return still_open(given.says(fact) + (f"。{doubt}" if doubt else ""))

    return Test((fact,), judge)


def holds(fact: Fact, remedy: str, doubts: Mapping[str, str] | None = None) -> Test:
    """Yes meets, no fails, anything between is open."""
    return one_of(fact, passes=("yes",), fails=("no",), remedy=remedy, doubts=doubts)
