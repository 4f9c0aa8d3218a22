"""Staff as they were last seen in the staff's chat, and when they are away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.storage.database import Row, Transaction


@dataclass(frozen=True)
class Clerk:
    """Somebody who handles cases; `away_until` is the last day of an absence."""

    user_id: int
    name: str
    away_until: date | None

    def away(self, today: date) -> bool:
        """Whether the clerk is absent on this day."""
        return self.away_until is not None and today <= self.away_until


async def seen(tx: Transaction, user_id: int, name: str, now: datetime) -> None:
    """A clerk did something under this name."""
    await tx.execute(
        "INSERT INTO staff (user_id, name, seen_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at",
        (user_id, name[:60], now.isoformat()),
    )


async def get(tx: Transaction, user_id: int | None) -> Clerk | None:
    """A clerk who has been seen."""
    row = await tx.one("SELECT * FROM staff WHERE user_id = ?", (user_id,))
    return None if row is None else _clerk(row)


async def everybody(tx: Transaction) -> Sequence[Clerk]:
    """All who have been seen."""
    return [_clerk(row) for row in await tx.all("SELECT * FROM staff ORDER BY name, user_id")]


async def set_away(tx: Transaction, user_id: int, until: date | None) -> None:
    """Absent through this day; None: back again."""
    await tx.execute(
        "UPDATE staff SET away_until = ? WHERE user_id = ?",
        (until.isoformat() if until else None, user_id),
    )


def _clerk(row: Row) -> Clerk:
    until = row["away_until"]
    return Clerk(row["user_id"], row["name"], date.fromisoformat(until) if until else None)
