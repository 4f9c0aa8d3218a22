"""Every path ends, within a stated number of steps; every question and every word is reached."""

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from bot.interview import NOT_SURE, Card, Kind, NotAnswer, conclude, from_json, to_json, view
from bot.interview.questions import JOURNEYS
from tests.interview.driving import Travelled, first, travel
from tests.interview.paths import FURTHER, TODAY, TYPICAL, WORST

MOST_STEPS = {
    "first_filing": 12,
    "new_occupation": 22,
    "new_level": 15,
    "change": 8,
    "duties": 13,
}
"""No run of the check asks more questions than this."""


def any_answer(random: Random) -> Callable[[Card], object]:
    def choose(card: Card) -> object:
        if card.kind is Kind.CHOICE:
            return random.choice(card.buttons).id
        if card.kind is Kind.CHECKLIST:
            touched = [line for line in card.lines if random.random() < 0.3]
            return {line.id: random.choice(line.states).id for line in touched}
        if card.kind is Kind.DATE:
            return random.choice(["2024年5月8日", "2027-6-10", NOT_SURE])
        if card.kind is Kind.TEXT:
            return random.choice(["服务中心", NOT_SURE])
        low = 1 if card.question_id in ("filed", "filed_trades", "new", "count") else 0
        return random.choice([str(low), NOT_SURE, *(b.id for b in card.buttons if b.id == "6")])

    return choose


@cache
def wander(procedure: str, seed: int) -> Travelled:
    choose = any_answer(Random(seed))
    while True:
        try:
            return travel(procedure, {}, otherwise=choose)
        except NotAnswer:
            continue  # an answer that contradicts an earlier one is refused; try another walk


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_every_path_ends_and_every_question_and_word_is_reached(procedure: str) -> None:
    reached: set[str] = set()
    words: set[str] = set()
    for seed in range(60):
        travelled = wander(procedure, seed)
        reached |= set(travelled.asked)
        words.add(conclude(travelled.run, TODAY).word.value)
        assert len(travelled.asked) == len(set(travelled.asked)) <= MOST_STEPS[procedure]
        assert from_json(to_json(travelled.run)) == travelled.run
    for said in (TYPICAL[procedure], WORST[procedure], FURTHER[procedure]):
        reached |= set(travel(procedure, said, otherwise=first).asked)
        words.add(conclude(travel(procedure, said, otherwise=first).run, TODAY).word.value)
    assert reached == {question.id for question in JOURNEYS[procedure]}
    assert words == {"eligible", "ineligible", "needs_review", "not_applicable"}


TAPS = {
    "first_filing": (12, 67),
    "new_occupation": (13, 65),
    "new_level": (13, 62),
    "change": (7, 30),
    "duties": (8, 56),
}
"""Taps and typed answers of a check: typical (all is well) and worst (every line touched)."""


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_taps_typical_and_worst(procedure: str) -> None:
    typical = travel(procedure, TYPICAL[procedure], otherwise=first)
    worst = travel(procedure, WORST[procedure], otherwise=first)
    assert (typical.taps + typical.typed, worst.taps + worst.typed) == TAPS[procedure]


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_no_path_takes_more_taps_than_the_worst(procedure: str) -> None:
    for seed in range(60):
        travelled = wander(procedure, seed)
        assert travelled.taps + travelled.typed <= TAPS[procedure][1]


def test_progress_never_goes_back_on_the_typical_way() -> None:
    travelled = travel("new_level", TYPICAL["new_level"], otherwise=first)
    card = view(travelled.run)
    assert card.step == card.total == len(travelled.asked)
