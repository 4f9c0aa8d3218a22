"""Drives a run as a person would, and counts the taps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.interview import (
    CONTINUE,
    NOT_SURE,
    OFFER,
    Card,
    Kind,
    Run,
    Stage,
    answer,
    confirm,
    finish,
    mark,
    start,
    view,
)
from bot.interview.run import Known

Said = Mapping[str, object]
"""By question id: a choice id, a typed value, or {line id: state id} for what is not as usual."""


@dataclass(frozen=True)
class Travelled:
    """A run, the questions it went through and the taps and typed answers it took."""

    run: Run
    asked: tuple[str, ...]
    taps: int
    typed: int


def reply(run: Run, card: Card, said: object) -> tuple[Run, int, int]:
    """The run after one answer, with taps and typed answers."""
    if card.kind is Kind.CHECKLIST:
        taps = 1
        for line_id, state in (said if isinstance(said, dict) else {}).items():
            line = next((line for line in card.lines if line.id == line_id), None)
            if line is None:
                continue
            taps += max(1, [s.id for s in line.states].index(state))
            run = mark(run, card.question_id, line_id, state)
        return finish(run, card.question_id), taps, 0
    if card.kind is Kind.CHOICE:
        return answer(run, card.question_id, {"choice": said}), 1, 0
    tapped = said in [button.id for button in card.buttons]
    return answer(run, card.question_id, {"value": said}), int(tapped), int(not tapped)


def travel(
    procedure: str,
    said: Said,
    known: tuple[Known, ...] = (),
    otherwise: Callable[[Card], object] | None = None,
) -> Travelled:
    """Answers every question from `said` until the verdict stands; offers are declined."""
    run, asked, taps, typed = start(procedure, known), list[str](), 0, 0
    while (card := view(run)).stage not in (Stage.REVIEW, Stage.DONE):
        if card.stage is Stage.OFFER:
            run, taps = answer(run, OFFER, {"choice": CONTINUE}), taps + 1
            continue
        asked.append(card.question_id)
        assert len(asked) < 60, asked
        missing = None if otherwise is None else otherwise(card)
        run, more, written = reply(run, card, said.get(card.question_id, missing))
        taps, typed = taps + more, typed + written
    return Travelled(confirm(run), tuple(asked), taps + 1, typed)


def first(card: Card) -> object:
    """The first answer of every card: what a well-prepared institution says."""
    if card.kind is Kind.CHOICE:
        return card.buttons[0].id
    return NOT_SURE
