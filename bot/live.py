"""The question answering in use: replaced as a whole when knowledge changes, without a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.answers.answer import Answer
from bot.answers.engine import Answerer
from bot.measures.text import KNOWLEDGE


def cache_of(folder: Path) -> Path:
    """Saves most of the time at a start; used only where it is proved to be current."""
    return folder.parent / "build" / "knowledge.cache"


CACHE = cache_of(KNOWLEDGE)


class LiveAnswers:
    """What handlers ask. `learn` builds a new Answerer beside the old one and swaps it in."""

    def __init__(self, answerer: Answerer, folder: Path) -> None:
        self._answerer = answerer
        self.folder = folder

    @classmethod
    def load(cls, extra: Mapping[str, Sequence[str]], folder: Path = KNOWLEDGE) -> LiveAnswers:
        """Reads knowledge/. Raises KnowledgeError naming file, line and remedy."""
        return cls(Answerer.load(folder, cache=cache_of(folder), extra_phrasings=extra), folder)

    async def learn(self, extra: Mapping[str, Sequence[str]]) -> None:
        """Reads knowledge/ again; the old answers stay in use if it does not hold.

        Raises KnowledgeError.
        """
        self._answerer = await asyncio.to_thread(
            Answerer.load, self.folder, cache=cache_of(self.folder), extra_phrasings=extra
        )

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
