"""`@bot 法人变更` in any chat: the answer, and the articles it rests on."""

from __future__ import annotations

from bot.answers.answer import Kind
from bot.delivery.length import messages
from bot.handlers.measures import article
from bot.measures import Citation
from bot.replies import InlineResult, InlineResults, Replies, Text
from bot.turn import Turn

_SUMMARY = 60
_WORTH = {Kind.ANSWER, Kind.NOT_STATED}


async def search(turn: Turn) -> Replies:
    """A few results; none where there is nothing that may be quoted."""
    words = turn.incoming.words.strip()
    if not words:
        return [InlineResults(())]
    answer = turn.services.answers.answer(words)
    results = []
    if answer.kind in _WORTH:
        text = Text((messages(Text(answer.paragraphs))[0],))
        title = turn.services.answers.title(answer.card) if answer.card else "《办法》怎么说"
        results.append(InlineResult("answer", title, _first_line(answer.text), text))
    for number in list(dict.fromkeys(c.article for c in answer.citations if c.article))[:3]:
        text = Text((messages(article(number, turn.services.answers).text)[0],))
        results.append(
            InlineResult(f"a{number}", f"原文 {Citation(number).label}", "发送这一条的原文", text)
        )
    return [InlineResults(tuple(results))]


def _first_line(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= _SUMMARY else f"{line[: _SUMMARY - 1]}…"
