"""The durable inbox: an update is a row here before Telegram hears that it has arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.storage.database import Row, Transaction

KEEP = timedelta(days=2)  # Telegram repeats an unconfirmed update for 24 hours


@dataclass(frozen=True)
class Arrival:
    """An update as it is stored: `payload` is its JSON, `message_id` that of a new message."""

    update_id: int
    chat_id: int
    message_id: int | None
    payload: str


async def receive(tx: Transaction, arrival: Arrival, now: datetime) -> bool:
    """Stores an update; False if it was here before."""
    return bool(
        await tx.execute(
            "INSERT OR IGNORE INTO inbox"
            " (update_id, chat_id, message_id, payload, state, received_at)"
            " VALUES (?, ?, ?, ?, 'waiting', ?)",
            (
                arrival.update_id,
                arrival.chat_id,
                arrival.message_id,
                arrival.payload,
                now.isoformat(),
            ),
        )
    )


async def waiting(tx: Transaction) -> Sequence[Row]:
    """What an earlier run has left, oldest first."""
    return await tx.all(
        "SELECT update_id, payload FROM inbox WHERE state = 'waiting' ORDER BY update_id"
    )


async def finish(tx: Transaction, update_id: int, now: datetime) -> bool:
    """Marks an update as done and forgets its words; False if it was done already."""
    return bool(
        await tx.execute(
            "UPDATE inbox SET state = 'done', payload = NULL, finished_at = ?"
            " WHERE update_id = ? AND state = 'waiting'",
            (now.isoformat(), update_id),
        )
    )


async def fail(tx: Transaction, update_id: int, incident: str, now: datetime) -> bool:
    """Sets an update aside under an incident number; False if it was done already."""
    return bool(
        await tx.execute(
            "UPDATE inbox SET state = 'failed', payload = NULL, incident = ?, finished_at = ?"
            " WHERE update_id = ? AND state = 'waiting'",
            (incident, now.isoformat(), update_id),
        )
    )


async def forget(tx: Transaction, now: datetime) -> int:
    """Drops rows that Telegram can no longer repeat."""
    return await tx.execute(
        "DELETE FROM inbox WHERE state != 'waiting' AND finished_at < ?",
        ((now - KEEP).isoformat(),),
    )
