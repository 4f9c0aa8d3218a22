"""What a matcher sees of a text: letters in sequence, sounds in sequence, matters spoken of."""

from __future__ import annotations

from itertools import combinations, pairwise

from bot.answers.normalise import sounds
from bot.answers.terms import Terms

SOUND = "~"
MATTER = "#"
PAIR = "&"


def features(text: str, terms: Terms) -> dict[str, float]:
    """Of a squeezed text, unscaled: 1 and 2 letters, 2 sounds, matters and pairs of them."""
    result: dict[str, float] = {}
    framed = f"^{text}$"
    for size in (1, 2):
        for start in range(len(framed) - size + 1):
            result[framed[start : start + size]] = 1.0
    heard = sounds(text)
    for one, two in pairwise(heard):
        result[f"{SOUND}{one} {two}"] = 1.0
    matters = terms.found(text)
    for matter, weight in matters.items():
        result[MATTER + matter] = weight
    for one, other in combinations(sorted(matters), 2):
        result[f"{PAIR}{one}{PAIR}{other}"] = min(matters[one], matters[other])
    return result
