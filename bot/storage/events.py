"""The record: who did what, when and why; append-only, each event sealing the one before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.cases import chain, versions
from bot.storage.database import Row, Transaction

_CHUNK = 2000


async def append(
    tx: Transaction,
    subject: str,
    now: datetime,
    *,
    actor: int,
    actor_name: str,
    role: str,
    what: str,
    before: str = "",
    after: str = "",
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Writes one event; its id. `subject` is what it is about: case:12, institution:3 …"""
    last = await tx.one("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1")
    event: dict[str, Any] = {
        "id": 1 if last is None else last["id"] + 1,
        "subject": subject,
        "at": now.isoformat(),
        "actor": actor,
        "actor_name": actor_name,
        "role": role,
        "what": what,
        "before": before,
        "after": after,
        "why": why,
        "detail": json.dumps(detail or {}, ensure_ascii=False, sort_keys=True),
        "rules": versions.RULES,
        "knowledge": versions.knowledge(),
    }
    event["hash"] = chain.seal(chain.START if last is None else last["hash"], event)
    names = ", ".join(event)
    marks = ", ".join("?" * len(event))
    await tx.insert(f"INSERT INTO events ({names}) VALUES ({marks})", event.values())
    return int(event["id"])


async def of(tx: Transaction, subject: str) -> Sequence[Row]:
    """All events about something, oldest first."""
    return await tx.all("SELECT * FROM events WHERE subject = ? ORDER BY id", (subject,))


async def last_of(tx: Transaction, subject: str) -> Row | None:
    """The newest event about something."""
    return await tx.one(
        "SELECT * FROM events WHERE subject = ? ORDER BY id DESC LIMIT 1", (subject,)
    )


async def first_break(tx: Transaction) -> int | None:
    """The id of the first event that was tampered with; None if the whole record is sound."""
    previous, after = chain.START, 0
    while True:
        rows = await tx.all(
            "SELECT * FROM events WHERE id > ? ORDER BY id LIMIT ?", (after, _CHUNK)
        )
        if not rows:
            return None
        if rows[0]["id"] != after + 1:
            return int(rows[0]["id"])
        broken = chain.first_break([dict(row) for row in rows], previous)
        gap = next((r["id"] for n, r in enumerate(rows, after + 1) if r["id"] != n), None)
        if broken is not None or gap is not None:
            return min(i for i in (broken, gap) if i is not None)
        previous, after = rows[-1]["hash"], rows[-1]["id"]


async def last_of_kind(tx: Transaction, subject: str, what: str) -> Row | None:
    """The newest event of one kind about something."""
    return await tx.one(
        "SELECT * FROM events WHERE subject = ? AND what = ? ORDER BY id DESC LIMIT 1",
        (subject, what),
    )
