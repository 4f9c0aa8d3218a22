"""The journey: a pure function of what is known and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.interview.answers import facts_of, is_complete, routes_of
from bot.interview.question import Choice, Kind, Line, Question, Situation
from bot.interview.questions import JOURNEYS
from bot.interview.run import Answer, Known, Run
from bot.measures import NOTICE
from bot.rules import PROCEDURES, Status, Verdict, evaluate
from bot.rules.clause import Clause
from bot.rules.facts import BY_KEY
from bot.rules.given import Given

KNOWN = "known"
"""The id of the card on which known facts are confirmed."""


@dataclass(frozen=True)
class Step:
    """A question on the way, narrowed to the lines that apply, and what was known before it."""

    question: Question
    answer: Answer | None
    before: Mapping[str, object]

    @property
    def done(self) -> bool:
        """Whether it has been answered in full."""
        return is_complete(self.question, self.answer)


def _known_line(known: Known) -> Line:
    fact = BY_KEY[known.key]
    value = Given({known.key: known.value}).words(fact)
    origin = f"{known.source}，{known.as_of}" if known.as_of else known.source
    states = (Choice("right", "对", {known.key: known.value}), Choice("wrong", "不对", {}))
    return Line(known.key, f"{fact.label}：{value}", states, hint=origin)


def known_question(run: Run) -> Question | None:
    """The card that shows what is known already, to be confirmed; None if nothing is."""
    lines = tuple(_known_line(known) for known in run.known)
    if not lines:
        return None
    return Question(
        KNOWN,
        "已知信息",
        Kind.CHECKLIST,
        "下面这些已经有了，请看一看对不对：",
        NOTICE,
        "",
        lines=lines,
        rest="都对",
        help="对的就不再问；不对的点一下，后面会请您重新填。",
        hint="不对的，点一下那一行，后面请您重新填；其余的不再问。",
    )


def _confirmed(run: Run) -> set[str]:
    answer = run.answers.get(KNOWN, {})
    return {known.key for known in run.known if answer.get(known.key) == "right"}


def _narrowed(question: Question, situation: Situation, confirmed: set[str]) -> Question | None:
    if not question.when.holds(situation):
        return None
    if question.kind is not Kind.CHECKLIST:
        covered = bool(question.covers) and confirmed.issuperset(question.covers)
        return None if covered else question
    lines = tuple(
        line
        for line in question.lines
        if line.when.holds(situation)
        and not confirmed.issuperset(key for state in line.states for key in state.sets)
    )
    return replace(question, lines=lines) if lines else None


@dataclass(frozen=True)
class Walk:
    """The way through the questions as it stands now."""

    procedure: str
    steps: tuple[Step, ...]
    facts: Mapping[str, object]

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict on what has been answered so far."""
        return evaluate(self.procedure, self.facts)

    @cached_property
    def open_steps(self) -> tuple[Step, ...]:
        """The questions without a full answer."""
        return tuple(step for step in self.steps if not step.done)

    def step(self, question_id: str | None) -> Step | None:
        """The step with this question, None if it is not on the way."""
        return next((step for step in self.steps if step.question.id == question_id), None)

    @cached_property
    def certain_failures(self) -> tuple[str, ...]:
        """Codes of clauses that fail whatever the remaining answers will be."""
        pending = {
            key
            for step in self.open_steps
            for key in (*step.question.sets, *(fact.key for fact in step.question.settles))
        }
        return tuple(
            finding.clause.code
            for finding in self.verdict.findings
            if finding.status is Status.FAILED
            and pending.isdisjoint(fact.key for fact in finding.clause.reads)
        )


def clauses_reading(procedure: str, keys: Iterable[str]) -> list[Clause]:
    """The clauses of the check that read one of these facts."""
    wanted = set(keys)
    return [
        clause
        for clause in PROCEDURES[procedure].clauses
        if not wanted.isdisjoint(fact.key for fact in clause.reads)
    ]


def _leads_elsewhere(procedure: str, asked: Question, facts: Mapping[str, object]) -> bool:
    """Whether the answer just given makes the whole check 不适用."""
    given = Given(facts)
    return any(
        clause.judge(given).status is Status.WRONG_PROCEDURE
        for clause in clauses_reading(procedure, asked.sets)
    )


def walk(run: Run) -> Walk:
    """Replays all answers from the first question. A check found 不适用 ends the way there."""
    facts: dict[str, object] = {}
    routes: frozenset[str] = frozenset()
    steps: list[Step] = []
    first = known_question(run)
    confirmed = _confirmed(run)
    for question in ((first,) if first else ()) + JOURNEYS[run.procedure]:
        asked = (
            question
            if question.id == KNOWN
            else _narrowed(question, Situation(facts, routes), confirmed)
        )
        if asked is None:
            continue
        answer = run.answers.get(question.id)
        steps.append(Step(asked, answer, dict(facts)))
        if answer is None or not is_complete(asked, answer):
            continue
        facts |= facts_of(asked, answer)
        routes |= routes_of(asked, answer)
        if _leads_elsewhere(run.procedure, asked, facts):
            break
    return Walk(run.procedure, tuple(steps), facts)
