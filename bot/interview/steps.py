"""What a person can do: answer, mark, finish, go back, go to, confirm. Each makes a new run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from bot.interview.answers import NotAnswer, accept, words_of
from bot.interview.fingerprint import fingerprint
from bot.interview.journey import Step, Walk, walk
from bot.interview.prefill import settle, usable
from bot.interview.question import Kind, Situation
from bot.interview.run import Answer, Aside, Known, Run
from bot.rules import PROCEDURES, Word

OFFER = "early"
"""The id of the card that offers an early conclusion."""
CONTINUE, CONCLUDE = "continue", "conclude"


class Stage(StrEnum):
    """Where a run stands."""

    ASKING = "asking"
    OFFER = "offer"
    """A clause has failed for certain and questions are left."""
    REVIEW = "review"
    """All is answered; the answers are shown before the verdict."""
    DONE = "done"


def stage(run: Run) -> Stage:
    """Follows from the run alone."""
    way = walk(run)
    if run.concluded:
        return Stage.DONE
    if run.at is not None and way.step(run.at):
        return Stage.ASKING
    if not way.open_steps or way.verdict.word is Word.NOT_APPLICABLE:
        return Stage.REVIEW
    if way.certain_failures and not run.early:
        return Stage.OFFER
    return Stage.ASKING


def start(procedure: str, known: Iterable[Known] = ()) -> Run:
    """A new run (`procedure`: a key of PROCEDURES, KeyError otherwise).

    Known facts that this check does not read, or that are no values of the contract, are left out.
    Where two sources differ, the first one given is shown for confirmation, with a notice.
    """
    keys = {fact.key for fact in PROCEDURES[procedure].facts}
    facts, notices = settle(item for item in known if item.key in keys and usable(item))
    return Run(procedure, known=facts, notices=notices)


def current(run: Run) -> Step | None:
    """The question that is being asked; None at an offer, the review and the end."""
    if stage(run) is not Stage.ASKING:
        return None
    way = walk(run)
    return way.step(run.at) or way.open_steps[0]


def _step(run: Run, question_id: str) -> tuple[Walk, Step]:
    way = walk(run)
    step = way.step(question_id)
    if step is None:
        raise NotAnswer("这一问现在不需要回答了")
    return way, step


def answer(run: Run, question_id: str, values: Answer) -> Run:
    """The run with this answer. Raises NotAnswer, with what to do instead, for anything else."""
    if question_id == OFFER:
        return _decide(run, values)
    _, step = _step(run, question_id)
    stored = accept(step.question, values, Situation(step.before))
    return _stored(run, step, stored)


def mark(run: Run, question_id: str, line_id: str, state_id: str | None = None) -> Run:
    """Touches one line of a checklist: the named state, or the next one in turn.

    An untouched line goes to its second state first: finishing gives the first one anyway.
    """
    _, step = _step(run, question_id)
    line = next((line for line in step.question.lines if line.id == line_id), None)
    if line is None:
        raise NotAnswer("这一行现在不需要回答了")
    if state_id is None:
        ids = [state.id for state in line.states]
        now = marked(run, step).get(line_id)
        state_id = ids[(ids.index(str(now)) + 1) % len(ids) if now in ids else 1]
    if line.state(state_id) is None:
        raise NotAnswer("请从列出的回答里选")
    touched = {**run.marks.get(question_id, {}), line_id: state_id}
    return run.next(marks={**run.marks, question_id: touched}, at=question_id, concluded=False)


def marked(run: Run, step: Step) -> dict[str, object]:
    """What the lines of a card show: the marks over the earlier answer."""
    return {**(step.answer or {}), **run.marks.get(step.question.id, {})}


def finish(run: Run, question_id: str) -> Run:
    """Ends a checklist; the lines that show nothing get their first state."""
    _, step = _step(run, question_id)
    if step.question.kind is not Kind.CHECKLIST:
        raise NotAnswer("请从列出的回答里选")
    first = {line.id: line.states[0].id for line in step.question.lines}
    return answer(run, question_id, {**first, **marked(run, step)})


def _decide(run: Run, values: Answer) -> Run:
    decision = values.get("choice")
    if decision not in (CONTINUE, CONCLUDE):
        raise NotAnswer("请选“继续”或“看结论”")
    return run.next(early=decision, concluded=decision == CONCLUDE, at=None, notices=())


def _stored(run: Run, step: Step, stored: dict[str, object]) -> Run:
    name = step.question.id
    after = run.next(
        answers={**run.answers, name: stored},
        marks={key: value for key, value in run.marks.items() if key != name},
        prints={**run.prints, name: fingerprint(run.procedure, name)},
        at=None,
        concluded=False,
        notices=(),
    )
    return _without_pointless(after, walk(run), step.question.name)


def _remaining(answers: Mapping[str, Answer], way: Walk) -> dict[str, Answer]:
    kept: dict[str, Answer] = {}
    for name, given in answers.items():
        step = way.step(name)
        if step and step.question.kind is Kind.CHECKLIST:
            lines = {line.id for line in step.question.lines}
            kept[name] = {key: value for key, value in given.items() if key in lines}
        elif step:
            kept[name] = given
    return {name: given for name, given in kept.items() if given}


def _pointless(before: Walk, after: Walk, run: Run, because: str) -> tuple[Aside, ...]:
    found = []
    for step in before.steps:
        name = step.question.id
        given, now = run.answers.get(name), after.step(name)
        if given is None or not step.done:
            continue
        if now is None:
            found.append(Aside(name, step.question.name, words_of(step.question, given), because))
            continue
        left = {line.id for line in now.question.lines}
        found += [
            Aside(name, line.words, state.words, because)
            for line in step.question.lines
            if line.id not in left and (state := line.state(given.get(line.id)))
        ]
    return tuple(found)


def _without_pointless(run: Run, before: Walk, because: str) -> Run:
    """Sets aside, by name, the answers that are no longer on the way: they are not used again."""
    while True:
        way = walk(run)
        kept = _remaining(run.answers, way)
        if kept == run.answers:
            break
        run = _aside(run, before, way, because, kept)
    return run


def _aside(run: Run, before: Walk, way: Walk, because: str, kept: dict[str, Answer]) -> Run:
    aside = _pointless(before, way, run, because)
    names = "、".join(dict.fromkeys(item.name for item in aside))
    notice = (f"“{because}”改了，以下回答用不上，已搁置：{names}。",) if names else ()
    return replace(
        run,
        answers=kept,
        marks={name: marks for name, marks in run.marks.items() if name in kept},
        prints={name: value for name, value in run.prints.items() if name in kept},
        aside=(*run.aside, *aside),
        notices=(*run.notices, *notice),
    )


def back(run: Run) -> Run:
    """To the question before; at the first one nothing changes but the revision."""
    way = walk(run)
    names = [step.question.id for step in way.steps]
    here = current(run)
    answered = [step.question.id for step in way.steps if step.done]
    if here is not None:
        place = names.index(here.question.id)
        target = names[max(place - 1, 0)]
    else:
        target = answered[-1] if answered else names[0]
    return run.next(at=target, concluded=False, notices=())


def goto(run: Run, question_id: str) -> Run:
    """To any question on the way, to change its answer. Raises NotAnswer if it is not there."""
    _step(run, question_id)
    return run.next(at=question_id, concluded=False, notices=())


def confirm(run: Run) -> Run:
    """From the review to the verdict. Raises NotAnswer while questions are open."""
    if stage(run) is not Stage.REVIEW:
        raise NotAnswer("还有没回答的问题")
    return run.next(concluded=True, at=None, notices=())
