"""The jobs that are not part of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.delivery.worker import Finish, Work
from bot.replies import Reply
from bot.services import Services
from bot.storage import questions
from bot.storage.database import Transaction


def learn(services: Services) -> Work:
    """Takes staff's new phrasings into use."""

    async def work(_: Mapping[str, Any]) -> Finish:
        async with services.db.transaction() as tx:
            extra = await questions.phrasings_by_card(tx)
        await services.answers.learn(extra)
        return _nothing_to_say

    return work


async def _nothing_to_say(_: Transaction) -> list[Reply]:
    return []
