"""Whether a message whose sending was cut off has arrived all the same.

Telegram has no idempotency key, but it numbers messages upwards and refuses an edit that changes
nothing. So the numbers after the last one we know are tried with an edit to the very same words:
“not modified” proves that the message is there; “not found” on all of them, that it is not.
Nobody else's message can be touched: a bot may edit its own ones only.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.delivery import encode
from bot.storage.database import Row, Transaction

_NEAR = 8  # numbers after the chat's own last one
_FAR = 5  # and more after the last one of all private chats, which share their count
_MOST = 160
_TOGETHER = timedelta(seconds=2)  # calls that were under way at the same time
PROBED = ("say", "document", "photo")


async def candidates(tx: Transaction, row: Row, chat_id: int) -> list[int]:
    """The numbers that the message may have, likely ones first."""
    own = await tx.one(
        "SELECT max(message_id) AS last FROM outbox WHERE chat_id = ? AND id < ?",
        (row["chat_id"], row["id"]),
    )
    heard = await tx.all(
        "SELECT message_id FROM inbox WHERE chat_id = ? AND message_id IS NOT NULL", (chat_id,)
    )
    incoming = {r["message_id"] for r in heard}
    first = (own["last"] if own else None) or min(incoming, default=1) - 1
    own_count = range(first + 1, first + 1 + _NEAR + len([n for n in incoming if n > first]))
    numbers = (await _common(tx, row) if chat_id > 0 else []) or list(own_count)
    # Never a number up to our last one there: an edit would overwrite what we said before.
    return [n for n in dict.fromkeys(numbers) if n > first and n not in incoming][:_MOST]


async def _common(tx: Transaction, row: Row) -> list[int]:
    """Private chats share one count: unknown numbers after the last that was known by then."""
    known = await tx.all(
        "SELECT chat_id, message_id, sent_at AS at FROM outbox WHERE chat_id > 0 AND message_id > 0"
        " UNION SELECT chat_id, message_id, received_at FROM inbox"
        " WHERE chat_id > 0 AND message_id > 0"
    )
    taken = {k["message_id"] for k in known}
    if len(taken) < len(known):
        return []  # the same number in two chats: this server counts each chat by itself
    last = max((k["message_id"] for k in known if k["at"] <= row["claimed_at"]), default=0)
    moment = datetime.fromisoformat(row["claimed_at"])
    at_once = await tx.one(
        "SELECT count(*) AS n FROM outbox WHERE chat_id > 0 AND claimed_at BETWEEN ? AND ?",
        ((moment - _TOGETHER).isoformat(), (moment + _TOGETHER).isoformat()),
    )
    later = len([n for n in taken if n > last])
    span = _FAR + later + (at_once["n"] if at_once else 0)
    return [n for n in range(last + 1, last + 1 + span) if n not in taken]


async def is_there(bot: Bot, row: Row, chat_id: int, number: int) -> bool:
    """Whether the message arrived under this number.

    Raises TelegramError where that cannot be found out now (no network, 429, blocked).
    """
    try:
        await _probe(bot, row["method"], chat_id, number, json.loads(row["payload"]))
    except BadRequest as error:
        return "not modified" in error.message.lower()
    return True


async def _probe(bot: Bot, method: str, chat_id: int, number: int, fields: dict[str, Any]) -> None:
    if method == "say":
        await encode.edit(bot, chat_id, number, fields)
        return
    await bot.edit_message_caption(
        chat_id=chat_id,
        message_id=number,
        caption=fields.get("caption"),
        parse_mode=ParseMode.HTML,
        reply_markup=encode.inline_markup(fields),
    )
