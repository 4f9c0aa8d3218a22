"""Attachments whose time is over: the file goes, its name, size and digest stay on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cases.case import FileState
from bot.cases.limits import KEEP_ATTACHMENTS
from bot.cases.transitions import Role
from bot.services import Services
from bot.storage import attachments, events
from bot.storage.database import Row, Transaction

_AT_ONCE = 500


async def delete_expired(services: Services) -> Sequence[Row]:
    """Deletes files of cases that were closed long ago; what has to be recorded about them."""
    now = services.clock.now()
    async with services.db.transaction() as tx:
        found = await attachments.expired(tx, (now - KEEP_ATTACHMENTS).isoformat(), _AT_ONCE)
    for row in found:
        if row["path"] is not None:
            await services.files.delete(row["path"])
    return found


async def record(tx: Transaction, found: Sequence[Row], now: datetime) -> None:
    """One event for each case."""
    for row in found:
        await attachments.settle(tx, row["id"], FileState.PURGED, sha256=row["sha256"])
    for case_id in dict.fromkeys(row["case_id"] for row in found):
        await events.append(
            tx,
            f"case:{case_id}",
            now,
            actor=0,
            actor_name="系统",
            role=Role.SYSTEM,
            what="purge",
            detail={"files": sum(row["case_id"] == case_id for row in found)},
        )
