"""What a person said about a clause, in the words of the questions that were answered."""

from __future__ import annotations

from collections.abc import Iterator, Set

from bot.interview.answers import words_of
from bot.interview.journey import KNOWN, Step, Walk
from bot.interview.question import Kind
from bot.rules.clause import Clause
from bot.rules.facts import BY_KEY
from bot.rules.given import Given


def own_words(clause: Clause, way: Walk) -> str:
    """The answer to the question that bears the clause's name, or the only one, by itself.

    Several others with the names of their questions. Empty where none was given.
    """
    wanted = {fact.key for fact in clause.test.own or clause.test.reads}
    said = [entry for step in way.steps if step.done for entry in _entries(step, wanted)]
    named = [words for name, words in said if name == clause.title]
    if named or len(said) == 1:
        return named[-1] if named else said[0][1]
    return "；".join(f"{name}：{words}" for name, words in said)


def _entries(step: Step, wanted: Set[str]) -> Iterator[tuple[str, str]]:
    """Names and words of what this step says about the wanted facts."""
    question, answer = step.question, step.answer or {}
    if question.kind is Kind.CHECKLIST:
        for line in question.lines:
            state = line.state(answer.get(line.id))
            if state is None or wanted.isdisjoint(state.sets):
                continue
            if question.id == KNOWN:
                fact = BY_KEY[line.id]
                yield fact.label, Given(state.sets).words(fact)
            else:
                yield line.words, state.words
        return
    choice = question.choice(answer.get("choice"))
    if not wanted.isdisjoint(question.sets if choice is None else choice.sets):
        yield question.name, words_of(question, answer)
