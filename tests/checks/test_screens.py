"""Every screen of every self-check, on many ways: it passes the gate and fits a phone."""

import random
from collections.abc import Iterator
from datetime import date

import pytest

from bot.assemble import citations_hold
from bot.delivery.length import messages, units
from bot.handlers.checks import screen, verdict, wording
from bot.interview import (
    CONCLUDE,
    CONTINUE,
    NOT_SURE,
    OFFER,
    Card,
    Kind,
    Run,
    Stage,
    answer,
    conclude,
    confirm,
    finish,
    mark,
    start,
    view,
)
from bot.interview.answers import NotAnswer
from bot.replies import Edit, Keyboard, Text
from bot.rules import PROCEDURES

TODAY = date(2026, 11, 23)
WAYS = 60
LONGEST_BUTTON = 40
PAIR = 14
"""So many characters on a button that shares its row still show on a phone."""


def said(card: Card, chance: random.Random) -> object:
    if card.kind is Kind.CHOICE:
        return {"choice": chance.choice(card.buttons).id}
    if card.kind is Kind.NUMBER:
        return {"value": chance.choice([*range(12), NOT_SURE])}
    if card.kind is Kind.DATE:
        return {"value": chance.choice(["2020-01-01", "2025-12-31", NOT_SURE])}
    return {"value": chance.choice(["服务中心综合科", NOT_SURE])}


def stepped(run: Run, chance: random.Random) -> Run:
    card = view(run)
    if card.stage is Stage.OFFER:
        return answer(run, OFFER, {"choice": chance.choice([CONTINUE, CONCLUDE])})
    if card.kind is Kind.CHECKLIST:
        for line in card.lines:
            if chance.random() < 0.4:
                run = mark(run, card.question_id, line.id, chance.choice(line.states).id)
        return finish(run, card.question_id)
    given = said(card, chance)
    assert isinstance(given, dict)
    return answer(run, card.question_id, given)


def journey(procedure: str, seed: int) -> Iterator[Run]:
    """A run at every card of one random way, the review last."""
    chance, run = random.Random(seed), start(procedure)
    for _ in range(80):
        yield run
        if view(run).stage in (Stage.REVIEW, Stage.DONE):
            return
        try:
            run = stepped(run, chance)
        except NotAnswer:
            continue
    raise AssertionError("不到头")


def fits(text: Text, buttons: Keyboard) -> None:
    assert citations_hold(text.html()) == []
    assert units(text.html()) <= 4096
    for row in buttons:
        for button in row:
            assert len(button.text) <= LONGEST_BUTTON, button.text
            assert len(row) == 1 or len(button.text) <= PAIR, button.text


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_every_card_and_every_reason_can_be_shown(procedure: str) -> None:
    for seed in range(WAYS // 3):
        for run in journey(procedure, seed):
            card = screen.shown(7, run)
            fits(card.text, card.buttons)
            if view(run).citation:
                reason = screen.explained(7, run)
                assert citations_hold(reason.text.html()) == []
                assert isinstance(reason, Edit)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_every_verdict_can_be_shown_in_one_message(procedure: str) -> None:
    for seed in range(WAYS):
        *_, run = journey(procedure, seed)
        done = run if view(run).stage is Stage.DONE else confirm(run)
        card = conclude(done, TODAY)
        text = Text.of(*wording.paragraphs(procedure, card, None))
        fits(text, verdict.ways(7, procedure, card.lines))
        assert len(messages(text)) == 1


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_the_deciding_lines_come_before_what_is_met(procedure: str) -> None:
    for seed in range(WAYS):
        *_, run = journey(procedure, seed)
        words = str(Text.of(*wording.paragraphs(procedure, conclude(run, TODAY), None)).html())
        places = [words.find(mark) for mark in ("\n✗", "\n？", "\n✓")]
        found = [place for place in places if place >= 0]
        assert found == sorted(found)
