"""Completed changes by quarter, and which quarters have been reported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.storage.database import Row, Transaction


def name(year: int, number: int) -> str:
    """2026Q4: sorts as time goes."""
    return f"{year}Q{number}"


async def waiting(tx: Transaction, until: date) -> Sequence[int]:
    """Finished changes up to and including a day that no list has reported, the oldest first."""
    end = (until + timedelta(days=1)).isoformat()
    rows = await tx.all(
        "SELECT id FROM cases WHERE state = 'finished' AND kind = 'change' AND closed_at < ?"
        " ORDER BY closed_at, id",
        (end,),
    )
    return [row["id"] for row in rows]


async def reported_in(tx: Transaction, quarter: str) -> Sequence[int]:
    """The cases that stood in the list of a quarter."""
    rows = await tx.all(
        "SELECT id FROM cases WHERE reported_in = ? ORDER BY closed_at, id", (quarter,)
    )
    return [row["id"] for row in rows]


async def get(tx: Transaction, quarter: str) -> Row | None:
    """When, by whom and with how many cases a quarter was reported."""
    return await tx.one("SELECT * FROM quarters WHERE quarter = ?", (quarter,))


async def last(tx: Transaction) -> str:
    """The latest quarter that has been reported; empty where none has."""
    row = await tx.one("SELECT max(quarter) AS quarter FROM quarters")
    return "" if row is None or row["quarter"] is None else str(row["quarter"])


async def mark(tx: Transaction, quarter: str, cases: int, who: str, now: datetime) -> bool:
    """Reported, once; False where it was before."""
    return bool(
        await tx.execute(
            "INSERT OR IGNORE INTO quarters (quarter, cases, reported_by, reported_at)"
            " VALUES (?, ?, ?, ?)",
            (quarter, cases, who, now.isoformat()),
        )
    )
