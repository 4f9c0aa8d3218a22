"""The queue between PTB's poller and its dispatcher, with the inbox in between."""

from __future__ import annotations

import asyncio
import json
import sqlite3

from telegram import Bot, Update
from telegram.error import NetworkError

from bot.clock import Clock
from bot.delivery.incoming import chat_of
from bot.storage import inbox
from bot.storage.database import Database


class InboxQueue(asyncio.Queue[object]):
    """`put` returns when the update is on the disk; what is known already is not queued again.

    A failure must leave as NetworkError: PTB's poller then asks again, while any other
    exception would end it silently with `updater.running` still true.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        super().__init__()
        self._db = db
        self._clock = clock

    async def put(self, item: object) -> None:
        """Stores an update, then queues it."""
        if not isinstance(item, Update):
            await super().put(item)
            return
        payload = json.dumps(item.to_dict(), ensure_ascii=False)
        try:
            async with self._db.transaction() as tx:
                is_new = await inbox.receive(
                    tx, item.update_id, chat_of(item), payload, self._clock.now()
                )
        except (sqlite3.Error, OSError, ValueError) as error:
            raise NetworkError(f"inbox: {error}") from error
        if is_new:
            await super().put(item)

    async def put_left_over(self, bot: Bot) -> int:
        """Queues what an earlier run has received and not finished; how many that were."""
        async with self._db.transaction() as tx:
            rows = await inbox.waiting(tx)
        for row in rows:
            await super().put(Update.de_json(json.loads(row["payload"]), bot))
        return len(rows)
