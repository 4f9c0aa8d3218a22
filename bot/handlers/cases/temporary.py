"""Files that are made to be sent once: they hold personal data and do not stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.worker import Finish, Work
from bot.replies import Reply
from bot.services import Services
from bot.storage import jobs
from bot.storage.database import Transaction

DELETE = "case_delete_files"
"""The job that deletes stored files."""
KEPT = timedelta(days=7)
"""Long enough for a network that is down; afterwards the file can be made again."""


async def forget_later(tx: Transaction, now: datetime, *paths: str) -> None:
    """Deletes made files when they have surely been sent."""
    await jobs.add(tx, DELETE, {"paths": list(paths)}, now, not_before=now + KEPT)


async def forget_now(tx: Transaction, now: datetime, paths: Iterable[str]) -> None:
    """Deletes files after the commit: a crash before it must not lose any."""
    if names := list(paths):
        await jobs.add(tx, DELETE, {"paths": names}, now)


def deletions(services: Services) -> Work:
    """Work for jobs {"paths"}; deleting twice does no harm."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        for path in payload["paths"]:
            await services.files.delete(path)
        return _nothing

    return work


async def _nothing(_: Transaction) -> Iterable[Reply]:
    return ()
