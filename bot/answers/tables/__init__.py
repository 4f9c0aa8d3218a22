"""Character tables made from opencc and pypinyin, so that the running bot loads neither."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def simplified() -> dict[int, str]:
    """Traditional → simplified character, for `str.translate`."""
    pairs = (HERE / "simplified.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}


@cache
def syllables() -> dict[str, str]:
    """Character → its most common reading, without the tone."""
    table: dict[str, str] = {}
    for line in (HERE / "pinyin.txt").read_text(encoding="utf-8").splitlines():
        syllable, _, characters = line.partition(" ")
        table.update(dict.fromkeys(characters, syllable))
    return table
