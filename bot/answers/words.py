"""Words of other people inside our messages, and messages as a person sees them."""

from __future__ import annotations

import html
import re

from markupsafe import Markup, escape

OPEN, CLOSE = "\u2061", "\u2063"
"""Around words that are not ours: invisible in Telegram, and the gate does not judge between."""
_TAG = re.compile(r"<[^<>]*>")
_MARKS = str.maketrans("", "", OPEN + CLOSE)


def theirs(text: str | Markup) -> Markup:
    """Words of a user or of the staff, marked as such for the gate; a plain string is escaped."""
    return Markup(OPEN + escape(text).translate(_MARKS) + CLOSE)


def shown(message: str) -> str:
    """An HTML message as a person sees it: without tags, entities and marks."""
    return html.unescape(_TAG.sub("", str(message))).translate(_MARKS)


def without_marks(message: str) -> str:
    """The message as it is sent, tags kept."""
    return message.translate(_MARKS)
