"""Which group of replies a text belongs to, learned from all phrasings together.

An averaged passive-aggressive classifier in plain Python: each phrasing that is not yet closer to
its own group than to any other, by a margin, moves the two apart. The same phrasings always give
the same weights. A group is an article, the notice, a topic of boundary cards, a kind of talk, or
other matters; there are far fewer groups than cards, so each has enough phrasings to learn from.
"""

from __future__ import annotations

import random
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from bot.answers.features import scale

ROUNDS = 4
STEP_AT_MOST = 0.5
SEEN_AT_LEAST = 2
"""Features of a single phrasing are not learned from: they would only be remembered."""


@dataclass(frozen=True)
class Learned:
    """For each feature a row of weights, one a group, already multiplied by its rarity."""

    size: int
    rows: Mapping[str, int]
    rarity: array[float]
    weights: array[float]

    def scores(self, vector: Mapping[str, float]) -> list[float]:
        """A score for each group; higher is nearer."""
        places = [row for row in map(self.rows.get, vector) if row is not None]
        if not places:
            return [0.0] * self.size
        length = sqrt(sum(self.rarity[row] ** 2 for row in places))
        size, weights = self.size, self.weights
        columns = zip(*(weights[row * size : row * size + size] for row in places), strict=True)
        return [sum(column) / length for column in columns]


def learn(samples: Sequence[tuple[Mapping[str, float], int]], size: int) -> Learned:
    """From (features, group) pairs, groups 0 … size-1."""
    seen = Counter(feature for vector, _ in samples for feature in vector)
    rarity = {
        feature: scale(feature) * log((len(samples) + 1) / (count + 0.5))
        for feature, count in seen.items()
        if count >= SEEN_AT_LEAST
    }
    rows = {feature: row for row, feature in enumerate(rarity)}
    amounts = list(rarity.values())
    read = [([rows[f] for f in vector if f in rows], group) for vector, group in samples]
    weights = _rounds([pair for pair in read if pair[0]], amounts, size)
    flat = array("f", (weight for row in weights for weight in row))
    return Learned(size, rows, array("f", amounts), flat)


def _rounds(
    samples: list[tuple[list[int], int]], amounts: list[float], size: int
) -> list[list[float]]:
    """The averaged weights. Rows hold weight × amount, so that a score is a plain sum of rows."""
    now = [[0.0] * size for _ in amounts]
    before = [[0.0] * size for _ in amounts]
    lengths = [sqrt(sum(amounts[row] ** 2 for row in rows)) for rows, _ in samples]
    order = list(range(len(samples)))
    shuffle = random.Random(1)
    step = 0
    for _ in range(ROUNDS):
        shuffle.shuffle(order)
        for n in order:
            step += 1
            rows, group = samples[n]
            scores = list(map(sum, zip(*(now[row] for row in rows), strict=True)))
            own = scores[group]
            scores[group] = float("-inf")
            best = max(scores)
            loss = 1.0 - (own - best) / lengths[n]
            if loss <= 0:
                continue
            rival = scores.index(best)
            move = min(STEP_AT_MOST, loss / 2) / lengths[n]
            for row in rows:
                change = move * amounts[row] ** 2
                now[row][group] += change
                now[row][rival] -= change
                before[row][group] += step * change
                before[row][rival] -= step * change
    return [
        [a - b / (step + 1) for a, b in zip(one, other, strict=True)]
        for one, other in zip(now, before, strict=True)
    ]
