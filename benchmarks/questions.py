"""Many people asking real questions, and when all have been answered."""

from __future__ import annotations

import time
from itertools import islice

from benchmarks.program import Telegram
from bot.answers.engine import Answerer
from bot.live import CACHE
from bot.simulator import Person

CHATS = 200
PATIENCE = 150.0  # seconds until the measurement is given up


def phrasings(count: int) -> list[str]:
    """So many different ways in which people ask, evenly over the cards."""
    cards = Answerer.load(cache=CACHE).knowledge.cards.values()
    lists = [[card.question, *card.phrasings] for card in cards]
    rounds = (texts[n % len(texts)] for n in range(count) for texts in lists)
    return list(islice(rounds, count))


def crowd(telegram: Telegram, name: str) -> list[Person]:
    """People in chats of their own."""
    return [telegram.server.person(f"{name}{n}") for n in range(CHATS)]


async def all_started(telegram: Telegram, people: list[Person]) -> None:
    """Everybody presses start and is greeted."""
    for person in people:
        person.start()
    await _answered(telegram, people, 1)


async def all_asked(telegram: Telegram, people: list[Person], questions: list[str]) -> float:
    """Everybody asks their share; seconds until the last answer has come."""
    begun = time.perf_counter()
    for number, question in enumerate(questions):
        people[number % len(people)].says(question)
    await _answered(telegram, people, 1 + len(questions) // len(people))
    return time.perf_counter() - begun


async def _answered(telegram: Telegram, people: list[Person], count: int) -> None:
    heard: dict[int, int] = {}

    def done() -> bool:
        for person in people[len(heard) :]:
            said = len(person.chat.from_bot())
            if said < count:
                return False
            heard[person.id] = said
        return True

    await telegram.server.until(done, within=PATIENCE)
