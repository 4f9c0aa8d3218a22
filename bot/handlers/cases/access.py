"""Whose case it is: asked at every press, for what stands in a button may be forged."""

from __future__ import annotations

from bot.cases.case import Case
from bot.cases.states import State
from bot.handlers.cases.parts import HOME, MINE, whole
from bot.replies import Replies, Say, Text, keyboard
from bot.storage import cases, institutions
from bot.storage.database import Transaction
from bot.turn import Turn


async def own(turn: Turn, number: str) -> Case | None:
    """The case with this id, if it is this person's and this is their private chat."""
    case_id = whole(number)
    if not turn.incoming.private or case_id is None:
        return None
    case = await cases.load(turn.tx, case_id)
    if case is None or not await speaks_for(turn.tx, case, turn.user_id):
        return None
    return case


async def speaks_for(tx: Transaction, case: Case, user_id: int) -> bool:
    """The contact who made it, unless unbound since; or who is bound to the institution."""
    if case.institution_id is None or case.state is State.DRAFT:
        return case.contact_id == user_id
    state = await institutions.membership(tx, user_id, case.institution_id)
    if case.contact_id == user_id:
        return state != "unbound"
    return state == "bound"


async def addressees(tx: Transaction, case: Case) -> list[int]:
    """Who is told about the case: its contact, or the bound ones if that is nobody any more."""
    if await speaks_for(tx, case, case.contact_id):
        return [case.contact_id]
    if case.institution_id is None:
        return []
    return list(await institutions.bound_to(tx, case.institution_id))


def not_yours() -> Replies:
    """The same words for what does not exist and for what is another's."""
    words = Text.of("没有找到这件办件，可能已经放弃，或者不是由您提交的。")
    return [Say(words, keyboard([MINE, HOME]))]
