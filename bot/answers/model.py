"""A linear matcher with closed-form weights: nothing is trained, so a new phrasing counts at once.

Each class is the mean of its phrasings' feature vectors; so is each group of classes that cite the
same source. Rare features count more, and more still those that few classes share. Chosen by
cross-validation over nearest neighbours, naive Bayes, a linear SVM and sentence embeddings: see
`benchmarks/answers`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, sqrt

from bot.answers.features import MATTER, PAIR, SOUND

Vector = dict[str, float]
QUERY_IDF, QUERY_RARITY = 1.25, 0.3
CLASS_IDF, CLASS_RARITY = 0.75, 1.0
SHARE = 0.85
"""Exponent on a feature's share among the phrasings of a class: below 1 lifts the rarer ones."""
GROUP = 1.5
"""Weight of the group beside the class itself."""
SCALES = {"1": 1.4, "2": 1.4, SOUND: 0.7, MATTER: 1.5, PAIR: 2.0}


def _scale(feature: str) -> float:
    return SCALES[feature[0] if feature[0] in (SOUND, MATTER, PAIR) else str(len(feature))]


@dataclass(frozen=True)
class Model:
    """`rows[feature]` says where its weights lie; columns are the classes, then the groups."""

    groups: tuple[int, ...]
    """The group of each class."""
    rows: Mapping[str, int]
    query: array[float]
    starts: array[int]
    columns: array[int]
    weights: array[float]

    def scores(self, vector: Mapping[str, float]) -> list[float]:
        """A score for each class; higher is nearer."""
        rows, query, starts = self.rows, self.query, self.starts
        columns, weights = self.columns, self.weights
        size = len(self.groups)
        sums = [0.0] * (size + max(self.groups) + 1)
        norm = 0.0
        for feature, value in vector.items():
            row = rows.get(feature)
            if row is None:
                continue
            amount = value * query[row]
            norm += amount * amount
            for at in range(starts[row], starts[row + 1]):
                sums[columns[at]] += amount * weights[at]
        if not norm:
            return [0.0] * size
        length = sqrt(norm) * (1.0 + GROUP)
        return [
            (sums[c] + GROUP * sums[size + group]) / length for c, group in enumerate(self.groups)
        ]

    def covered(self, vector: Mapping[str, float], c: int) -> float:
        """The share of the vector's weight that lies on features of class c."""
        inside = total = 0.0
        for feature, value in vector.items():
            row = self.rows.get(feature)
            if row is None:
                total += _UNKNOWN * (value * _scale(feature)) ** 2
                continue
            weight = (value * self.query[row]) ** 2
            total += weight
            end = self.starts[row + 1]
            at = bisect_left(self.columns, c, self.starts[row], end)
            if at < end and self.columns[at] == c:
                inside += weight
        return inside / total if total else 0.0


_UNKNOWN = 40.0
"""About the squared weight of a feature seen once: what an unseen one would have weighed."""


def build(samples: Sequence[tuple[Vector, int]], groups: Sequence[int]) -> Model:
    """From (features, class) pairs; `groups[c]` is the group of class c."""
    size = len(groups)
    weighed, query = _weigh(samples, size)
    centres = _centres(weighed, size)
    centres += _centres([(vector, groups[c]) for vector, c in weighed], max(groups) + 1)
    rows: dict[str, int] = {feature: row for row, feature in enumerate(query)}
    cells: list[list[tuple[int, float]]] = [[] for _ in rows]
    for column, centre in enumerate(centres):
        for feature, weight in centre.items():
            cells[rows[feature]].append((column, weight))
    starts = array("l", accumulate(map(len, cells), initial=0))
    columns = array("H", (column for row in cells for column, _ in row))
    weights = array("f", (weight for row in cells for _, weight in row))
    return Model(tuple(groups), rows, array("f", query.values()), starts, columns, weights)


def _weigh(
    samples: Sequence[tuple[Vector, int]], size: int
) -> tuple[list[tuple[Vector, int]], dict[str, float]]:
    """Samples scaled to length 1, and each feature's weight in a query."""
    seen: dict[str, int] = defaultdict(int)
    where: dict[str, set[int]] = defaultdict(set)
    for vector, c in samples:
        for feature in vector:
            seen[feature] += 1
            where[feature].add(c)
    query, inside = {}, {}
    for feature, count in seen.items():
        idf = log((len(samples) + 1) / (count + 0.5))
        rarity = log((size + 1) / (len(where[feature]) + 0.5))
        scale = _scale(feature)
        query[feature] = scale * max(idf, 0.0) ** QUERY_IDF * max(rarity, 0.0) ** QUERY_RARITY
        inside[feature] = scale * max(idf, 0.0) ** CLASS_IDF * max(rarity, 0.0) ** CLASS_RARITY
    return [(_unit(vector, inside), c) for vector, c in samples], query


def _unit(vector: Vector, weights: Mapping[str, float] | None = None) -> Vector:
    weighed = {f: v * weights[f] for f, v in vector.items()} if weights else vector
    length = sqrt(sum(value * value for value in weighed.values())) or 1.0
    return {feature: value / length for feature, value in weighed.items() if value}


def _centres(samples: Iterable[tuple[Vector, int]], size: int) -> list[Vector]:
    sums: list[dict[str, float]] = [defaultdict(float) for _ in range(size)]
    counts = [0] * size
    for vector, c in samples:
        counts[c] += 1
        total = sums[c]
        for feature, value in vector.items():
            total[feature] += value
    return [
        _unit({feature: (value / count) ** SHARE for feature, value in total.items()})
        for total, count in zip(sums, counts, strict=True)
    ]
