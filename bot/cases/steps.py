"""The form as a pure function of what has been filled in: which screens, which one is next.

Back, a change from the review and a return after a week are the same operation.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.cases.case import Facts, Line, LineState
from bot.cases.kinds import Item, Kind
from bot.cases.materials import items

REVIEW = "review"
STOP = "stop"
"""The institution is not filed: there is nothing to change or to add to."""

IDENTITY = ("code", "known", "name", "kind", "form", "filed")
"""The institution; asked once and then remembered."""


def steps(kind: Kind, facts: Facts, lines: Sequence[Line]) -> tuple[str, ...]:
    """The screens of this form in their order, the review not counted."""
    found = [*_institution(facts), "contact"]
    found += _changes(facts) if kind is Kind.CHANGE else _addition(kind, facts)
    found.append("reason")
    found += [f"line.{line.id}" for line in lines if line.needed]
    return tuple(found)


def answered(step: str, facts: Facts, lines: Sequence[Line]) -> bool:
    """Whether this screen has been dealt with."""
    if step.startswith("line."):
        return any(
            f"line.{line.id}" == step and line.state is not LineState.EMPTY for line in lines
        )
    if step in ("what", "levels"):
        return f"{step}.done" in facts
    return bool(facts.get(step))


def current(kind: Kind, facts: Facts, lines: Sequence[Line]) -> str:
    """The first screen that is not dealt with; REVIEW when all are."""
    if facts.get("filed") == "not_filed":
        return STOP
    for step in steps(kind, facts, lines):
        if not answered(step, facts, lines):
            return step
    return REVIEW


def before(step: str, kind: Kind, facts: Facts, lines: Sequence[Line]) -> str | None:
    """The screen before this one; None at the first."""
    if step == STOP:
        return "filed"
    order = (*steps(kind, facts, lines), REVIEW)
    place = order.index(step) if step in order else 0
    return order[place - 1] if place else None


def after(step: str, kind: Kind, facts: Facts, lines: Sequence[Line]) -> str:
    """The screen after this one."""
    order = (*steps(kind, facts, lines), REVIEW)
    return order[min(order.index(step) + 1, len(order) - 1)] if step in order else REVIEW


def _institution(facts: Facts) -> list[str]:
    if facts.get("inst"):
        return []  # remembered or bound: nothing to ask
    if facts.get("choose"):
        return ["inst"]
    if facts.get("reg.name"):
        if facts.get("known") != "no":
            return ["code", "known"]
        return ["code", "known", "name", "kind", "filed"]
    return ["code", "name", "kind", "filed"]


def _changes(facts: Facts) -> list[str]:
    chosen = items(facts)
    found = ["what"]
    if Item.LEGAL_REP in chosen or Item.NAME in chosen:
        found.append("entity")
    if Item.LEGAL_REP in chosen and facts.get("kind") == "social_org":
        found.append("school")
    for item in chosen:
        if item is Item.OTHER:
            found.append("detail.other")
        found += [f"before.{item}", f"after.{item}"]
        if item is Item.ADDRESS:
            found.append("place")
    return found


def _addition(kind: Kind, facts: Facts) -> list[str]:
    found = ["occupation", "levels"]
    if kind is Kind.NEW_OCCUPATION and facts.get("kind") == "social_org":
        found.append("swap")
    return found
