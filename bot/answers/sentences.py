"""Sentence-level retrieval over the document: the last resort before an honest refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers.features import features
from bot.answers.model import Model, build
from bot.answers.normalise import plain, squeezed
from bot.answers.terms import Terms
from bot.measures import Citation, Measures

_END = re.compile(r"(?<=[。；])")


@dataclass(frozen=True)
class Found:
    """A place in the document and how near it is."""

    place: Citation
    score: float


@dataclass(frozen=True)
class Sentences:
    """Every sentence of every 款 and 项, as classes of a model; its groups are the articles."""

    places: tuple[Citation, ...]
    model: Model

    @classmethod
    def of(cls, measures: Measures, terms: Terms) -> Sentences:
        """All sentences of the document, the notice left out: it has cards of its own."""
        pairs = list(_sentences(measures))
        samples = [
            (features(squeezed(plain(words)), terms), n) for n, (_, words) in enumerate(pairs)
        ]
        articles = {n: g for g, n in enumerate(sorted({p.article or 0 for p, _ in pairs}))}
        groups = [articles[place.article or 0] for place, _ in pairs]
        return cls(tuple(place for place, _ in pairs), build(samples, groups))

    def nearest(self, vector: dict[str, float], limit: int = 3) -> list[Found]:
        """The best places, one an article, from the best down; nothing that shares nothing."""
        scores = self.model.scores(vector)
        result: list[Found] = []
        for n in sorted(range(len(scores)), key=lambda n: -scores[n]):
            place = self.places[n]
            if scores[n] <= 0 or len(result) == limit:
                break
            if all(place.article != found.place.article for found in result):
                result.append(Found(place, scores[n]))
        return result


def _sentences(measures: Measures) -> Iterator[tuple[Citation, str]]:
    for number, article in measures.articles.items():
        several = len(article.paragraphs) > 1
        for paragraph in article.paragraphs:
            place = Citation(number, paragraph.number if several else None)
            for words in _END.split(paragraph.text):
                if len(words) > 1:
                    yield place, words
            for item in paragraph.items:
                yield Citation(number, None, item.number), item.text
