"""Naive Bayes over classes and over groups of classes: counts and their logarithms, no training.

Each class (a card, a kind of talk, another matter) is held against all the rest, and so is each
group (the cards that cite the same source, or that leave open something of the same topic). The
weights of a class are divided by their length, so that many phrasings are no advantage. Chosen by
cross-validation and on questions of other people: `python -m benchmarks.answers`.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import exp, log, sqrt

from bot.answers.features import SCALES

Vector = Mapping[str, float]
SEEN, ELSEWHERE = 0.02, 20.0
"""What is added to each feature's count, inside a class and over all."""
GROUP = 0.0075
"""Weight of the group beside the class, whose weights have length 1."""


@dataclass(frozen=True)
class Column:
    """One class: the logarithmic odds of the features that it has, and of those that it lacks."""

    weights: Mapping[str, float]
    lacking: float
    scale: float

    def score(self, vector: Mapping[str, float], total: float, common: float) -> float:
        """Of a scaled vector; `total` and `common` as in `Model.scores`."""
        own = sum(value * self.weights.get(feature, 0.0) for feature, value in vector.items())
        return own + (total * self.lacking - common) * self.scale


@dataclass(frozen=True)
class Model:
    """`rows[feature]` says where its weights lie; columns are the classes, then the groups."""

    groups: tuple[int, ...]
    """The group of each class."""
    mass: float
    """All counts, smoothed."""
    rows: Mapping[str, int]
    common: array[float]
    """For each feature the logarithm of its count over all."""
    starts: array[int]
    columns: array[int]
    weights: array[float]
    lacking: array[float]
    scales: array[float]
    taught: Mapping[int, Column] = field(default_factory=dict)
    """Classes that have learned more than the rows hold; these columns count instead."""

    def scores(self, vector: Vector) -> list[float]:
        """A score for each class; higher is nearer."""
        columns, weights, starts = self.columns, self.weights, self.starts
        size = len(self.groups)
        sums = [0.0] * len(self.scales)
        total = common = 0.0
        scaled = {f: v * SCALES[f[0]] if f[0] in SCALES else v for f, v in vector.items()}
        for feature, value in scaled.items():
            row = self.rows.get(feature)
            if row is None:
                continue
            total += value
            common += value * self.common[row]
            span = slice(starts[row], starts[row + 1])
            for column, weight in zip(columns[span], weights[span], strict=True):
                sums[column] += value * weight
        pairs = zip(sums, self.lacking, self.scales, strict=True)
        found = [own + (total * lack - common) * scale for own, lack, scale in pairs]
        for c, column_of in self.taught.items():
            found[c] = column_of.score(scaled, total, common)
        length = sqrt(sum(value * value for value in scaled.values())) or 1.0
        return [(found[c] + found[size + g]) / length for c, g in enumerate(self.groups)]

    def teach(self, classes: Mapping[int, Sequence[Vector]]) -> Model:
        """Classes with all their phrasings, old and new. Groups and other classes stay."""
        columns = {}
        for c, vectors in classes.items():
            seen = _counted(vectors)
            totals = {f: self._count(f) + seen[f] * (f not in self.rows) for f in seen}
            columns[c] = _column(seen, totals, len(self.rows), self.mass)
        return replace(self, taught=columns)

    def _count(self, feature: str) -> float:
        row = self.rows.get(feature)
        return 0.0 if row is None else exp(self.common[row]) - ELSEWHERE


def build(
    samples: Sequence[tuple[Vector, int]], groups: Sequence[int], weight: float = GROUP
) -> Model:
    """From (features, class) pairs; `groups[c]` is the group of class c."""
    inside: list[list[Vector]] = [[] for _ in groups]
    for vector, c in samples:
        inside[c].append(vector)
    seen = [_counted(vectors) for vectors in inside]
    together: list[dict[str, float]] = [defaultdict(float) for _ in range(max(groups) + 1)]
    totals: dict[str, float] = defaultdict(float)
    for counts, group in zip(seen, groups, strict=True):
        for feature, count in counts.items():
            together[group][feature] += count
            totals[feature] += count
    mass = sum(totals.values()) + ELSEWHERE * len(totals)
    made = [_column(counts, totals, len(totals), mass) for counts in seen]
    made += [_column(counts, totals, len(totals), mass, weight) for counts in together]
    return _packed(tuple(groups), mass, totals, made)


def _counted(vectors: Iterable[Vector]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for feature, value in vector.items():
            counts[feature] += value
    return counts


def _column(
    counts: Mapping[str, float],
    totals: Mapping[str, float],
    size: int,
    mass: float,
    scale: float | None = None,
) -> Column:
    """The odds of a class against the rest; of length 1 unless a scale is given."""
    own = sum(counts.values()) + SEEN * size
    weights = {}
    for feature, count in counts.items():
        over_all = totals[feature] + ELSEWHERE
        weights[feature] = log((count + SEEN) / SEEN) - log((over_all - count) / over_all)
    if scale is None:
        scale = 1.0 / (sqrt(sum(w * w for w in weights.values())) or 1.0)
    lacking = log(SEEN) - log(own) + log(mass - own)
    return Column({f: w * scale for f, w in weights.items()}, lacking, scale)


def _packed(
    groups: tuple[int, ...], mass: float, totals: Mapping[str, float], made: Sequence[Column]
) -> Model:
    rows = {feature: row for row, feature in enumerate(totals)}
    cells: list[list[tuple[int, float]]] = [[] for _ in rows]
    for c, column in enumerate(made):
        for feature, weight in column.weights.items():
            cells[rows[feature]].append((c, weight))
    return Model(
        groups,
        mass,
        rows,
        array("f", (log(total + ELSEWHERE) for total in totals.values())),
        array("l", accumulate(map(len, cells), initial=0)),
        array("H", (c for row in cells for c, _ in row)),
        array("f", (weight for row in cells for _, weight in row)),
        array("f", (column.lacking for column in made)),
        array("f", (column.scale for column in made)),
    )
