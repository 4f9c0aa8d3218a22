"""Chinese numerals from 1 to 99, as articles are numbered with them."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"


def to_chinese(number: int) -> str:
    """24 → 二十四. Raises ValueError outside 1 to 99."""
    if not 1 <= number <= 99:
        raise ValueError(f"只支持1至99：{number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


_VALUES = {to_chinese(number): number for number in range(1, 100)}


def from_chinese(words: str) -> int:
    """二十四 → 24. Raises ValueError for anything that `to_chinese` would not write."""
    if words not in _VALUES:
        raise ValueError(f"不是1至99的中文数字：{words}")
    return _VALUES[words]
