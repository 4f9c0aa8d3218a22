"""Whether two questions ask the same thing, roughly: for grouping, never for answering."""

from __future__ import annotations

import re
import unicodedata

_NOISE = re.compile(
    r"[\W_]+|请问|你好|您好|老师|麻烦|一下|我们|俺们|咱们|怎么|什么|可以|是不是|[吗呢啊吧的了]"
)
_FIGURES = str.maketrans("零〇一二三四五六七八九两俩", "0012345678922")
_NUMBER = re.compile(r"[0-9]+")
_WHO = (
    ("企业", "公司", "厂", "用人单位"),
    ("学校", "院校", "技校", "学院"),
    ("社评", "社会培训", "培训机构", "评价组织", "培训学校"),
)
_WHAT = (
    ("职业", "工种"),
    ("等级", "级别"),
    ("地址", "搬"),
    ("法人", "法定代表人"),
    ("名称", "名字"),
)
ALIKE = 0.5


def trace(words: str) -> str:
    """What is compared: the words without politeness and punctuation."""
    plain = unicodedata.normalize("NFKC", words).lower()
    return _NOISE.sub("", plain).translate(_FIGURES)[:80]


def likeness(one: str, other: str) -> float:
    """0 to 1, by the pairs of characters that two traces share.

    0 where they name different numbers, institutions or matters: one answer would not fit both.
    """
    if _decisive(one) != _decisive(other):
        return 0.0
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / len(a | b) if a | b else float(one == other)


def _decisive(text: str) -> tuple[frozenset[int], frozenset[str]]:
    groups = {group[0] for group in (*_WHO, *_WHAT) if any(word in text for word in group)}
    return frozenset(map(int, _NUMBER.findall(text))), frozenset(groups)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
