"""Words that a clerk was asked for. Flow: desk_words, ref = the id of the form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.cases.case import Case
from bot.cases.institution import WrongWords, value
from bot.cases.transitions import NotAllowed
from bot.delivery.incoming import Kind
from bot.handlers.cases.parts import theirs
from bot.handlers.desk import ask_back, coverage, guard, notice, reasons
from bot.handlers.desk.parts import FLOW, answers
from bot.replies import Replies, Say, Text
from bot.storage import cases, desk, focus
from bot.storage.desk import Form
from bot.storage.focus import Focus
from bot.turn import Turn

MOST = 500


async def take(turn: Turn) -> Replies | None:
    """A reply to what a form has asked; the form says what becomes of it."""
    if await guard.refusal(turn):
        return None
    waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    form = await desk.form(turn.tx, int(waiting.ref)) if waiting else None
    if form is None or form.user_id != turn.user_id:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return None
    if not await answers(turn, form.id):
        return None
    if turn.incoming.kind is not Kind.TEXT:
        return [Say(Text.of("请用文字回复。"), reply_to=turn.incoming.message_id)]
    try:
        words = value(turn.incoming.words, MOST, "内容")
    except WrongWords as error:
        return [Say(Text.of(theirs(str(error))), reply_to=turn.incoming.message_id)]
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    try:
        if form.case_id is None:
            return await _OTHERS[form.kind](turn, form, words)
        return await _OF_CASES[form.kind](turn, form, await cases.get(turn.tx, form.case_id), words)
    except WrongWords as error:
        await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(form.id)))
        return [Say(Text.of(theirs(str(error))), reply_to=turn.incoming.message_id)]
    except NotAllowed as error:
        await desk.close(turn.tx, form.id, done=False)
        return [Say(Text.of(str(error)), reply_to=turn.incoming.message_id)]


_OTHERS: dict[str, Callable[[Turn, Form, str], Awaitable[Replies]]] = {
    "notice": notice.with_words,
    "coverage": coverage.with_words,
}
_OF_CASES: dict[str, Callable[[Turn, Form, Case, str], Awaitable[Replies]]] = {
    "note": reasons.note,
    "ask": ask_back.with_words,
    "refuse": reasons.preview,
}
