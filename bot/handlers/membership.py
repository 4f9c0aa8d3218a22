"""Who can be reached: people who stop and restart the bot, groups that change their id."""

from __future__ import annotations

from bot.replies import Replies
from bot.storage import people
from bot.turn import Turn


async def left(turn: Turn) -> Replies:
    """Somebody stopped the bot: nothing can be said, but staff will see it on the case."""
    if turn.incoming.private:
        await people.unreachable(turn.tx, turn.user_id, turn.now)
    return []


async def moved(turn: Turn) -> Replies:
    """The staff's group became a supergroup: its new id is used from now on."""
    new_chat = turn.incoming.migrated_to
    assert new_chat is not None
    await people.moved(turn.tx, turn.chat_id, new_chat)
    if turn.chat_id == turn.services.staff_chat:
        turn.services.staff_chat = new_chat
    return []
