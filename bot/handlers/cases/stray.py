"""A file that came while nothing waited for one: most often an answer to 补正, sent at once."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cases.case import Case, LineState
from bot.cases.states import State
from bot.handlers.cases.parts import HOME, MINE, press
from bot.replies import Button, Replies, Say, Text, keyboard
from bot.storage import cases
from bot.turn import Turn

_LOOKED_AT = 20
_SHOWN = 6


async def file(turn: Turn) -> Replies | None:
    """Which paper it may be, as buttons; None where no case of this person waits for papers."""
    if not turn.incoming.private:
        return None
    rows: list[list[Button]] = []
    for found in await cases.of_person(turn.tx, turn.user_id, _LOOKED_AT, 0):
        if found.open or found.state is State.DRAFT:
            rows += _ways(await cases.get(turn.tx, found.id))
    if not rows:
        return None
    words = Text.of(
        "文件收到了，但不知道是哪一份材料，所以没有存下。", "请先点是哪一份，再把文件发一次。"
    )
    return [Say(words, keyboard(*rows[:_SHOWN], [MINE, HOME]))]


def _ways(case: Case) -> Iterator[list[Button]]:
    if case.state is State.DRAFT:
        yield [Button("没填完的草稿，接着填", data=f"case:s:{case.id}")]
        return
    asked = {ask.target for ask in case.asks if not ask.done}
    for line in case.needed:
        correcting = case.state is State.CORRECTING and f"line:{line.id}" in asked
        owed = case.state is not State.CORRECTING and line.state is LineState.LATER
        if correcting or owed:
            label = f"{'补正' if correcting else '补交'}：{line.name}（{case.reference}）"
            yield [press(label[:60], case, "e", f"line.{line.id}")]
