"""Between Telegram and PTB's dispatcher: every update is on the disk before it is confirmed."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram import Bot, Update
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.incoming import chat_of
from bot.storage import inbox
from bot.storage.database import Database

log = logging.getLogger(__name__)


def arrival(update: Update, item: dict[str, Any] | None = None) -> inbox.Arrival:
    """The update as a row of the inbox; `item` is what Telegram sent, where that is at hand."""
    message = update.message
    return inbox.Arrival(
        update.update_id,
        chat_of(update),
        message.message_id if message else None,
        json.dumps(item or update.to_dict(), ensure_ascii=False),
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

    async def store(self, arrivals: Sequence[inbox.Arrival]) -> None:
        """Stores what one getUpdates brought, in one transaction; `put` need not do it again."""
        if not arrivals:
            return
        now = self._clock.now()
        try:
            async with self._db.transaction() as tx:
                for one in arrivals:
                    self._stored[one.update_id] = await inbox.receive(tx, one, now)
        except (sqlite3.Error, OSError, ValueError) as error:
            self._stored.clear()
            raise NetworkError(f"inbox: {error}") from error

    async def put(self, item: object) -> None:
        """Queues an update that is new, storing it first where nobody has."""
        if isinstance(item, Update):
            if item.update_id not in self._stored:
                await self.store([arrival(item)])  # a webhook brings them one by one
            if not self._stored.pop(item.update_id):
                return
        await super().put(item)

    def leave(self) -> None:
        """Takes everything out of the queue: it is in the inbox, for the next start."""
        while not self.empty():
            self.get_nowait()
            self.task_done()

    async def put_left_over(self, bot: Bot) -> int:
        """Queues what an earlier run has received and not finished; how many that were."""
        async with self._db.transaction() as tx:
            rows = await inbox.waiting(tx)
        for row in rows:
            await super().put(parsed(json.loads(row["payload"]), bot))
        return len(rows)


class DurableBot(ExtBot[None]):
    """Asks for the next updates only when the last ones are stored."""

    def __init__(self, queue: InboxQueue, **settings: Any) -> None:
        super().__init__(**settings)
        self._queue = queue

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,  # noqa: ASYNC109 - PTB's name
        allowed_updates: Sequence[str] | None = None,
        **_: Any,
    ) -> tuple[Update, ...]:
        """As in PTB, but each update is read by itself: one that cannot be read stops nobody.

        Raises NetworkError also where the disk refuses.
        """
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout or 0
        fields = {
            "offset": offset,
            "limit": limit,
            "timeout": int(seconds),
            "allowed_updates": allowed_updates,
        }
        found = await self._post(
            "getUpdates",
            {key: value for key, value in fields.items() if value is not None},
            read_timeout=(self._request[0].read_timeout or 0.0) + seconds,
        )
        assert isinstance(found, list)
        updates = tuple(parsed(item, self) for item in found)
        await self._queue.store(list(map(arrival, updates, found)))
        return updates


def parsed(item: dict[str, Any], bot: Bot) -> Update:
    """The update; of one that PTB cannot read, what is needed to answer that it was not read."""
    for attempt in (item, _bare(item)):
        try:
            return Update.de_json(attempt, bot)
        except Exception as error:  # whatever Telegram or an older server left out
            log.error("来件 %s 读不全：%s", item.get("update_id"), type(error).__name__)
    return Update(int(item["update_id"]))


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    message = item.get("message")
    if not isinstance(message, dict):
        return {"update_id": item["update_id"]}
    kept = ("message_id", "date", "chat", "from", "text", "caption")
    return {
        "update_id": item["update_id"],
        "message": {key: message[key] for key in kept if key in message},
    }
