"""Fits the weights of `bot/answers/calibration.py` on phrasings that the matcher had not seen.

    python -m benchmarks.answers.calibrate

prints the weights and, for several thresholds, how many questions of each group get a right reply.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp

from benchmarks.answers.folds import Tried, cards_left_out, phrasings_left_out
from bot.answers.answer import Kind
from bot.answers.calibration import evidence
from bot.answers.knowledge import read_knowledge

THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
RIDGE = 1e-4


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gaussian elimination with pivots."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def fitted(points: Sequence[Sequence[float]], right: Sequence[bool]) -> list[float]:
    """Logistic regression by Newton's method; the bias first."""
    size = len(points[0]) + 1
    weights = [0.0] * size
    for _ in range(30):
        slope = [-RIDGE * len(points) * w for w in weights]
        curve = [[RIDGE * len(points) * (i == j) for j in range(size)] for i in range(size)]
        for point, good in zip(points, right, strict=True):
            full = (1.0, *point)
            z = sum(w * v for w, v in zip(weights, full, strict=True))
            p = 1.0 / (1.0 + exp(-max(-60.0, min(60.0, z))))
            for i in range(size):
                slope[i] += (good - p) * full[i]
                for j in range(i + 1):
                    curve[i][j] += p * (1 - p) * full[i] * full[j]
        for i in range(size):
            for j in range(i):
                curve[j][i] = curve[i][j]
        step = solved(curve, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def chance(weights: Sequence[float]) -> Callable[[Tried], float]:
    """The fitted confidence in a tried phrasing."""

    def of(tried: Tried) -> float:
        full = (1.0, *evidence(tried.match))
        z = sum(w * v for w, v in zip(weights, full, strict=True))
        return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, z))))

    return of


def _unseen_right(tried: Tried) -> bool:
    """Nothing is known of the matter: any honest refusal is right."""
    return tried.match.best.outcome in (Kind.NOT_STATED, Kind.OFF_TOPIC)


def main() -> None:
    """Fits, then prints."""
    knowledge = read_knowledge()
    seen = list(phrasings_left_out(knowledge))
    unseen = list(cards_left_out(knowledge))
    points = [evidence(t.match) for t in (*seen, *unseen)]
    right = [*(t.right for t in seen), *(_unseen_right(t) for t in unseen)]
    weights = fitted(points, right)
    print(f"BIAS = {weights[0]:.2f}")
    print(f"WEIGHTS = ({', '.join(f'{w:.2f}' for w in weights[1:])})")
    sure = chance(weights)
    groups = {
        "in": [t for t in seen if t.group == "in"],
        "near": [t for t in seen if t.group == "near"],
        "far": [t for t in seen if t.group == "far"],
        "chat": [t for t in seen if t.group == "chat"],
    }
    new_near = [t for t in unseen if t.group == "near"]
    print("threshold   in    near   far    chat   near, card unknown")
    for threshold in THRESHOLDS:
        cells = []
        for name, tried in groups.items():
            refusal = name in ("near", "far")
            good = sum(t.right if sure(t) >= threshold else refusal for t in tried)
            cells.append(good / len(tried))
        good = sum(_unseen_right(t) if sure(t) >= threshold else True for t in new_near)
        cells.append(good / len(new_near))
        print(f"{threshold:9.2f}  " + "  ".join(f"{cell:.3f}" for cell in cells))


if __name__ == "__main__":
    main()
