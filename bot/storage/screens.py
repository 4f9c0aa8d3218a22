"""What each message shows, as a short mark: an edit that would change nothing is not sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.storage.database import Transaction

KEEP = timedelta(days=400)
"""A button may be pressed long after its message; later than this an edit is sent regardless."""


async def shows(tx: Transaction, chat_id: int, message_id: int, mark: int, now: datetime) -> None:
    """Remembers what a message shows from now on."""
    await tx.execute(
        "INSERT INTO screens (chat_id, message_id, mark, seen_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET mark = excluded.mark, seen_at = excluded.seen_at",
        (chat_id, message_id, mark, now.isoformat()),
    )


async def shown(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """The mark of what a message shows now; None where it is not known."""
    row = await tx.one(
        "SELECT mark FROM screens WHERE chat_id = ? AND message_id = ?", (chat_id, message_id)
    )
    return None if row is None else int(row["mark"])


async def forget(tx: Transaction, now: datetime) -> int:
    """Drops the marks of messages that nobody has touched for long."""
    return await tx.execute("DELETE FROM screens WHERE seen_at < ?", ((now - KEEP).isoformat(),))
