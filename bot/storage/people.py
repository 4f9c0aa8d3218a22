"""Who has talked to us, whether they can be reached, and groups that moved."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Transaction


async def seen(tx: Transaction, user_id: int, name: str, now: datetime) -> None:
    """Somebody wrote in private: known by this name, and reachable."""
    await tx.execute(
        "INSERT INTO people (user_id, name, last_seen_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
        " SET name = excluded.name, last_seen_at = excluded.last_seen_at, unreachable_since = NULL",
        (user_id, name, now.isoformat()),
    )


async def unreachable(tx: Transaction, user_id: int, now: datetime) -> None:
    """Telegram says that this person has stopped the bot or is gone."""
    await tx.execute(
        "UPDATE people SET unreachable_since = ? WHERE user_id = ? AND unreachable_since IS NULL",
        (now.isoformat(), user_id),
    )


async def name_of(tx: Transaction, user_id: int) -> str:
    """The name somebody uses in Telegram; a neutral word for a stranger."""
    row = await tx.one("SELECT name FROM people WHERE user_id = ?", (user_id,))
    return "（未知）" if row is None else str(row["name"])


async def moved(tx: Transaction, old_chat_id: int, new_chat_id: int) -> None:
    """A group became a supergroup: from now on messages for the old id go to the new one."""
    await tx.execute(
        "INSERT INTO chat_moves (old_chat_id, new_chat_id) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET new_chat_id = excluded.new_chat_id",
        (old_chat_id, new_chat_id),
    )


async def moved_to(tx: Transaction, chat_id: int) -> int:
    """Where messages for this chat go now."""
    row = await tx.one("SELECT new_chat_id FROM chat_moves WHERE old_chat_id = ?", (chat_id,))
    return chat_id if row is None else int(row["new_chat_id"])
