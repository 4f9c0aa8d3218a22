"""Methods that were tried and are not used: `python -m benchmarks.answers methods`."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from bot.answers import model

Vector = Mapping[str, float]
Samples = Sequence[tuple[Vector, int]]
LIKENESS = 1.5
"""Weight of a group's mean beside that of the class."""
ROUNDS, STEP_AT_MOST = 4, 0.5
LEARNED = 0.3


def rarity(samples: Samples) -> dict[str, float]:
    """The logarithmic inverse frequency of every feature."""
    seen = Counter(feature for vector, _ in samples for feature in vector)
    return {f: log((len(samples) + 1) / (count + 0.5)) for f, count in seen.items()}


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """Of length 1."""
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {feature: value / length for feature, value in vector.items()}


def _weighed(vector: Vector, weights: Mapping[str, float]) -> dict[str, float]:
    return unit({f: v * weights[f] for f, v in vector.items() if f in weights})


@dataclass(frozen=True)
class Nearest:
    """The class of the most similar phrasing."""

    size: int
    weights: Mapping[str, float]
    where: Mapping[str, list[tuple[int, float]]]
    classes: Sequence[int]

    def scores(self, vector: Vector) -> list[float]:
        """Each class by its nearest phrasing."""
        found: dict[int, float] = defaultdict(float)
        for feature, value in _weighed(vector, self.weights).items():
            for n, weight in self.where.get(feature, ()):
                found[n] += value * weight
        best = [0.0] * self.size
        for n, score in found.items():
            best[self.classes[n]] = max(best[self.classes[n]], score)
        return best


def nearest(samples: Samples, groups: Sequence[int]) -> Nearest:
    """Cosine over rarity-weighted features."""
    weights = rarity(samples)
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, (vector, _) in enumerate(samples):
        for feature, value in _weighed(vector, weights).items():
            where[feature].append((n, value))
    return Nearest(len(groups), weights, where, [c for _, c in samples])


@dataclass(frozen=True)
class Means:
    """Every class, and every group, as the mean of its phrasings."""

    groups: Sequence[int]
    weights: Mapping[str, float]
    where: Mapping[str, list[tuple[int, float]]]

    def scores(self, vector: Vector) -> list[float]:
        """Likeness to the class and to its group."""
        size = len(self.groups)
        sums: dict[int, float] = defaultdict(float)
        for feature, value in _weighed(vector, self.weights).items():
            for column, weight in self.where.get(feature, ()):
                sums[column] += value * weight
        return [sums[c] + LIKENESS * sums[size + g] for c, g in enumerate(self.groups)]


def means(samples: Samples, groups: Sequence[int]) -> Means:
    """Rare features count more, and more still those that few classes share."""
    idf = rarity(samples)
    sharing: dict[str, set[int]] = defaultdict(set)
    for vector, c in samples:
        for feature in vector:
            sharing[feature].add(c)
    few = {f: max(log((len(groups) + 1) / (len(cs) + 0.5)), 0.0) for f, cs in sharing.items()}
    inside = {f: idf[f] ** 0.75 * few[f] for f in idf}
    sums: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    counts: Counter[int] = Counter()
    for vector, c in samples:
        told = _weighed(vector, inside)
        for column in (c, len(groups) + groups[c]):
            counts[column] += 1
            for feature, value in told.items():
                sums[column][feature] += value
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for column, total in sums.items():
        mean = unit({f: (value / counts[column]) ** 0.85 for f, value in total.items()})
        for feature, weight in mean.items():
            where[feature].append((column, weight))
    query = {f: idf[f] ** 1.25 * few[f] ** 0.3 for f in idf}
    return Means(groups, query, where)


@dataclass(frozen=True)
class Learned:
    """Weights of groups, trained."""

    groups: Sequence[int]
    weights: Mapping[str, float]
    rows: Mapping[str, list[float]]

    def scores(self, vector: Vector) -> list[float]:
        """Of a class the score of its group."""
        rows = [(v, self.rows[f]) for f, v in _weighed(vector, self.weights).items()]
        if not rows:
            return [0.0] * len(self.groups)
        found = [sum(v * row[g] for v, row in rows) for g in range(len(rows[0][1]))]
        return [found[g] for g in self.groups]


def learned(samples: Samples, groups: Sequence[int]) -> Learned:
    """An averaged passive-aggressive classifier over the groups."""
    weights = rarity(samples)
    size = max(groups) + 1
    now = {feature: [0.0] * size for feature in weights}
    sums = {feature: [0.0] * size for feature in weights}
    read = [(list(_weighed(vector, weights).items()), groups[c]) for vector, c in samples]
    shuffle, step = random.Random(1), 0
    for _ in range(ROUNDS):
        shuffle.shuffle(read)
        for vector, group in read:
            step += 1
            rows = [now[feature] for feature, _ in vector]
            scores = [0.0] * size
            for (_, value), row in zip(vector, rows, strict=True):
                scores = [s + value * w for s, w in zip(scores, row, strict=True)]
            own, scores[group] = scores[group], float("-inf")
            rival = scores.index(max(scores))
            move = min(STEP_AT_MOST, (1.0 - own + scores[rival]) / 2)
            for feature, value in vector if move > 0 else ():
                for column, change in ((group, move * value), (rival, -move * value)):
                    now[feature][column] += change
                    sums[feature][column] += step * change
    rows_ = {f: [a - b / (step + 1) for a, b in zip(now[f], sums[f], strict=True)] for f in now}
    return Learned(groups, weights, rows_)


@dataclass(frozen=True)
class Sum:
    """Two methods, each brought to the same spread."""

    one: model.Model
    other: Learned
    weight: float

    def scores(self, vector: Vector) -> list[float]:
        """The sum of both."""
        pairs = zip(_even(self.one.scores(vector)), _even(self.other.scores(vector)), strict=True)
        return [a + self.weight * b for a, b in pairs]


def both(samples: Samples, groups: Sequence[int]) -> Sum:
    """Naive Bayes as it is used, with the trained groups."""
    return Sum(model.build(samples, groups), learned(samples, groups), LEARNED)


def _even(scores: Sequence[float]) -> Iterable[float]:
    mean = sum(scores) / len(scores)
    spread = sqrt(sum((s - mean) ** 2 for s in scores) / len(scores)) or 1.0
    return [(s - mean) / spread for s in scores]


def bayes(samples: Samples, groups: Sequence[int], weight: float) -> model.Model:
    """Naive Bayes with another weight of the groups."""
    return model.build(samples, groups, weight)
