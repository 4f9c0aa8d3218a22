"""Levels as people write them → the words of 第八条."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NUMBERED: Final = (
    "初级工（五级）",
    "中级工（四级）",
    "高级工（三级）",
    "技师（二级）",
    "高级技师（一级）",
)
BEYOND: Final = ("特级技师", "首席技师")
"""第八条 lets 用人单位 set these up."""
APPRENTICE: Final = "学徒工"
"""Not in the Measures; a registry may still have to record it."""

ORDER: Final = (APPRENTICE, *NUMBERED, *BEYOND)

_SPLIT = re.compile(r"[、,;/\s]+")
_RANGE = re.compile(r"^(.+?)(?:至|到|~|-|—+|–)(.+)$")
_DIGITS = "五四三二一"


def _spellings() -> dict[str, str]:
    words = {word: word for word in (*BEYOND, APPRENTICE)}
    names = ("初级工", "中级工", "高级工", "技师", "高级技师")
    for index, (word, name, digit) in enumerate(zip(NUMBERED, names, _DIGITS, strict=True)):
        number = str(5 - index)
        numbers = (f"{digit}级", digit, f"{number}级", number)
        short = name.removesuffix("工")
        for spelling in (name, short, *numbers):
            words[spelling] = word
        for number_word in numbers:
            words[f"{name}({number_word})"] = word
            words[f"{number_word}({name})"] = word
            words[f"{number_word}{name}"] = word
    words["高技工"] = NUMBERED[2]
    return words


_WORDS: Final = _spellings()


def parse_levels(text: str) -> tuple[str, ...]:
    """五级、四级 / 5-3级 / 初级工至高级工 → words in order. Raises ValueError with the odd word."""
    text = unicodedata.normalize("NFKC", text)
    found: set[str] = set()
    for part in filter(None, _SPLIT.split(text)):
        found.update(_one_or_range(part))
    return tuple(word for word in ORDER if word in found)


def _one_or_range(part: str) -> tuple[str, ...]:
    if part in _WORDS:
        return (_WORDS[part],)
    match = _RANGE.match(part)
    if match and match[1] in _WORDS and match[2] in _WORDS:
        first, last = sorted(ORDER.index(_WORDS[word]) for word in match.groups())
        return ORDER[first : last + 1]
    raise ValueError(part)
