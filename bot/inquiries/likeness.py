"""Whether two questions ask the same thing, roughly: for grouping, never for answering."""

from __future__ import annotations

import re

_NOISE = re.compile(
    r"[\W_]+|请问|你好|您好|老师|麻烦|一下|我们|俺们|咱们|怎么|什么|可以|是不是|[吗呢啊吧的了]"
)
ALIKE = 0.5


def trace(words: str) -> str:
    """What is compared: the words without politeness and punctuation."""
    return _NOISE.sub("", words)[:80]


def likeness(one: str, other: str) -> float:
    """0 to 1, by the pairs of characters that two traces share."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / len(a | b) if a | b else float(one == other)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
