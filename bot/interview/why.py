"""为什么问: the clause, its words, and what each answer would do, computed from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from bot.interview.answers import NotAnswer
from bot.interview.journey import KNOWN, Step, Walk, clauses_reading, walk
from bot.interview.question import NOT_SURE, NOT_SURE_WORDS, Kind, Line, Question, Situation
from bot.interview.run import Answer, Run
from bot.rules import Status
from bot.rules.clause import Clause
from bot.rules.given import Gap, Given

Facts = Mapping[str, object]
Pending = frozenset[str]
"""Keys of the facts that questions still to come may set."""


@dataclass(frozen=True)
class Effect:
    """What one answer does: 选“租赁” → 第二十四条第（三）项：待核实."""

    answer: str
    results: tuple[str, ...]
    lines: str = ""
    """On a checklist: the lines of which this is true."""

    @property
    def words(self) -> str:
        """One line for the screen."""
        results = "；".join(self.results) or "不影响结论，只用来决定后面问什么"
        return (
            f"“{self.lines}”选“{self.answer}”：{results}"
            if self.lines
            else (f"选“{self.answer}”：{results}")
        )


@dataclass(frozen=True)
class Why:
    """The answer to 为什么问."""

    citation: str
    quotation: str
    help: str
    effects: tuple[Effect, ...]


_SEVERITY = (Status.WRONG_PROCEDURE, Status.FAILED, Status.OPEN, Status.MET)
LATER = "还要看其他回答"


def _status_words(procedure: str) -> dict[Status, str]:
    special = {
        "change": {Status.MET: "齐", Status.FAILED: "缺"},
        "duties": {Status.MET: "已做到", Status.FAILED: "未做到"},
    }
    usual = {
        Status.MET: "符合",
        Status.FAILED: "不符合",
        Status.OPEN: "待核实",
        Status.WRONG_PROCEDURE: "这项自查不适用",
    }
    return usual | special.get(procedure, {})


def _waiting(clause: Clause, given: Given, pending: Pending) -> bool:
    """Whether a question that is still to come will tell the clause something."""
    absent = [fact.key for fact in clause.reads if given.value(fact) is Gap.ABSENT]
    return not pending.isdisjoint(absent)


def _result(
    clauses: list[Clause], given: Given, words: Mapping[Status, str], pending: Pending
) -> str:
    settled, waiting = set(), False
    for clause in clauses:
        status = clause.judge(given).status
        if status is Status.OPEN and _waiting(clause, given, pending):
            waiting = True
        else:
            settled.add(status)
    for status in _SEVERITY:
        if status in settled:
            return words[status]
    return LATER if waiting else "不看这一条"


def _results(
    procedure: str, facts: Facts, clauses: list[Clause], pending: Pending
) -> tuple[str, ...]:
    given = Given(facts)
    words = _status_words(procedure)
    places = dict.fromkeys(clause.citation.label for clause in clauses)
    found = {
        place: _result([c for c in clauses if c.citation.label == place], given, words, pending)
        for place in places
    }
    if words[Status.WRONG_PROCEDURE] in found.values():
        return (words[Status.WRONG_PROCEDURE],)
    return tuple(f"{place}：{result}" for place, result in found.items())


def _pending(way: Walk) -> Pending:
    return frozenset(key for step in way.open_steps for key in step.question.sets)


def _with(run: Run, question: Question, stored: Answer) -> tuple[str, ...]:
    """What the clauses that the question bears on would say if it were answered so."""
    way = walk(replace(run, answers={**run.answers, question.id: stored}))
    clauses = clauses_reading(run.procedure, question.sets)
    return _results(run.procedure, way.facts, clauses, _pending(way))


def _choice_effects(run: Run, question: Question) -> list[Effect]:
    return _without_common(
        [
            Effect(choice.words, _with(run, question, {"choice": choice.id}))
            for choice in question.choices
        ]
    )


def _without_common(effects: list[Effect]) -> list[Effect]:
    """Leaves out the places where every answer does the same."""
    common = set.intersection(*(set(effect.results) for effect in effects)) if effects else set()
    if len(effects) == 1:
        return effects
    return [
        Effect(effect.answer, tuple(r for r in effect.results if r not in common))
        for effect in effects
    ]


def _count_words(numbers: list[int]) -> str:
    return f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}至{numbers[-1]}"


HIGHEST = 12
"""Numbers up to this are tried for the table of what each would do."""


def _number_effects(run: Run, step: Step) -> list[Effect]:
    question, situation = step.question, Situation(step.before)
    tried = [
        (number, _with(run, question, {"value": number}))
        for number in range(HIGHEST + 1)
        if not question.objection(number, situation)
    ]
    effects = [
        Effect(_count_words([number for number, _ in group]), found)
        for found, pairs in groupby(tried, key=lambda pair: pair[1])
        for group in [list(pairs)]
    ]
    return [*effects, Effect(NOT_SURE_WORDS, _with(run, question, {"value": NOT_SURE}))]


def _of_line(way: Walk, line: Line) -> tuple[Effect, ...]:
    clauses = clauses_reading(way.procedure, (key for state in line.states for key in state.sets))
    pending = _pending(way)
    return tuple(
        _without_common(
            [
                Effect(
                    state.words,
                    _results(way.procedure, {**way.facts, **state.sets}, clauses, pending),
                )
                for state in line.states
            ]
        )
    )


def _line_effects(way: Walk, question: Question) -> list[Effect]:
    """Lines on which the same answers do the same are told together."""
    found: dict[tuple[Effect, ...], list[str]] = {}
    for line in question.lines:
        found.setdefault(_of_line(way, line), []).append(line.words)
    return [
        Effect(effect.answer, effect.results, "、".join(lines))
        for effects, lines in found.items()
        for effect in effects
    ]


def _effects(run: Run, way: Walk, step: Step) -> list[Effect]:
    if step.question.kind is Kind.CHOICE:
        return _choice_effects(run, step.question)
    if step.question.kind is Kind.NUMBER:
        return _number_effects(run, step)
    return _line_effects(way, step.question)


def why(run: Run, question_id: str) -> Why:
    """Raises NotAnswer where the question is not on the way."""
    way = walk(run)
    step = way.step(question_id)
    if step is None:
        raise NotAnswer("这一问现在不需要回答了")
    question = step.question
    if question_id == KNOWN:
        return Why("", "", question.help, ())
    effects = tuple(_effects(run, way, step))
    return Why(question.citation.label, question.quotation, question.help, effects)
