"""Does the stored jobs one after another, and again later where one fails."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from bot.delivery.post import Gate, post
from bot.replies import Reply
from bot.storage import jobs
from bot.storage.database import Database, Row, Transaction

log = logging.getLogger(__name__)

Finish = Callable[[Transaction], Awaitable[Iterable[Reply]]]
"""Records the result of a job and says what there is to say, in the job's transaction."""
Work = Callable[[Mapping[str, Any]], Awaitable[Finish]]
"""The slow part of a job: outside any transaction, and safe to do twice."""

_TRIES = 8


class Hopeless(Exception):
    """The job can never succeed; the message says why."""


class Worker:
    """`wake` after new jobs; `run_due` does all that is due and returns."""

    def __init__(
        self, db: Database, clock: Clock, gate: Gate, wake_chats: Callable[[set[int]], None]
    ) -> None:
        self._db = db
        self._clock = clock
        self._gate = gate
        self._wake_chats = wake_chats
        self._kinds: dict[str, Work] = {}
        self._busy: asyncio.Task[None] | None = None
        self._again = False

    def add(self, kind: str, work: Work) -> None:
        """Says how jobs of this kind are done."""
        self._kinds[kind] = work

    def wake(self) -> None:
        """Starts on what is due; call it after a commit."""
        if self.busy:
            self._again = True
            return
        self._busy = asyncio.create_task(self.run_due(), name="worker")

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._busy is not None and not self._busy.done()

    async def idle(self) -> None:
        """Returns when nothing is due any more."""
        while self._busy is not None and self.busy:
            await asyncio.wait([self._busy])

    async def stop(self) -> None:
        """Gives up what is in hand; it is done again after the next start."""
        if self._busy is not None:
            self._busy.cancel()
            await asyncio.gather(self._busy, return_exceptions=True)

    async def run_due(self) -> None:
        """Does everything that is due."""
        while True:
            self._again = False
            async with self._db.transaction() as tx:
                row = await jobs.due(tx, self._clock.now())
            if row is not None:
                await self._do(row)
            elif not self._again:
                return

    async def _do(self, row: Row) -> None:
        try:
            finish = await self._kinds[row["kind"]](json.loads(row["payload"]))
            async with self._db.transaction() as tx:
                if not await jobs.done(tx, row["id"]):
                    return
                now = self._clock.now()
                chats = await post(tx, await finish(tx), 0, now, self._gate)
            self._wake_chats(chats)
        except Hopeless as error:
            await self._give_up(row, str(error))
        except Exception as error:
            log.exception("任务 %s（%s）没有做成", row["id"], row["kind"])
            if row["attempts"] + 1 >= _TRIES:
                await self._give_up(row, type(error).__name__)
                return
            until = self._clock.now() + timedelta(seconds=5 * 4 ** row["attempts"])
            async with self._db.transaction() as tx:
                await jobs.postpone(tx, row["id"], until, type(error).__name__)

    async def _give_up(self, row: Row, problem: str) -> None:
        log.error("任务 %s（%s）放弃：%s", row["id"], row["kind"], problem)
        async with self._db.transaction() as tx:
            await jobs.give_up(tx, row["id"], problem)
