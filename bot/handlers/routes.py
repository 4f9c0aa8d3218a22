"""Which handler takes which update. Each conversation brings its own table."""

from __future__ import annotations

from bot import tasks
from bot.delivery.incoming import Kind
from bot.handlers import (
    ask,
    cases,
    checks,
    desk,
    home,
    inline,
    inquiries,
    measures,
    membership,
    person,
)
from bot.replies import Replies
from bot.storage import focus, outbox
from bot.storage.focus import Focus
from bot.turn import Handler, TextHandler, Turn

COMMANDS: dict[str, Handler] = {
    "start": home.start,
    "help": home.start,
    "menu": home.start,
    "articles": measures.browse,
    "person": person.invite,
    "questions": inquiries.queue,
    **checks.COMMANDS,
    **cases.COMMANDS,
    **desk.COMMANDS,
}
BUTTONS: dict[str, Handler] = {
    "home": home.start,
    "ask": ask.press,
    "text": measures.browse,
    "person": person.press,
    "inq": inquiries.press,
    **checks.BUTTONS,
    **cases.BUTTONS,
    **desk.BUTTONS,
}
FLOWS: dict[str, TextHandler] = {
    person.FLOW: person.take,
    inquiries.FLOW: inquiries.take,
    **checks.FLOWS,
    **cases.FLOWS,
    **desk.FLOWS,
}
JOBS = {
    "learn": tasks.learn,
    "reload": tasks.reload,
    "tidy": tasks.tidy,
    **checks.JOBS,
    **cases.JOBS,
    **desk.JOBS,
}


async def route(turn: Turn) -> Replies:
    """What is to be said to this update."""
    incoming = turn.incoming
    if incoming.migrated_to is not None:
        return await membership.moved(turn)
    match incoming.kind:
        case Kind.LEFT:
            return await membership.left(turn)
        case Kind.CAME_BACK:
            return []
        case Kind.BUTTON:
            name = incoming.data.partition(":")[0]
            return await BUTTONS.get(name, home.old_button)(turn)
        case Kind.INLINE:
            return await inline.search(turn)
        case Kind.COMMAND:
            return await _command(turn)
        case Kind.TEXT | Kind.FILE:
            return await _words(turn)
    if not incoming.private:
        return []
    return await (home.edited if incoming.kind is Kind.EDITED else home.other)(turn)


async def _command(turn: Turn) -> Replies:
    handler = COMMANDS.get(turn.incoming.command)
    if handler is None and not turn.incoming.private:
        return []  # meant for another bot of the group
    return await (handler or home.unknown)(turn)


async def _words(turn: Turn) -> Replies:
    """A reply goes where it points; then what is waited for; other words are a question."""
    flow = await _replied_to(turn) or await focus.get(turn.tx, turn.chat_id, turn.user_id)
    if flow is not None and flow.name in FLOWS:
        replies = await FLOWS[flow.name](turn)
        if replies is not None:
            return replies
    if not turn.incoming.private:
        return []  # the staff talk among themselves
    if turn.incoming.kind is Kind.FILE:
        return await home.stray_file(turn)
    return await ask.ask(turn)


async def _replied_to(turn: Turn) -> Focus | None:
    """A clerk who replies to an inquiry's card, or to what a form of the desk asked, means that.

    Two things may wait for words at once; the message that is replied to decides.
    """
    if turn.incoming.reply_to is None or not turn.by_staff:
        return None
    topic = await outbox.topic_of(turn.tx, turn.chat_id, turn.incoming.reply_to)
    match (topic or "").split(":"):
        case ["df", number]:
            return Focus(desk.REPLY, number)
        case ["inq", number, _]:
            waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
            found = Focus(inquiries.FLOW, number)
            more = Focus(inquiries.FLOW, f"{number}:{inquiries.MORE}")
            if waiting == more:
                return more
            await focus.put(turn.tx, turn.chat_id, turn.user_id, found)
            return found
    return None
