"""What people typed, made fit for a file: no control characters, no identity card numbers."""

from __future__ import annotations

import re
from datetime import date

HIDDEN = "〔身份证号码已隐去〕"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ORDER_MARKS = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAK = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(\d{6})[ -]?(\d{8})[ -]?(\d{3})[\dXxＸｘ](?![0-9A-Za-z])")


def printable(text: str) -> str:
    """The text with one kind of line break and nothing that XML forbids or that hides words."""
    if text.isprintable():
        return text.strip()
    text = _BREAK.sub("\n", text)
    return _ORDER_MARKS.sub("", _CONTROL.sub("", text)).replace("\t", " ").strip()


def lines(text: str) -> list[str]:
    """The lines of a text, at least one: `str.splitlines` breaks at control characters too."""
    return printable(text).split("\n")


def free_text(text: str) -> str:
    """`printable`, with every identity card number replaced: no report carries one.

    A number counts as one by its form and a possible birthday; its check digit is not asked,
    because a mistyped number is still somebody's.
    """
    text = printable(text)
    if len(text) < 18:
        return text
    return _IDENTITY.sub(lambda m: HIDDEN if _birthday(m[2]) else m[0], text)


def has_identity_number(text: str) -> bool:
    """Whether `free_text` would hide something."""
    return HIDDEN in free_text(text) and HIDDEN not in text


def _birthday(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year < 2100
