"""Which card, talk or other matter a text is nearest to, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nlargest
from math import exp

from bot.answers.answer import Kind
from bot.answers.cards import CardKind
from bot.answers.features import features
from bot.answers.knowledge import Knowledge
from bot.answers.model import Model, build
from bot.answers.normalise import plain, squeezed, without_courtesy
from bot.answers.silence import leaning, leanings
from bot.answers.terms import Terms

CARD, CHAT, ELSEWHERE = "card", "chat", "elsewhere"
_KEPT = 20
"""Candidates kept of a match."""


@dataclass(frozen=True, order=True)
class Label:
    """What a text can be about: a card (by id), a class of talk, another matter (by name)."""

    room: str
    name: str


@dataclass(frozen=True)
class Candidate:
    """A label with its score; `outcome` says what would have to be right about the reply."""

    label: Label
    outcome: str
    score: float


@dataclass(frozen=True)
class Match:
    """Candidates from the best down, and what the calibration looks at."""

    candidates: tuple[Candidate, ...]
    leaning: float
    """Above zero the text sounds like what the Measures leave open."""

    @property
    def best(self) -> Candidate:
        """The nearest label."""
        return self.candidates[0]

    @property
    def rival(self) -> Candidate:
        """The best candidate whose reply would be another one."""
        return next(
            (c for c in self.candidates if c.outcome != self.best.outcome), self.candidates[-1]
        )


def question(text: str) -> str:
    """The part of a plain text that is matched."""
    return squeezed(without_courtesy(text))


def labelled(knowledge: Knowledge) -> Iterable[tuple[str, Label]]:
    """All phrasings of all labels; a card's own question is one of its phrasings."""
    for card in knowledge.cards.values():
        for phrasing in (card.question, *card.phrasings):
            yield phrasing, Label(CARD, card.id)
    for chat in knowledge.chat.values():
        for phrasing in chat.phrasings:
            yield phrasing, Label(CHAT, chat.name)
    for name, phrasings in knowledge.elsewhere.items():
        for phrasing in phrasings:
            yield phrasing, Label(ELSEWHERE, name)


def outcome(label: Label, knowledge: Knowledge) -> str:
    """Labels with the same outcome give replies that are right or wrong together."""
    if label.room == CHAT:
        return knowledge.chat[label.name].kind
    if label.room == ELSEWHERE:
        return Kind.OFF_TOPIC
    card = knowledge.cards[label.name]
    return card.group if card.kind is CardKind.STATED else Kind.NOT_STATED


def group(label: Label, knowledge: Knowledge) -> str:
    """As the outcome, but what is left open by topic: it has too little in common otherwise."""
    name = outcome(label, knowledge)
    return knowledge.cards[label.name].topic if name == Kind.NOT_STATED else name


@dataclass(frozen=True)
class Matcher:
    """The phrasings as a model, beside those that are recognised word for word."""

    labels: tuple[Label, ...]
    outcomes: tuple[str, ...]
    exact: Mapping[str, int]
    terms: Terms
    model: Model
    leanings: Mapping[str, float]

    @classmethod
    def of(cls, knowledge: Knowledge, samples: Iterable[tuple[str, Label]]) -> Matcher:
        """Built from phrasings, e.g. `labelled(knowledge)` or a part of them."""
        terms = Terms.of(knowledge.terms)
        read = ((question(plain(text)), label) for text, label in samples)
        pairs = [(text, label) for text, label in read if text]
        labels = tuple(dict.fromkeys(label for _, label in pairs))
        number = {label: n for n, label in enumerate(labels)}
        outcomes = tuple(outcome(label, knowledge) for label in labels)
        names = [group(label, knowledge) for label in labels]
        groups = {name: n for n, name in enumerate(dict.fromkeys(names))}
        vectors = [(features(text, terms), number[label]) for text, label in pairs]
        exact: dict[str, int] = {}
        for text, label in pairs:
            exact.setdefault(text, number[label])
        model = build(vectors, [groups[name] for name in names])
        told = [
            (vector, outcomes[n] == Kind.NOT_STATED)
            for vector, n in vectors
            if labels[n].room == CARD
        ]
        return cls(labels, outcomes, exact, terms, model, leanings(told))

    def teach(self, knowledge: Knowledge, more: Mapping[str, Iterable[str]]) -> Matcher:
        """With more phrasings of cards (by id); what is no card of the index is left out.

        Only the columns of these cards are counted anew, so it takes milliseconds.
        """
        number = {label.name: n for n, label in enumerate(self.labels) if label.room == CARD}
        exact, classes = dict(self.exact), {}
        for name in number.keys() & more.keys():
            card, n = knowledge.cards[name], number[name]
            said = (card.question, *card.phrasings, *more[name])
            texts = [text for text in map(question, map(plain, said)) if text]
            classes[n] = [features(text, self.terms) for text in texts]
            for text in texts:
                exact.setdefault(text, n)
        return replace(self, exact=exact, model=self.model.teach(classes))

    def match(self, text: str) -> Match:
        """Of a squeezed text."""
        vector = features(text, self.terms)
        scores = self.model.scores(vector)
        order = nlargest(_KEPT, range(len(scores)), key=scores.__getitem__)
        top = tuple(Candidate(self.labels[n], self.outcomes[n], scores[n]) for n in order)
        return Match(top, leaning(vector, self.leanings))

    def phrase(self, text: str) -> Label | None:
        """The label of which the squeezed text is a phrasing word for word."""
        number = self.exact.get(text)
        return None if number is None else self.labels[number]


def logistic(value: float) -> float:
    """From a sum of evidence to a probability."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, value))))
