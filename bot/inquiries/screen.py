"""An inquiry's card in the staff's chat and its copies, and the list of what waits."""

from __future__ import annotations

from markupsafe import Markup

from bot.answers.words import theirs
from bot.inquiries.card import STATES, Inquiry, card, copy_topic, load, topic
from bot.replies import Button, Edit, Replies, Say, Text, keyboard
from bot.storage import outbox, questions
from bot.storage.database import Row
from bot.turn import Turn

_PAGE = 8
_ROW = 4
_SHORT = 30


async def announced(turn: Turn, number: int) -> Replies:
    """The card in the staff's chat: made where there is none yet, else brought up to date."""
    inquiry = await load(turn.tx, number)
    assert inquiry is not None
    text, buttons = await card(turn.tx, inquiry)
    return [Edit(text, buttons, to=turn.services.staff_chat, topic=topic(number))]


async def refreshed(turn: Turn, number: int | None) -> Replies:
    """The card brought up to date wherever it is shown."""
    inquiry = None if number is None else await load(turn.tx, number)
    if inquiry is None:
        return []
    text, buttons = await card(turn.tx, inquiry)
    names = (topic(inquiry.number), copy_topic(inquiry.number))
    places = await questions.shown_in(turn.tx, names)
    return [Edit(text, buttons, to=chat, topic=name) for chat, name in places]


async def shown(turn: Turn, inquiry: Inquiry) -> Replies:
    """From the list: the card at the end of the chat; where it stood before, a word to that."""
    number = inquiry.number
    in_staff_chat = turn.chat_id == turn.services.staff_chat
    name = topic(number) if in_staff_chat else copy_topic(number)
    text, buttons = await card(turn.tx, inquiry)
    old = await outbox.message_of(turn.tx, turn.chat_id, name)
    moved = [Edit(Text.of(f"↓ 问题 {number} 移到下面了。"), topic=name)] if old else []
    return [*moved, Say(text, buttons, topic=name)]


async def listed(turn: Turn, page: int) -> Say:
    """What waits for an answer, what somebody asked a person for first."""
    total, wanted = await questions.count_open(turn.tx)
    if not total:
        return Say(Text.of("没有待答复的问题。"))
    rows = await questions.open_inquiries(turn.tx, _PAGE, page * _PAGE)
    buttons = [Button(str(r["id"]), data=f"inq:show:{r['id']}") for r in rows]
    table = [buttons[i : i + _ROW] for i in range(0, len(buttons), _ROW)]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"inq:list:{page - 1}"))
    if total > (page + 1) * _PAGE:
        moves.append(Button("下一页", data=f"inq:list:{page + 1}"))
    head = f"待答复的问题共{total}个，其中{wanted}个有人在等（●）。点编号看详情。"
    lines = Markup("\n").join(theirs(_entry(row)) for row in rows)
    return Say(Text.of(head, lines), keyboard(*table, moves))


def _entry(row: Row) -> str:
    words = row["words"].replace("\n", " ")
    short = words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
    notes = [STATES[row["state"]]] if row["state"] == "claimed" else []
    notes += [f"{row['askers']}人问"] if row["askers"] > 1 else []
    behind = f"（{'，'.join(notes)}）" if notes else ""
    return f"{'●' if row['wanted'] else '○'} {row['id']}. {short}{behind}"
