"""Events that are about something else than a case: a notice, the registry, a quarter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cases.transitions import Role
from bot.storage import events
from bot.turn import Turn


async def record(
    turn: Turn,
    subject: str,
    what: str,
    *,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> None:
    """What this clerk did, in the same chain as everything else."""
    await events.append(
        turn.tx,
        subject,
        turn.now,
        actor=turn.user_id,
        actor_name=turn.incoming.user_name,
        role=Role.STAFF,
        what=what,
        why=why,
        detail=detail,
    )
