"""Invitations of contacts, and who is bound to an institution."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.storage.database import Row, Transaction

VALID = timedelta(days=14)
"""How long an invitation may be used; a setting of the centre."""


async def invite(tx: Transaction, institution_id: int, token: str, who: str, now: datetime) -> None:
    """A new invitation; earlier ones that nobody has used end."""
    await tx.execute(
        "DELETE FROM invitations WHERE institution_id = ? AND used_at IS NULL", (institution_id,)
    )
    await tx.execute(
        "INSERT INTO invitations (institution_id, digest, made_by, made_at, until)"
        " VALUES (?, ?, ?, ?, ?)",
        (institution_id, _digest(token), who, now.isoformat(), (now + VALID).isoformat()),
    )


async def invitation(tx: Transaction, token: str) -> Row | None:
    """The invitation behind a link, used or not, expired or not."""
    return await tx.one(
        "SELECT v.*, i.name, i.filed FROM invitations v JOIN institutions i"
        " ON i.id = v.institution_id WHERE digest = ?",
        (_digest(token),),
    )


async def accept(tx: Transaction, found: Row, user_id: int, now: datetime) -> bool:
    """Binds somebody by an invitation; False where it was used meanwhile or has expired."""
    if not await tx.execute(
        "UPDATE invitations SET used_by = ?, used_at = ?"
        " WHERE id = ? AND used_at IS NULL AND until > ?",
        (user_id, now.isoformat(), found["id"], now.isoformat()),
    ):
        return False
    await tx.execute(
        "INSERT INTO members (user_id, institution_id, state, facts, since)"
        " VALUES (?, ?, 'bound', '{}', ?) ON CONFLICT (user_id, institution_id)"
        " DO UPDATE SET state = 'bound', since = excluded.since",
        (user_id, found["institution_id"], now.isoformat()),
    )
    return True


async def unbind(tx: Transaction, user_id: int, institution_id: int) -> bool:
    """Ends a binding; False where there was none."""
    return bool(
        await tx.execute(
            "UPDATE members SET state = 'unbound'"
            " WHERE user_id = ? AND institution_id = ? AND state = 'bound'",
            (user_id, institution_id),
        )
    )


async def contacts(tx: Transaction, institution_id: int) -> Sequence[Row]:
    """Who is bound: name in Telegram, contact as filled in, since when, reachable or not."""
    return await tx.all(
        "SELECT m.user_id, m.since, p.name, p.unreachable_since,"
        " json_extract(m.facts, '$.contact') AS contact,"
        " json_extract(m.facts, '$.phone') AS phone"
        " FROM members m LEFT JOIN people p ON p.user_id = m.user_id"
        " WHERE m.institution_id = ? AND m.state = 'bound' ORDER BY m.id",
        (institution_id,),
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
