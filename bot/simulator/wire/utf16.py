"""Telegram counts in UTF-16 units: a character beyond U+FFFF, such as most emoji, counts two."""

from __future__ import annotations


def utf16_len(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def utf16_cut(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
