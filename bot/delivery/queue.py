"""Between Telegram and PTB's dispatcher: every update is on the disk before it is confirmed."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from telegram import Bot, Update
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.incoming import chat_of
from bot.storage import inbox
from bot.storage.database import Database


def arrival(update: Update) -> inbox.Arrival:
    """The update as a row of the inbox."""
    message = update.message
    return inbox.Arrival(
        update.update_id,
        chat_of(update),
        message.message_id if message else None,
        json.dumps(update.to_dict(), ensure_ascii=False),
    )


class InboxQueue(asyncio.Queue[object]):
    """`put` returns when the update is on the disk; what is known already is not queued again.

    A failure must leave as NetworkError: PTB's poller then asks again, while any other
    exception would end it silently with `updater.running` still true.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        super().__init__()
        self._db = db
        self._clock = clock
        self._stored: dict[int, bool] = {}

    async def store(self, updates: Sequence[Update]) -> None:
        """Stores what one getUpdates brought, in one transaction; `put` need not do it again."""
        if not updates:
            return
        now = self._clock.now()
        try:
            async with self._db.transaction() as tx:
                for update in updates:
                    self._stored[update.update_id] = await inbox.receive(tx, arrival(update), now)
        except (sqlite3.Error, OSError, ValueError) as error:
            self._stored.clear()
            raise NetworkError(f"inbox: {error}") from error

    async def put(self, item: object) -> None:
        """Queues an update that is new, storing it first where nobody has."""
        if isinstance(item, Update):
            if item.update_id not in self._stored:
                await self.store([item])  # a webhook brings them one by one
            if not self._stored.pop(item.update_id):
                return
        await super().put(item)

    async def put_left_over(self, bot: Bot) -> int:
        """Queues what an earlier run has received and not finished; how many that were."""
        async with self._db.transaction() as tx:
            rows = await inbox.waiting(tx)
        for row in rows:
            await super().put(Update.de_json(json.loads(row["payload"]), bot))
        return len(rows)


class DurableBot(ExtBot[None]):
    """Asks for the next updates only when the last ones are stored."""

    def __init__(self, queue: InboxQueue, **settings: Any) -> None:
        super().__init__(**settings)
        self._queue = queue

    async def get_updates(self, *args: Any, **kwargs: Any) -> tuple[Update, ...]:
        """As in PTB; raises NetworkError also where the disk refuses."""
        updates = await super().get_updates(*args, **kwargs)
        await self._queue.store(updates)
        return updates
