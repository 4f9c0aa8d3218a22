"""The parts of a message that ask something each."""

from __future__ import annotations

import re

_CUT = re.compile(r"[?？!！。;；,，\n]|还有|另外|顺便|再问")
_ASKS = re.compile(
    "[吗嘛呢么]$|什么|怎么|怎样|如何|咋|啥|哪|谁|几[个天年次家]|多少|多久|多长|能不能|行不|要不要"
    "|用不用|可不可以|是不是"
)
SHORTEST = 4
"""Letters; less is a tag such as 行不行 or 要交啥."""


def asking_parts(text: str) -> list[str]:
    """Of a plain text: the parts with a question word of their own, if there are several."""
    parts = [part.strip() for part in _CUT.split(text)]
    asking = [part for part in parts if len(part) >= SHORTEST and _ASKS.search(part)]
    return asking if len(asking) > 1 else []
