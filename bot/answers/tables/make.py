"""Writes the tables anew: `python -m bot.answers.tables.make`. Needs opencc and pypinyin."""

from __future__ import annotations

import opencc
import pypinyin

from bot.answers.tables import HERE


def simplified() -> str:
    """One line: every character of the CJK block that opencc would simplify, with its result."""
    convert = opencc.OpenCC("t2s").convert
    pairs = ((chr(code), convert(chr(code))) for code in range(0x4E00, 0xA000))
    return "\n".join(a + b for a, b in pairs if a != b and len(b) == 1) + "\n"


def pinyin() -> str:
    """One line a syllable: the characters of GB 2312 that are read so."""
    lines: dict[str, list[str]] = {}
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            character = bytes((high, low)).decode("gb2312", errors="ignore")
            if character:
                lines.setdefault(pypinyin.lazy_pinyin(character)[0], []).append(character)
    return "".join(f"{syllable} {''.join(lines[syllable])}\n" for syllable in sorted(lines))


if __name__ == "__main__":
    (HERE / "simplified.txt").write_text(simplified(), encoding="utf-8")
    (HERE / "pinyin.txt").write_text(pinyin(), encoding="utf-8")
