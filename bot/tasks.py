"""The jobs that are not part of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.delivery.worker import Finish, Work
from bot.replies import Reply
from bot.services import Services
from bot.storage import inbox, jobs, outbox, questions, screens
from bot.storage.database import Transaction


def learn(services: Services) -> Work:
    """Takes staff's new phrasings into use."""

    async def work(_: Mapping[str, Any]) -> Finish:
        async with services.db.transaction() as tx:
            extra = await questions.phrasings_by_card(tx)
        await services.answers.learn(extra)
        return _nothing_to_say

    return work


def tidy(services: Services) -> Work:
    """Once a night: forgets what need not be kept, and orders the next night's round."""

    async def work(_: Mapping[str, Any]) -> Finish:
        async def finish(tx: Transaction) -> list[Reply]:
            now = services.clock.now()
            for room in (inbox, outbox, screens, questions, jobs):
                await room.forget(tx, now)
            tonight = now.replace(hour=3, minute=10, second=0, microsecond=0)
            next_time = tonight if tonight > now else tonight + timedelta(days=1)
            await jobs.add(tx, "tidy", {}, now, not_before=next_time)
            return []

        return finish

    return work


async def _nothing_to_say(_: Transaction) -> list[Reply]:
    return []
