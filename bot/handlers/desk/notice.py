"""/notice: later."""

from __future__ import annotations

from bot.replies import Replies
from bot.storage.desk import Form
from bot.turn import Turn


async def with_words(turn: Turn, form: Form, words: str) -> Replies:
    """Later."""
    return []


async def pressed(turn: Turn, form: Form, deed: str, value: str) -> Replies:
    """Later."""
    return []
