"""Phrasings left out in turn: one by one of each card, and whole cards at once."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.answer import Kind
from bot.answers.knowledge import Knowledge
from bot.answers.matcher import CARD, CHAT, Label, Match, Matcher, labelled, outcome, question
from bot.answers.normalise import plain

FOLDS = 5
Sample = tuple[str, Label]


@dataclass(frozen=True)
class Tried:
    """A phrasing that the matcher had not seen, and what it made of it."""

    text: str
    label: Label
    outcome: str
    match: Match

    @property
    def group(self) -> str:
        """`in`, `near`, `far` or `chat`, as in the evaluation files."""
        if self.label.room == CHAT:
            return "chat"
        if self.label.room == CARD:
            return "near" if self.outcome == Kind.NOT_STATED else "in"
        return "far"

    @property
    def right(self) -> bool:
        """Whether the best candidate's reply is right; of another matter both refusals are."""
        best = self.match.best.outcome
        return best == self.outcome or (self.group == "far" and best == Kind.NOT_STATED)


def samples_of(knowledge: Knowledge) -> list[Sample]:
    """Each different phrasing once a label."""
    unique = {(question(plain(text)), label): (text, label) for text, label in labelled(knowledge)}
    return [sample for (read, _), sample in unique.items() if read]


def _tried(knowledge: Knowledge, seen: Sequence[Sample], left: Sequence[Sample]) -> Iterator[Tried]:
    matcher = Matcher.of(knowledge, seen)
    for text, label in left:
        match = matcher.match(question(plain(text)))
        yield Tried(text, label, outcome(label, knowledge), match)


def split(samples: Sequence[Sample], part: int, seed: int = 1) -> tuple[list[Sample], list[Sample]]:
    """What is seen and what is left out in a turn: a fifth of every label's phrasings."""
    by_label: dict[Label, list[int]] = defaultdict(list)
    for n, (_, label) in enumerate(samples):
        by_label[label].append(n)
    gone: set[int] = set()
    shuffle = random.Random(seed)
    for numbers in by_label.values():
        shuffle.shuffle(numbers)
        gone.update(n for place, n in enumerate(numbers) if place % FOLDS == part)
    seen = [sample for n, sample in enumerate(samples) if n not in gone]
    return seen, [samples[n] for n in sorted(gone)]


def phrasings_left_out(knowledge: Knowledge) -> Iterator[Tried]:
    """Every phrasing, tried by a matcher that has seen four fifths of its card's others."""
    samples = samples_of(knowledge)
    for part in range(FOLDS):
        yield from _tried(knowledge, *split(samples, part))


def cards_left_out(knowledge: Knowledge, seed: int = 3) -> Iterator[Tried]:
    """Phrasings of matters of which nothing is known: silent cards and other matters, in sixths."""
    samples = samples_of(knowledge)
    unsettled = (Kind.NOT_STATED, Kind.OFF_TOPIC)
    labels = sorted({label for _, label in samples if outcome(label, knowledge) in unsettled})
    random.Random(seed).shuffle(labels)
    for part in range(FOLDS + 1):
        gone = set(labels[part :: FOLDS + 1])
        seen = [s for s in samples if s[1] not in gone]
        left = [s for s in samples if s[1] in gone]
        yield from _tried(knowledge, seen, left)
