"""What is said to all bound contacts, and how it fares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.storage.database import Row, Transaction


async def recipients(tx: Transaction) -> Sequence[int]:
    """Everybody who is bound to a filed institution, once each."""
    rows = await tx.all(
        "SELECT DISTINCT m.user_id FROM members m JOIN institutions i ON i.id = m.institution_id"
        " WHERE m.state = 'bound' AND i.filed = 1 ORDER BY m.user_id"
    )
    return [row["user_id"] for row in rows]


async def count_institutions(tx: Transaction) -> tuple[int, int]:
    """Filed institutions that somebody is bound to, and all filed ones."""
    row = await tx.one(
        "SELECT count(*) AS filed, count(CASE WHEN EXISTS (SELECT 1 FROM members m"
        " WHERE m.institution_id = i.id AND m.state = 'bound') THEN 1 END) AS bound"
        " FROM institutions i WHERE filed = 1"
    )
    return (0, 0) if row is None else (int(row["bound"]), int(row["filed"]))


async def add(tx: Transaction, words: str, who: str, total: int, now: datetime) -> int:
    """Keeps a notice; its number."""
    return await tx.insert(
        "INSERT INTO notices (words, sent_by, sent_at, total) VALUES (?, ?, ?, ?)",
        (words, who, now.isoformat(), total),
    )


async def get(tx: Transaction, number: int) -> Row | None:
    """A notice."""
    return await tx.one("SELECT * FROM notices WHERE id = ?", (number,))


async def progress(tx: Transaction, number: int) -> dict[str, int]:
    """How many of its messages are waiting, sent, failed, uncertain."""
    rows = await tx.all(
        "SELECT state, count(*) AS n FROM outbox WHERE about = ? GROUP BY state",
        (f"notice:{number}",),
    )
    return {row["state"]: int(row["n"]) for row in rows}
