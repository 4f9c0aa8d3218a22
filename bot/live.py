"""The question answering in use: replaced as a whole when knowledge changes, without a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.answers.answer import Answer
from bot.answers.engine import Answerer
from bot.answers.places import KnowledgeError
from bot.answers.prepare import cache_of, prepare
from bot.measures.text import KNOWLEDGE

CACHE = cache_of(KNOWLEDGE)
"""Saves most of the time at a start; used only where it is proved to be current."""


class LiveAnswers:
    """What handlers ask. `learn` builds a new Answerer beside the old one and swaps it in."""

    def __init__(self, base: Answerer, folder: Path, sound: bool = True) -> None:
        """`base` is what the files of `folder` say, without what the staff have taught."""
        self._base = self._answerer = base
        self.folder = folder
        self.sound = sound
        """Whether all of the files could be used."""

    @classmethod
    def load(cls, extra: Mapping[str, Sequence[str]], folder: Path = KNOWLEDGE) -> LiveAnswers:
        """Reads knowledge/; what is unsound is left out and named in the log."""
        try:
            answers = cls(_read(folder), folder)
        except KnowledgeError:
            answers = cls(Answerer.load(folder, strict=False), folder, sound=False)
        answers._answerer = answers._base.taught(extra)
        return answers

    async def learn(self, extra: Mapping[str, Sequence[str]]) -> None:
        """Takes in what the staff have taught: all of it, by card."""
        self._answerer = await asyncio.to_thread(self._base.taught, extra)

    async def reload(self, extra: Mapping[str, Sequence[str]]) -> None:
        """Reads edited files. Raises KnowledgeError; the old answers stay in use then."""
        self._base = await asyncio.to_thread(_read, self.folder)
        self.sound = True
        await self.learn(extra)

    @property
    def size(self) -> int:
        """How many cards there are."""
        return len(self._answerer.knowledge.cards)

    def answer(self, words: str) -> Answer:
        """The answer to a question."""
        return self._answerer.answer(words)

    def card(self, name: str) -> Answer | None:
        """A card's answer; None where the card is gone."""
        return self._answerer.card(name) if name in self._answerer.knowledge.cards else None

    def title(self, name: str) -> str:
        """A card's question, for a button."""
        return self._answerer.title(name)

    def nearest(self, words: str, limit: int) -> list[str]:
        """Cards near these words, best first."""
        return self._answerer.search(words, limit)

    def subject(self, article: int) -> str:
        """What an article is about, in a few words."""
        return self._answerer.knowledge.subjects[article]

    def see_also(self, article: int) -> Sequence[int]:
        """The articles that one should be read with."""
        return self._answerer.knowledge.see_also[article]


def _read(folder: Path) -> Answerer:
    """What takes seconds and much memory is done in a process of its own."""
    prepare(folder, cache_of(folder))
    return Answerer.load(folder, cache=cache_of(folder))
