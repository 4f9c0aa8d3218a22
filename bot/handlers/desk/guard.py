"""Who may use the desk: asked at every press and every command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.cases.lifecycle import Actor
from bot.cases.transitions import Role
from bot.replies import Button, Replies, Say, Text, Toast, keyboard
from bot.storage import staff
from bot.turn import Handler, Turn

NOT_STAFF = "这是服务中心工作人员办件用的。您不在办件人员名单里，不能操作。"
NOT_HERE = "办件请在服务中心的工作群里进行。"


def actor(turn: Turn) -> Actor:
    """The clerk who acts."""
    return Actor(turn.user_id, turn.incoming.user_name, Role.STAFF)


async def refusal(turn: Turn) -> str | None:
    """Why this person may not act here; None, and seen, if they may."""
    if not turn.by_staff:
        return NOT_STAFF
    if not turn.in_staff_chat:
        return NOT_HERE
    await staff.seen(turn.tx, turn.user_id, turn.incoming.user_name, turn.now)
    return None


def pressed(handler: Handler) -> Handler:
    """For buttons: a refusal is a polite toast, and nothing happens."""

    async def guarded(turn: Turn) -> Replies:
        words = await refusal(turn)
        return [Toast(words, alert=True)] if words else await handler(turn)

    return guarded


def command(handler: Handler) -> Handler:
    """For commands: a refusal is a polite message."""

    async def guarded(turn: Turn) -> Replies:
        words = await refusal(turn)
        if words is None:
            return await handler(turn)
        home = [Button("首页", data="home")] if turn.incoming.private else []
        return [Say(Text.of(words), keyboard(home))]

    return guarded


Deed = Callable[[Turn], Awaitable[Replies]]
