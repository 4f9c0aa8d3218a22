"""Self-checks: one row each, changed at every step, kept for 历史自查."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from bot.interview import Run, from_json, to_json
from bot.storage.database import Row, Transaction


async def add(tx: Transaction, user_id: int, run: Run, now: datetime) -> int:
    """A new self-check; its number."""
    return await tx.insert(
        "INSERT INTO runs (user_id, procedure, state, started_at, touched_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (user_id, run.procedure, to_json(run), now.isoformat(), now.isoformat()),
    )


async def get(tx: Transaction, number: int, user_id: int) -> Row | None:
    """A self-check of this person; nobody sees another's."""
    return await tx.one("SELECT * FROM runs WHERE id = ? AND user_id = ?", (number, user_id))


def run_of(row: Row) -> Run:
    """The state of a row. Raises ValueError where it cannot be read."""
    return from_json(row["state"])


async def step(tx: Transaction, number: int, run: Run, now: datetime) -> None:
    """The state after a step."""
    await tx.execute(
        "UPDATE runs SET state = ?, touched_at = ? WHERE id = ?",
        (to_json(run), now.isoformat(), number),
    )


async def finish(
    tx: Transaction, number: int, label: str, shown: Sequence[str], now: datetime
) -> None:
    """The verdict as it was shown: a later version of the rules does not change it."""
    await tx.execute(
        "UPDATE runs SET label = ?, shown = ?, finished_at = ? WHERE id = ?",
        (label, json.dumps(shown, ensure_ascii=False), now.isoformat(), number),
    )


async def same(tx: Transaction, user_id: int, run: Run) -> int | None:
    """A self-check of this person that stands exactly here and is not finished."""
    row = await tx.one(
        "SELECT id FROM runs WHERE user_id = ? AND procedure = ? AND state = ?"
        " AND finished_at IS NULL ORDER BY id DESC LIMIT 1",
        (user_id, run.procedure, to_json(run)),
    )
    return None if row is None else int(row["id"])


async def unfinished(tx: Transaction, user_id: int) -> Sequence[Row]:
    """The self-checks that were left, the last one of each kind; the latest first.

    One that was only opened does not count.
    """
    return await tx.all(
        "SELECT *, max(id) FROM runs WHERE user_id = ? AND finished_at IS NULL"
        " AND json_extract(state, '$.revision') > 0"
        " GROUP BY procedure ORDER BY touched_at DESC, id DESC",
        (user_id,),
    )


async def finished(tx: Transaction, user_id: int, limit: int, skip: int) -> Sequence[Row]:
    """Earlier self-checks, newest first."""
    return await tx.all(
        "SELECT * FROM runs WHERE user_id = ? AND finished_at IS NOT NULL"
        " ORDER BY id DESC LIMIT ? OFFSET ?",
        (user_id, limit, skip),
    )


async def before(tx: Transaction, row: Row) -> Row | None:
    """The finished self-check of the same kind before this one."""
    return await tx.one(
        "SELECT * FROM runs WHERE user_id = ? AND procedure = ? AND id < ?"
        " AND finished_at IS NOT NULL ORDER BY id DESC LIMIT 1",
        (row["user_id"], row["procedure"], row["id"]),
    )


async def drop(tx: Transaction, number: int, user_id: int) -> None:
    """Deletes a self-check at the wish of its owner."""
    await tx.execute("DELETE FROM runs WHERE id = ? AND user_id = ?", (number, user_id))


async def card_on_its_way(tx: Transaction, chat_id: int, topic: str) -> bool:
    """Whether a new card under this name is waiting to be sent."""
    row = await tx.one(
        "SELECT 1 FROM outbox WHERE chat_id = ? AND topic = ? AND method = 'say'"
        " AND state IN ('waiting', 'sending')",
        (chat_id, topic),
    )
    return row is not None
