"""The door: everything that is said passes here on its way into the outbox."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from bot.answers.words import without_marks
from bot.delivery.encode import encode
from bot.replies import Album, Edit, InlineResults, Reply, Say, SendFile, Text
from bot.storage import outbox, people
from bot.storage.database import Transaction

log = logging.getLogger(__name__)

Gate = Callable[[Markup], list[str]]
"""What is wrong with the citations of a text; empty where all of them hold."""

BLOCKED = Text.of(
    "抱歉，这条内容里的条款引用没有通过核对，为免误导，没有发出。",
    "请稍后再试，或直接联系忻州市职业技能服务中心。发送 /start 可回到首页。",
)


def _texts(reply: Reply) -> Iterable[Text]:
    if isinstance(reply, Say | Edit):
        yield reply.text
    elif isinstance(reply, SendFile):
        yield reply.caption
    elif isinstance(reply, Album):
        yield from (file.caption for file in reply.files)
    elif isinstance(reply, InlineResults):
        yield from (result.text for result in reply.results)


def passes(gate: Gate, reply: Reply) -> bool:
    """Whether each article that the reply names exists and each quotation is verbatim.

    A check that fails to run counts as a fault: better no answer than a wrong one.
    """
    for text in _texts(reply):
        try:
            faults = gate(text.html())
        except Exception:
            log.exception("引用核对没有运行成功，消息被拦下")
            return False
        if faults:
            log.error("消息被拦下：%s", "；".join(faults))
            return False
    return True


async def post(
    tx: Transaction, replies: Iterable[Reply], chat_id: int, now: datetime, gate: Gate
) -> set[int]:
    """Puts replies into the outbox; the chats to be woken after the commit."""
    chats: set[int] = set()
    for reply in replies:
        said: Reply = reply
        if not passes(gate, reply):
            to = getattr(reply, "to", None)
            said = Say(BLOCKED, to=to)
        for call in encode(said, chat_id):
            # A group that became a supergroup is one chat: one line, one limit.
            target = await people.moved_to(tx, call.chat_id) if call.chat_id < 0 else call.chat_id
            payload = without_marks(call.payload)
            await outbox.add(tx, replace(call, chat_id=target, payload=payload), now)
            chats.add(target)
    return chats
