"""Puts a question to the inquiry that it belongs to."""

from __future__ import annotations

from datetime import datetime

from bot.inquiries.likeness import ALIKE, likeness, trace
from bot.storage import questions
from bot.storage.database import Row, Transaction

MOST = 10
"""So many questions of one person may wait for the staff; more would only bury the others'."""


async def gather(tx: Transaction, question: Row, wanted: bool, now: datetime) -> int:
    """Joins the most alike open inquiry or opens a new one; its number.

    `wanted`: the person asked for a person, so the inquiry is shown to the staff at once.
    """
    number = await _place_for(tx, question)
    if number is None:
        own = trace(question["words"])
        number = await questions.open_inquiry(tx, question["words"], own, question["card"], now)
    await questions.join(tx, number, question["id"], wanted)
    return number


async def _place_for(tx: Transaction, question: Row) -> int | None:
    """The open inquiry that a question is in, or the most alike one."""
    number = question["inquiry_id"]
    if number is not None and await questions.is_open(tx, number):
        return int(number)
    return await _alike(tx, trace(question["words"]))


async def gather_silently(tx: Transaction, number: int, user_id: int, now: datetime) -> None:
    """Staff find it in /questions; nobody is called, and nobody can fill the list alone."""
    question = await questions.question(tx, number, user_id)
    if question is not None and await questions.waiting(tx, user_id) < MOST:
        await gather(tx, question, wanted=False, now=now)


async def _alike(tx: Transaction, own: str) -> int | None:
    best, number = ALIKE, None
    for row in await questions.open_traces(tx):
        degree = likeness(own, row["likeness"])
        if degree > best or (degree == best and number is None):
            best, number = degree, row["id"]
    return number
