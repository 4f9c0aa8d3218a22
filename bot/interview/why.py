"""为什么问: the clause, its words, and what each answer would do, computed from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from bot.interview.answers import NotAnswer
from bot.interview.journey import KNOWN, Step, Walk, clauses_reading, walk
from bot.interview.question import (
    NOT_SURE,
    NOT_SURE_WORDS,
    Choice,
    Kind,
    Line,
    Question,
    Situation,
)
from bot.interview.run import Answer, Run
from bot.rules import Status
from bot.rules.clause import Clause
from bot.rules.given import Gap, Given

Outcomes = Mapping[Clause, Status | None]
"""What each clause would say; None where a question still to come is needed for that."""

HIGHEST = 12
"""Numbers up to this are tried for the table of what each would do."""


@dataclass(frozen=True)
class Effect:
    """What one answer does: 选“租赁” → 第二十四条第（三）项：待核实."""

    answer: str
    results: tuple[str, ...]
    lines: str = ""
    """On a checklist: the lines of which this is true."""

    @property
    def telling(self) -> Mapping[str, list[str]]:
        """Words and the places of which they are true; a place left untouched is not named."""
        told: dict[str, list[str]] = {}
        for result in self.results:
            place, _, word = result.rpartition("：")
            told.setdefault(word, []).append(place)
        if len(told) > 1:
            told.pop(_NOT_CONCERNED, None)
        return told

    def words(self, here: str) -> str:
        """For the screen; where all is about one place that is named anyway, it is left out."""
        places = {place for found in self.telling.values() for place in found if place}
        said = [
            word if places <= {here} else f"{'、'.join(found)}{'：' * bool(found[0])}{word}"
            for word, found in self.telling.items()
        ]
        return f"选“{self.answer}”：{'；'.join(said) or '不影响结论，只用来决定后面问什么'}"


@dataclass(frozen=True)
class Why:
    """The answer to 为什么问."""

    citation: str
    quotation: str
    help: str
    effects: tuple[Effect, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """The effects for the screen: one line each; on a checklist all of a line together."""
        grouped = groupby(self.effects, key=lambda effect: effect.lines)
        found = [(lines, tuple(effects)) for lines, effects in grouped]
        return tuple(
            words
            for lines, effects in found
            for words in (
                [_told_together(lines, effects, self.citation)]
                if lines
                else [effect.words(self.citation) for effect in effects]
            )
        )


def _told_together(lines: str, effects: tuple[Effect, ...], here: str) -> str:
    """All answers to the same lines; where all act in one other place, it is named once."""
    places = {place for e in effects for found in e.telling.values() for place in found if place}
    if len(places) > 1:
        return "\n　".join([f"{lines}：", *(effect.words(here) for effect in effects)])
    place = places.pop() if places else here
    elsewhere = f"（{place}）" if place != here else ""
    return f"{lines}{elsewhere}：\n　{'；'.join(effect.words(place) for effect in effects)}"


_SEVERITY = (Status.WRONG_PROCEDURE, Status.FAILED, Status.OPEN, Status.MET)
_LATER = "还要看其他回答"
_NOT_CONCERNED = "不看这一条"
_USUAL = {
    Status.MET: "符合",
    Status.FAILED: "不符合",
    Status.OPEN: "待核实",
    Status.WRONG_PROCEDURE: "这项自查不适用",
}
_SPECIAL = {
    "change": {Status.MET: "齐", Status.FAILED: "缺"},
    "duties": {Status.MET: "已做到", Status.FAILED: "未做到"},
}


def _outcomes(way: Walk, clauses: list[Clause], facts: Mapping[str, object]) -> Outcomes:
    given = Given(facts)
    pending = {key for step in way.open_steps for key in step.question.sets}

    def outcome(clause: Clause) -> Status | None:
        status = clause.judge(given).status
        absent = {fact.key for fact in clause.reads if given.value(fact) is Gap.ABSENT}
        return None if status is Status.OPEN and pending & absent else status

    return {clause: outcome(clause) for clause in clauses}


def _if_answered(run: Run, question: Question, stored: Answer) -> Outcomes:
    way = walk(replace(run, answers={**run.answers, question.id: stored}))
    return _outcomes(way, clauses_reading(run.procedure, question.sets), way.facts)


def _word(statuses: list[Status | None], words: Mapping[Status, str]) -> str:
    for status in _SEVERITY:
        if status in statuses:
            return words[status]
    return _LATER if None in statuses else _NOT_CONCERNED


def _effects(procedure: str, tried: list[tuple[str, Outcomes]]) -> list[Effect]:
    """Told by place; a clause on which no answer makes a difference is left out."""
    words = {**_USUAL, **_SPECIAL.get(procedure, {})}
    differing = [
        clause for clause in tried[0][1] if len({outcomes[clause] for _, outcomes in tried}) > 1
    ]
    if not differing:
        differing = [clause for clause, outcome in tried[0][1].items() if outcome is None]
    effects = []
    for answer, outcomes in tried:
        if Status.WRONG_PROCEDURE in [outcomes[clause] for clause in differing]:
            effects.append(Effect(answer, (words[Status.WRONG_PROCEDURE],)))
            continue
        places: dict[str, list[Status | None]] = {}
        for clause in differing:
            places.setdefault(clause.citation.label, []).append(outcomes[clause])
        results = tuple(f"{place}：{_word(found, words)}" for place, found in places.items())
        effects.append(Effect(answer, results))
    return effects


def _choice_effects(run: Run, question: Question) -> list[Effect]:
    def tried(choice: Choice) -> tuple[str, Outcomes]:
        return choice.words, _if_answered(run, question, {"choice": choice.id})

    return _effects(run.procedure, [tried(choice) for choice in question.choices])


def _number_effects(run: Run, step: Step) -> list[Effect]:
    """Neighbouring numbers that do the same are told together: 0至3."""
    question, situation = step.question, Situation(step.before)
    numbers = [n for n in range(HIGHEST + 1) if not question.objection(n, situation)]
    tried = [(str(n), _if_answered(run, question, {"value": n})) for n in numbers]
    tried.append((NOT_SURE_WORDS, _if_answered(run, question, {"value": NOT_SURE})))
    *counted, unsure = _effects(run.procedure, tried)
    grouped = [
        Effect(group[0] if len(group) == 1 else f"{group[0]}至{group[-1]}", results)
        for results, effects in groupby(counted, key=lambda effect: effect.results)
        for group in [[effect.answer for effect in effects]]
    ]
    return [*grouped, unsure]


def _of_line(way: Walk, line: Line) -> tuple[Effect, ...]:
    clauses = clauses_reading(way.procedure, (key for state in line.states for key in state.sets))
    tried = [
        (state.words, _outcomes(way, clauses, {**way.facts, **state.sets})) for state in line.states
    ]
    return tuple(_effects(way.procedure, tried))


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


def _all_effects(run: Run, way: Walk, step: Step) -> list[Effect]:
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
    effects = tuple(_all_effects(run, way, step))
    return Why(question.citation.label, question.quotation, question.help, effects)
