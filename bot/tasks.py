"""The jobs that are not part of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from bot.answers.places import KnowledgeError
from bot.answers.words import theirs
from bot.delivery.worker import Finish, Work
from bot.replies import Reply, Say, Text
from bot.services import Services
from bot.storage import inbox, jobs, outbox, questions, screens
from bot.storage.database import Transaction

_FAULTS_SHOWN = 8


def learn(services: Services) -> Work:
    """Takes staff's new phrasings into use."""

    async def work(_: Mapping[str, Any]) -> Finish:
        async with services.db.transaction() as tx:
            extra = await questions.phrasings_by_card(tx)
        await services.answers.learn(extra)
        return _nothing_to_say

    return work


def reload(services: Services) -> Work:
    """Takes edited knowledge into use and says so; what does not hold changes nothing."""

    async def work(_: Mapping[str, Any]) -> Finish:
        async with services.db.transaction() as tx:
            extra = await questions.phrasings_by_card(tx)
        try:
            await services.answers.reload(extra)
        except KnowledgeError as error:
            return partial(_tell_admins, services, _not_taken(error))
        now = f"知识文件有改动，已经启用：现有{services.answers.size}张卡片。"
        return partial(_tell_admins, services, Text.of(now))

    return work


def _not_taken(error: KnowledgeError) -> Text:
    """File, line and remedy of each fault; too many are counted only."""
    faults = [theirs(str(problem)) for problem in error.problems[:_FAULTS_SHOWN]]
    left = len(error.problems) - len(faults)
    return Text.of(
        "知识文件有改动，但有的地方读不通，没有启用；机器人仍按原来的回答。",
        *faults,
        f"此外还有{left}处，可运行 python -m bot eval 查看。" if left else None,
        "请改好再存，存好后会自动启用。",
    )


async def _tell_admins(services: Services, words: Text, _: Transaction) -> list[Reply]:
    """Each administrator, or the staff's group where there is none."""
    readers = services.settings.admin_user_ids or [services.staff_chat]
    return [Say(words, to=reader) for reader in readers]


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
