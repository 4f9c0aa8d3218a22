"""What the centre has determined under 第二十五条; it ages, so its date is always shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.storage.database import Row, Transaction


async def record(
    tx: Transaction,
    occupation: str,
    reached: bool,
    decided_on: date,
    decided_by: str,
    recorded_by: str,
    now: datetime,
) -> int:
    """Keeps a determination; its number."""
    return await tx.insert(
        "INSERT INTO determinations"
        " (occupation, reached, decided_on, decided_by, recorded_by, recorded_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            occupation,
            int(reached),
            decided_on.isoformat(),
            decided_by,
            recorded_by,
            now.isoformat(),
        ),
    )


async def withdraw(tx: Transaction, number: int, who: str, now: datetime) -> bool:
    """Takes one back; False where that was done before."""
    return bool(
        await tx.execute(
            "UPDATE determinations SET withdrawn_by = ?, withdrawn_at = ?"
            " WHERE id = ? AND withdrawn_at IS NULL",
            (who, now.isoformat(), number),
        )
    )


async def get(tx: Transaction, number: int) -> Row | None:
    """One of them, withdrawn or not."""
    return await tx.one("SELECT * FROM determinations WHERE id = ?", (number,))


async def current(tx: Transaction, occupation: str) -> Row | None:
    """The newest that holds for an occupation: reached, decided_on, decided_by."""
    return await tx.one(
        "SELECT * FROM determinations WHERE occupation = ? AND withdrawn_at IS NULL"
        " ORDER BY decided_on DESC, id DESC LIMIT 1",
        (occupation.strip(),),
    )


async def page(tx: Transaction, limit: int, offset: int) -> Sequence[Row]:
    """Those that hold, the newest first."""
    return await tx.all(
        "SELECT * FROM determinations WHERE withdrawn_at IS NULL"
        " ORDER BY decided_on DESC, id DESC LIMIT ? OFFSET ?",
        (limit, offset),
    )
