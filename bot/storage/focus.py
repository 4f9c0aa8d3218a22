"""What a person's next words in a chat are taken for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Transaction


@dataclass(frozen=True)
class Focus:
    """`name` of the flow that waits for words, `ref` of what they are for."""

    name: str
    ref: str


async def get(tx: Transaction, chat_id: int, user_id: int) -> Focus | None:
    """What is waited for, if anything."""
    row = await tx.one(
        "SELECT flow, ref FROM focus WHERE chat_id = ? AND user_id = ?", (chat_id, user_id)
    )
    return None if row is None else Focus(row["flow"], row["ref"])


async def put(tx: Transaction, chat_id: int, user_id: int, focus: Focus) -> None:
    """From now on this flow waits for words."""
    await tx.execute(
        "INSERT INTO focus (chat_id, user_id, flow, ref) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET flow = excluded.flow, ref = excluded.ref",
        (chat_id, user_id, focus.name, focus.ref),
    )


async def clear(tx: Transaction, chat_id: int, user_id: int) -> None:
    """Nothing waits for words any more."""
    await tx.execute("DELETE FROM focus WHERE chat_id = ? AND user_id = ?", (chat_id, user_id))
