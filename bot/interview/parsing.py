"""Numbers and days as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

MOST = 999
"""No institution of one city has more occupations than this."""

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    **{"〇": 0, "两": 2, "俩": 2, "幺": 1},
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_AROUND = re.compile(
    r"^(?:一共|总共|共|有|是|备案|开展|新增|了|大概有?|就|只有?|现在有?|目前有?)*"
    r"(?P<number>[0-9零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰两俩]+)"
    r"(?:个|项|种|门|家)?(?:职业|工种|左右)?[。.!！]?$"
)
_NONE = frozenset({"无", "没有", "没", "一个也没有", "一个都没有", "都没有", "还没有", "没开展"})
_DATES = (
    re.compile(r"^(\d{4}) ?[年\-./ ] ?(\d{1,2}) ?[月\-./ ] ?(\d{1,2}) ?[日号]?$"),
    re.compile(r"^(\d{4})(\d{2})(\d{2})$"),
)


_SPOKEN = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "大前天": 3}


class Unreadable(ValueError):
    """What was typed is not what was asked for; the message says so in Chinese."""


def _chinese(words: str) -> int | None:
    if all(letter in _DIGITS for letter in words):
        return None if len(words) > 1 else _DIGITS[words]
    total, digit = 0, 0
    pending = False
    last = 1000
    for letter in words:
        if letter in _DIGITS:
            if pending and digit:
                return None
            digit, pending = _DIGITS[letter], True
            continue
        unit = _UNITS[letter]
        if unit >= last or (pending and digit == 0):
            return None
        total += (digit if pending else 1) * unit
        digit, pending, last = 0, False, unit
    return total + digit


def number(typed: str) -> int:
    """A count from 0 to 999: 5, ５, 五, 五个, 共5个, 十二, 没有. Raises Unreadable.

    A range or a guess (三四个, 5-6) is not a number: it is asked again.
    """
    plain = unicodedata.normalize("NFKC", typed)
    text = plain if re.search(r"\d\s+\d", plain) else re.sub(r"\s+", "", plain)
    if text in _NONE:
        return 0
    match = _AROUND.match(text)
    words = match["number"] if match else ""
    if match and "左右" not in text and "大概" not in text:
        if words.isascii() and len(words) <= 6:
            value: int | None = int(words)
        else:
            mixed = any(letter.isascii() for letter in words)
            value = None if mixed or not words else _chinese(words)
        if value is not None and value <= MOST:
            return value
    raise Unreadable("请填一个数，例如5、五个；拿不准就选“不清楚”")


def spoken_day(typed: str, today: date) -> str:
    """昨天 as a day that `day` reads; anything else as it is."""
    back = _SPOKEN.get(typed.strip("。.，, "))
    return typed if back is None else (today - timedelta(days=back)).isoformat()


def day(typed: str) -> str:
    """A day as 2025-03-02, from 2025年3月2日, 2025.3.2, 20250302. Raises Unreadable."""
    text = unicodedata.normalize("NFKC", typed).strip()
    for pattern in _DATES:
        match = pattern.match(text)
        if not match:
            continue
        year, month, dom = (int(part) for part in match.groups())
        try:
            return date(year, month, dom).isoformat()
        except ValueError:
            break
    raise Unreadable("请填一个日期，例如2025年3月2日、2025-3-2；记不清就选“不清楚”")
