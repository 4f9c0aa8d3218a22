"""A free question in the middle of a self-check."""

from __future__ import annotations

import re

from bot.answers.answer import Answer, Kind, Layer
from bot.answers.calibration import SURE
from bot.handlers import ask
from bot.replies import Replies
from bot.turn import Turn

_ASKS = re.compile(
    r"[？?]|[吗呢嘛么不]$|什么|[啥咋]|怎[么样]|多少|多久|多长|哪|谁"
    r"|几[天年条款项月]|[能可行要算][不否]|是不是|为何|请问"
)
_ENDS = re.compile(r"[？?]$|[吗呢嘛么]$")
_NUMBER = re.compile(r"[0-9０-９零〇一二三四五六七八九十百两俩几]")
_SHORTEST = 4


def ends_as_question(words: str) -> bool:
    """Whether words that may be any text are a question all the same."""
    return bool(_ENDS.search(words))


def question_in(words: str, answer: Answer | None = None) -> bool:
    """Whether words are a question rather than an answer that cannot be read.

    By their form; with the `answer` that they would get, also by what they are about.
    """
    if _ASKS.search(words):
        return True
    if answer is None:
        return False
    if answer.kind is Kind.HANDOFF or answer.layer is Layer.REFERENCE:
        return True
    if _NUMBER.search(words):
        return False
    if answer.kind in (Kind.HELP, Kind.REFUSED):
        return True
    if len(words) < _SHORTEST:
        return False
    return answer.card is not None and answer.confidence >= SURE


async def during(turn: Turn) -> Replies:
    """The answer, with the ways on that do not lead out of the self-check."""
    words = turn.incoming.words.strip()
    return await ask.respond(turn, words, turn.services.answers.answer(words), aside=True)
