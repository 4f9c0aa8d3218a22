"""How much a question sounds like those that the Measures leave open.

Naive Bayes between the phrasings of cards that the Measures settle and of cards that they do not:
“几天”, “多少钱” lean one way, “条件”, “哪个部门” the other. It needs no training, only counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log, sqrt

SMOOTHING = 0.3
LIMIT = 3.0
"""No single feature speaks louder than this."""


def leanings(samples: Iterable[tuple[Iterable[str], bool]]) -> dict[str, float]:
    """From (features, whether the matter is left open): the log odds of every feature."""
    counts: dict[str, list[int]] = {}
    totals = [0, 0]
    for vector, silent in samples:
        totals[silent] += 1
        for feature in vector:
            counts.setdefault(feature, [0, 0])[silent] += 1
    settled, unsettled = (total + 2 * SMOOTHING for total in totals)
    result = {}
    for feature, (one, other) in counts.items():
        odds = log((other + SMOOTHING) / unsettled) - log((one + SMOOTHING) / settled)
        result[feature] = max(-LIMIT, min(LIMIT, odds))
    return result


def leaning(vector: Iterable[str], leanings: Mapping[str, float]) -> float:
    """Above zero: sounds like what is left open. Comparable between short and long texts."""
    features = list(vector)
    total = sum(leanings.get(feature, 0.0) for feature in features)
    return total / sqrt(len(features)) if features else 0.0
