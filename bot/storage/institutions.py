"""Institutions, and who speaks for them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage.database import Row, Transaction


@dataclass(frozen=True)
class Member:
    """Somebody who speaks for an institution; `facts` as declared, or from the registry."""

    user_id: int
    institution_id: int
    bound: bool
    facts: Mapping[str, str]


async def by_code(tx: Transaction, code: str) -> Row | None:
    """An institution, filed or only named."""
    return await tx.one("SELECT * FROM institutions WHERE code = ?", (code,))


async def by_id(tx: Transaction, institution_id: int) -> Row | None:
    """An institution."""
    return await tx.one("SELECT * FROM institutions WHERE id = ?", (institution_id,))


async def named(tx: Transaction, code: str, name: str, kind: str, now: datetime) -> int:
    """The id of the institution with this code; one that is not filed is noted as named."""
    row = await by_code(tx, code)
    if row is not None:
        return int(row["id"])
    return await tx.insert(
        "INSERT INTO institutions (code, name, kind, filed, updated_at) VALUES (?, ?, ?, 0, ?)",
        (code, name, kind, now.isoformat()),
    )


async def declare(
    tx: Transaction, user_id: int, institution_id: int, facts: Mapping[str, str], now: datetime
) -> None:
    """Remembers what somebody said of an institution; a binding is kept."""
    await tx.execute(
        "INSERT INTO members (user_id, institution_id, state, facts, since)"
        " VALUES (?, ?, 'declared', ?, ?) ON CONFLICT (user_id, institution_id)"
        " DO UPDATE SET facts = excluded.facts",
        (user_id, institution_id, json.dumps(facts, ensure_ascii=False), now.isoformat()),
    )


async def of_user(tx: Transaction, user_id: int) -> Sequence[Member]:
    """The institutions that somebody may speak for, the newest first."""
    rows = await tx.all(
        "SELECT * FROM members WHERE user_id = ? AND state != 'unbound' ORDER BY id DESC",
        (user_id,),
    )
    return [_member(row) for row in rows]


async def membership(tx: Transaction, user_id: int, institution_id: int) -> str | None:
    """declared, bound, unbound, or None."""
    row = await tx.one(
        "SELECT state FROM members WHERE user_id = ? AND institution_id = ?",
        (user_id, institution_id),
    )
    return None if row is None else str(row["state"])


async def bound_to(tx: Transaction, institution_id: int) -> Sequence[int]:
    """Who is bound to an institution, the first bound first."""
    rows = await tx.all(
        "SELECT user_id FROM members WHERE institution_id = ? AND state = 'bound' ORDER BY id",
        (institution_id,),
    )
    return [row["user_id"] for row in rows]


def _member(row: Any) -> Member:
    return Member(
        row["user_id"], row["institution_id"], row["state"] == "bound", json.loads(row["facts"])
    )
