"""How sure a match is: coefficients fitted by `python -m benchmarks.answers.calibrate`."""

from __future__ import annotations

from bot.answers.answer import Kind
from bot.answers.matcher import CARD, Match, logistic

BIAS = -2.49
WEIGHTS = (-0.45, 5.43, 2.93, 3.41, 3.56, -0.34, 0.46)
SURE = 0.22
"""From here on the best candidate's reply is given."""
PLAUSIBLE = 0.18
"""From here to SURE a card is offered as a choice beside its rival."""


def evidence(match: Match) -> tuple[float, ...]:
    """What the weights are multiplied with.

    The score, its gap to the best other reply, the share of the words that the best has, what kind
    the best is (left open, another matter), and how far the words lean towards what is left open,
    if the best is a card that settles something and if it is one that does not.
    """
    best = match.best
    silent = best.outcome == Kind.NOT_STATED
    stated = best.label.room == CARD and not silent
    return (
        best.score,
        best.score - match.rival.score,
        match.covered,
        float(silent),
        float(best.outcome == Kind.OFF_TOPIC),
        match.leaning * stated,
        match.leaning * silent,
    )


def confidence(match: Match) -> float:
    """The chance that the best candidate's reply is the right one."""
    pairs = zip(WEIGHTS, evidence(match), strict=True)
    return logistic(BIAS + sum(weight * value for weight, value in pairs))
