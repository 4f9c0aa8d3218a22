"""Puts a question to the inquiry that it belongs to."""

from __future__ import annotations

from datetime import datetime

from bot.inquiries.likeness import ALIKE, likeness, trace
from bot.storage import questions
from bot.storage.database import Row, Transaction


async def gather(tx: Transaction, question: Row, wanted: bool, now: datetime) -> int:
    """Joins the most alike open inquiry or opens a new one; its number.

    `wanted`: the person asked for a person, so the inquiry is shown to the staff at once.
    """
    if question["inquiry_id"] is not None:
        number = int(question["inquiry_id"])
        await questions.join(tx, number, question["id"], wanted)
        return number
    own = trace(question["words"])
    best, number = 0.0, 0
    for row in await questions.open_inquiries(tx):
        degree = likeness(own, row["likeness"])
        if degree > best:
            best, number = degree, row["id"]
    if best < ALIKE:
        number = await questions.open_inquiry(tx, question["words"], own, question["card"], now)
    await questions.join(tx, number, question["id"], wanted)
    return number
