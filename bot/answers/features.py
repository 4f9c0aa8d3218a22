"""What a matcher sees of a text: letters in sequence, sounds in sequence, matters spoken of."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from bot.answers.normalise import sounds
from bot.answers.terms import Terms

SOUND = "~"
MATTER = "#"
PAIR = "&"
SCALES = {SOUND: 0.3}
"""What counts less in a question than its letters."""


_LETTERS = re.compile(r"[a-z]+|.")
_HAN = re.compile(r"[\u3400-\u9fff]")


def _letters(text: str) -> list[str]:
    """Amid Chinese a foreign word is one letter: its spelling is like that of any other."""
    return _LETTERS.findall(text) if _HAN.search(text) else list(text)


def features(text: str, terms: Terms) -> dict[str, float]:
    """Of a squeezed text, unscaled: 1 and 2 letters, 2 sounds, matters and pairs of them."""
    result: dict[str, float] = {}
    framed = ["^", *_letters(text), "$"]
    for letter in framed:
        result[letter] = 1.0
    for one, two in pairwise(framed):
        result[one + two] = 1.0
    heard = sounds(text)
    for one, two in pairwise(heard):
        result[f"{SOUND}{one} {two}"] = 1.0
    matters = terms.found(text)
    for matter, weight in matters.items():
        result[MATTER + matter] = weight
    for one, other in combinations(sorted(matters), 2):
        result[f"{PAIR}{one}{PAIR}{other}"] = min(matters[one], matters[other])
    return result
