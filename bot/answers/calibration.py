"""How sure a match is: coefficients fitted by `python -m benchmarks.answers.calibrate`."""

from __future__ import annotations

from bot.answers.matcher import Match, logistic

BIAS, SCORE, GAP, KNOWN, SHORT = -3.0, 18.0, 12.0, 1.0, 0.0
SURE = 0.5
"""From here on the best candidate's reply is given."""
PLAUSIBLE = 0.75
"""Below SURE, the best two are offered when one of them is the right one this often."""


def evidence(match: Match, length: int) -> tuple[float, float, float, float]:
    """What the coefficients are multiplied with: score, gap to the rival, known share, brevity."""
    best, rival = match.best.score, match.rival.score
    return best, best - rival, match.known, 1.0 / max(length, 1)


def confidence(match: Match, length: int) -> float:
    """The chance that the best candidate's reply is the right one."""
    weights = (SCORE, GAP, KNOWN, SHORT)
    pairs = zip(weights, evidence(match, length), strict=True)
    return logistic(BIAS + sum(weight * value for weight, value in pairs))
