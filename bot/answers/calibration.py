"""How sure a match is: coefficients fitted by `python -m benchmarks.answers.calibrate`."""

from __future__ import annotations

from bot.answers.answer import Kind
from bot.answers.matcher import CARD, Match, logistic

BIAS = -1.90
WEIGHTS = (7.76, 9.72, 3.45, 3.42, -0.21, 0.36)
BEYOND_DOUBT, SILENCE_BEYOND_DOUBT = 0.5, 0.95
"""Below this an answer says first how the question was understood. That something is left open
is seen sooner than what it is, so the second number is higher."""
SURE = 0.25
"""From here on the best card is answered with."""
PLAUSIBLE = 0.18
"""From here to SURE a card is offered beside its rival; a kind of talk needs no more than this."""


def evidence(match: Match) -> tuple[float, ...]:
    """What the weights are multiplied with.

    The score, its gap to the best other reply, what kind the best is (left open, another matter),
    and how far the words lean towards what is left open, if the best is a card that settles
    something and if it is one that does not.
    """
    best = match.best
    silent = best.outcome == Kind.NOT_STATED
    stated = best.label.room == CARD and not silent
    return (
        best.score,
        best.score - match.rival.score,
        float(silent),
        float(best.outcome == Kind.OFF_TOPIC),
        match.leaning * stated,
        match.leaning * silent,
    )


def confidence(match: Match) -> float:
    """The chance that the best candidate's reply is the right one."""
    pairs = zip(WEIGHTS, evidence(match), strict=True)
    return logistic(BIAS + sum(weight * value for weight, value in pairs))
