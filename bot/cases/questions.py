"""Whether typed words are rather a question than what was asked for."""

from __future__ import annotations

import re
import unicodedata

_ENDS = re.compile(r"(?:[?？]|吗|呢|嘛|么)[。.!！~～]*$")
_HOLDS = re.compile(
    r"怎么|怎样|如何|什么|啥|哪些|哪里|哪儿|哪个|多少|多久|几天|几份|几个|能不能|可不可以|可以不|"
    r"行不行|是不是|要不要|需不需要|有没有|用不用|谁|为什么|为啥|咋|请问|问一下|想问"
)
_ARTICLE = re.compile(r"^第?\s*[0-9一二三四五六七八九十]+\s*条")


def looks_like_a_question(words: str) -> bool:
    """Wrong guesses cost one tap: the person is asked what was meant."""
    text = unicodedata.normalize("NFKC", words).strip()
    return bool(_ENDS.search(text) or _HOLDS.search(text) or _ARTICLE.match(text))
