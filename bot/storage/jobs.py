"""Work that outlives a transaction: files to fetch, papers to write, cards to refresh."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.storage.database import Row, Transaction


async def add(
    tx: Transaction,
    kind: str,
    payload: Mapping[str, Any],
    now: datetime,
    not_before: datetime | None = None,
) -> None:
    """Stores a piece of work; the same work that still waits is not stored twice."""
    tx.has_jobs = True
    words = json.dumps(payload, ensure_ascii=False, sort_keys=True)
    await tx.execute(
        "INSERT INTO jobs (kind, payload, state, not_before, created_at)"
        " SELECT ?1, ?2, 'waiting', ?3, ?4 WHERE NOT EXISTS"
        " (SELECT 1 FROM jobs WHERE state = 'waiting' AND attempts = 0"
        "  AND kind = ?1 AND payload = ?2)",
        (kind, words, (not_before or now).isoformat(), now.isoformat()),
    )


async def due(tx: Transaction, now: datetime) -> Row | None:
    """The oldest piece of work whose time has come."""
    return await tx.one(
        "SELECT * FROM jobs WHERE state = 'waiting' AND not_before <= ?"
        " ORDER BY not_before, id LIMIT 1",
        (now.isoformat(),),
    )


async def next_time(tx: Transaction) -> datetime | None:
    """When the next piece of work is due."""
    row = await tx.one("SELECT min(not_before) AS at FROM jobs WHERE state = 'waiting'")
    return None if row is None or row["at"] is None else datetime.fromisoformat(row["at"])


async def done(tx: Transaction, job_id: int) -> bool:
    """Marks work as done; False if it was done already."""
    return bool(
        await tx.execute(
            "UPDATE jobs SET state = 'done' WHERE id = ? AND state = 'waiting'", (job_id,)
        )
    )


async def postpone(tx: Transaction, job_id: int, until: datetime, problem: str) -> None:
    """The work did not succeed; it is tried again later."""
    await tx.execute(
        "UPDATE jobs SET attempts = attempts + 1, not_before = ?, problem = ? WHERE id = ?",
        (until.isoformat(), problem, job_id),
    )


async def forget(tx: Transaction, now: datetime) -> int:
    """Drops what was done a week ago; failures stay for `doctor`."""
    return await tx.execute(
        "DELETE FROM jobs WHERE state = 'done' AND created_at < ?",
        ((now - timedelta(days=7)).isoformat(),),
    )


async def give_up(tx: Transaction, job_id: int, problem: str) -> None:
    """The work can never succeed."""
    await tx.execute(
        "UPDATE jobs SET state = 'failed', problem = ? WHERE id = ?", (problem, job_id)
    )
