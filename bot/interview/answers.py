"""What an answer means: whether it is complete, its facts, its words."""

from __future__ import annotations

from datetime import date

from bot.interview.parsing import Unreadable, day, number
from bot.interview.question import NOT_SURE, NOT_SURE_WORDS, Choice, Kind, Question, Situation
from bot.interview.run import Answer
from bot.rules.fact import UNKNOWN

LONGEST_TEXT = 100


class NotAnswer(ValueError):
    """What was given is no answer to this question; the message says so in Chinese."""


def chosen(question: Question, answer: Answer) -> tuple[Choice, ...]:
    """The choices and line states that the answer names."""
    if question.kind is Kind.CHOICE:
        choice = question.choice(answer.get("choice"))
        return (choice,) if choice else ()
    states = (line.state(answer.get(line.id)) for line in question.lines)
    return tuple(state for state in states if state)


def is_complete(question: Question, answer: Answer | None) -> bool:
    """Whether the answer still answers the question as it stands now."""
    if answer is None:
        return False
    if question.kind is Kind.CHOICE:
        return bool(chosen(question, answer))
    if question.kind is Kind.CHECKLIST:
        return len(chosen(question, answer)) == len(question.lines)
    return "value" in answer


def facts_of(question: Question, answer: Answer) -> dict[str, object]:
    """The facts that a complete answer sets."""
    if question.fact is not None:
        value = answer["value"]
        return {question.fact.key: UNKNOWN if value == NOT_SURE else value}
    return {key: value for c in chosen(question, answer) for key, value in c.sets.items()}


def routes_of(question: Question, answer: Answer) -> frozenset[str]:
    """The side roads that the answer opens."""
    return frozenset(choice.route for choice in chosen(question, answer) if choice.route)


def _value_words(question: Question, value: object) -> str:
    if value == NOT_SURE:
        return NOT_SURE_WORDS
    if question.kind is Kind.DATE:
        found = date.fromisoformat(str(value))
        return f"{found.year}年{found.month}月{found.day}日"
    unit = question.fact.unit if question.fact else ""
    return f"{value}{unit}"


def words_of(question: Question, answer: Answer) -> str:
    """The answer in the person's words, short: on a checklist only what is not as usual."""
    if question.kind is Kind.CHOICE:
        return "；".join(choice.words for choice in chosen(question, answer))
    if question.kind is not Kind.CHECKLIST:
        return _value_words(question, answer["value"])
    unusual = [
        f"{line.words}：{state.words}"
        for line in question.lines
        if (state := line.state(answer.get(line.id))) and state is not line.states[0]
    ]
    if not unusual:
        return question.rest
    usual = len(unusual) < len(question.lines)
    return "；".join([*unusual, f"其余{question.rest}"] if usual else unusual)


def _count(question: Question, value: object, situation: Situation) -> object:
    if value == NOT_SURE or (isinstance(value, str) and value.strip() == NOT_SURE_WORDS):
        return NOT_SURE
    count = number(value) if isinstance(value, str) else value
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise NotAnswer("请填一个数，例如5、五个")
    objection = question.objection(count, situation)
    if objection:
        raise NotAnswer(objection)
    return count


def _text(value: object) -> str:
    text = " ".join(str(value).split())
    if not text:
        raise NotAnswer("请写几个字；记不清就选“不清楚”")
    if len(text) > LONGEST_TEXT:
        raise NotAnswer(f"请写短一些，{LONGEST_TEXT}个字以内")
    return text


def _typed(question: Question, value: object, situation: Situation) -> object:
    if value in (NOT_SURE, NOT_SURE_WORDS):
        return NOT_SURE
    try:
        if question.kind is Kind.NUMBER:
            return _count(question, value, situation)
        return day(str(value)) if question.kind is Kind.DATE else _text(value)
    except Unreadable as error:
        raise NotAnswer(str(error)) from error


def accept(question: Question, values: Answer, situation: Situation) -> dict[str, object]:
    """The answer to store. Raises NotAnswer with what to do instead."""
    if question.kind in (Kind.NUMBER, Kind.DATE, Kind.TEXT):
        if "value" not in values:
            raise NotAnswer("请先回答这一问")
        return {"value": _typed(question, values["value"], situation)}
    wanted = ("choice",) if question.kind is Kind.CHOICE else [x.id for x in question.lines]
    answer = {name: values[name] for name in wanted if name in values}
    if not is_complete(question, answer):
        raise NotAnswer("请从列出的回答里选")
    refusal = question.refusal(facts_of(question, answer))
    if refusal:
        raise NotAnswer(refusal)
    return answer
