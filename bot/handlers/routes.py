"""Which handler takes which update."""

from __future__ import annotations

from bot.delivery.incoming import Kind
from bot.handlers import home, membership
from bot.replies import Replies
from bot.storage import focus
from bot.turn import Handler, TextHandler, Turn

COMMANDS: dict[str, Handler] = {"start": home.start, "help": home.start}
BUTTONS: dict[str, Handler] = {"home": home.start}
FLOWS: dict[str, TextHandler] = {}


async def route(turn: Turn) -> Replies:
    """What is to be said to this update."""
    kind = turn.incoming.kind
    if turn.incoming.migrated_to is not None:
        return await membership.moved(turn)
    if kind is Kind.LEFT:
        return await membership.left(turn)
    if kind is Kind.COMMAND:
        return await COMMANDS.get(turn.incoming.command, home.unknown)(turn)
    if kind is Kind.BUTTON:
        name = turn.incoming.data.partition(":")[0]
        return await BUTTONS.get(name, home.old_button)(turn)
    if kind in (Kind.TEXT, Kind.FILE):
        flow = await focus.get(turn.tx, turn.chat_id, turn.user_id)
        if flow is not None and flow.name in FLOWS:
            replies = await FLOWS[flow.name](turn)
            if replies is not None:
                return replies
    return ()
