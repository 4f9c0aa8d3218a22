"""Lengths as Telegram counts them, and where a long text may be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape
from telegram.constants import MessageLimit

from bot.replies import Text

_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]?")


def units(words: str | Markup) -> int:
    """UTF-16 units of what a person sees (tags and escapes do not count)."""
    seen = re.sub(r"<[^>]*>", "", str(words))
    return len(Markup(seen).unescape().encode("utf-16-le")) // 2


def messages(text: Text, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> list[Markup]:
    """The text as one or several messages of at most `limit` units, cut between paragraphs."""
    parts: list[list[Markup]] = [[]]
    for paragraph in text.paragraphs:
        for piece in _pieces(paragraph, limit):
            candidate = Text((*parts[-1], piece)).html()
            if parts[-1] and units(candidate) > limit:
                parts.append([piece])
            else:
                parts[-1].append(piece)
    return [Text(tuple(part)).html() for part in parts if part]


def _pieces(paragraph: Markup, limit: int) -> Iterator[Markup]:
    """The paragraph itself; one that is too long by itself, without its tags, by sentences."""
    if units(paragraph) <= limit:
        yield paragraph
        return
    plain = Markup(re.sub(r"<[^>]*>", "", str(paragraph))).unescape()
    piece = ""
    for match in _SENTENCE.finditer(plain):
        for atom in _atoms(match.group(), limit):
            if piece and units(escape(piece + atom)) > limit:
                yield escape(piece)
                piece = ""
            piece += atom
    if piece:
        yield escape(piece)


def _atoms(sentence: str, limit: int) -> Iterator[str]:
    """A sentence that is too long by itself is cut without regard to its words."""
    step = limit // 2  # a character has at most two units
    if len(sentence) <= step:
        yield sentence
        return
    for start in range(0, len(sentence), step):
        yield sentence[start : start + step]
