"""Sends what the outbox holds: in order within a chat, side by side between chats."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery import encode, reconcile
from bot.delivery.errors import POLICY, Failure, Then, classify, seconds_asked
from bot.delivery.limits import Limits
from bot.delivery.marks import mark, may_change
from bot.delivery.search import Search
from bot.storage import jobs, outbox, people, screens
from bot.storage.database import Database, Row, Transaction
from bot.storage.files import FileStore

log = logging.getLogger(__name__)
_LONGEST_PAUSE = 60.0
_UNSURE_TRIES = 3
_MEMORY = timedelta(minutes=1)  # the longest span that Telegram's limits look at


Settle = Callable[[Transaction], Awaitable[None]]
"""Records how a call ended."""


async def _nothing(_: Transaction) -> None:
    """There was no call before."""


def _no_one_cares() -> None:
    """No worker is attached."""


@dataclass(frozen=True)
class Task:
    """A call in hand: where it goes now, and which message it edits (None: a new one)."""

    row: Row
    chat_id: int
    message_id: int | None


class Sender:
    """`wake` starts a chat's line; `idle` waits until nothing is left to do."""

    def __init__(self, db: Database, bot: Bot, files: FileStore, clock: Clock) -> None:
        self._db = db
        self._bot = bot
        self._files = files
        self._clock = clock
        self._limits = Limits(clock)
        self._lines: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()
        self._search = Search(bot, self._limits, clock)
        self._cleared: set[int] = set()
        self._moved: dict[int, int] = {}
        self._stopping = False
        self.on_jobs: Callable[[], None] = _no_one_cares

    async def start(self) -> None:
        """Takes up what an earlier run has left."""
        async with self._db.transaction() as tx:
            for chat_id, sent_at in await outbox.sent_since(tx, self._clock.now() - _MEMORY):
                self._limits.recall(await self._chat_of(tx, chat_id), sent_at)
            chats = await outbox.unfinished(tx)
        self.wake(chats)

    def wake(self, chats: Iterable[int]) -> None:
        """Sends what waits for these chats; call it after the commit."""
        for chat_id in () if self._stopping else chats:
            if chat_id in self._lines:
                self._again.add(chat_id)
            else:
                task = asyncio.create_task(self._line(chat_id), name=f"sender:{chat_id}")
                self._lines[chat_id] = task

    async def idle(self) -> None:
        """Returns when all lines are empty."""
        while self._lines:
            await asyncio.gather(*self._lines.values(), return_exceptions=True)

    async def stop(self) -> None:
        """Ends all lines at once; what was under way is `uncertain` at the next start."""
        self._stopping = True
        for task in self._lines.values():
            task.cancel()
        await self.idle()

    async def _line(self, chat_id: int) -> None:
        try:
            while True:
                self._again.discard(chat_id)
                await self._drain(chat_id)
                if chat_id not in self._again:
                    return
        except Exception:
            log.exception("发件行中断，稍后重来")
            self._again.add(chat_id)
            self._cleared.discard(chat_id)
            await self._clock.sleep(_LONGEST_PAUSE)
        finally:
            del self._lines[chat_id]
            if chat_id in self._again and not self._stopping:
                self.wake([chat_id])

    async def _drain(self, chat_id: int) -> None:
        """Sends all that waits for a chat; each end and the next beginning are one transaction."""
        if chat_id not in self._cleared:
            await self._clear_up(chat_id)
            self._cleared.add(chat_id)
        task = await self._take(chat_id, _nothing)
        while task is not None:
            settle = await self._attempt(task)
            self._limits.sent(self._now_at(chat_id))
            task = await self._take(chat_id, settle)

    async def _clear_up(self, chat_id: int) -> None:
        """Finds out about calls that were cut off, before anything else is said there."""
        async with self._db.transaction() as tx:
            rows = await outbox.cut_off(tx, chat_id)
            target = await self._chat_of(tx, chat_id)
        for row in rows:
            settle = await self._in_doubt(Task(row, target, None))
            async with self._db.transaction() as tx:
                await settle(tx)

    async def _in_doubt(self, task: Task) -> Settle:
        """A call without an answer: edits may be repeated, other messages are looked for."""
        row, state = task.row, "waiting"
        if row["method"] in reconcile.PROBED:
            async with self._db.transaction() as tx:
                numbers = await reconcile.candidates(tx, row, task.chat_id)
            found = await self._search.find(row, task.chat_id, numbers)
            if found is not None:
                return self._sent(task, found)
        elif row["method"] != "edit":
            state = self._when_unsure(row)

        async def doubtful(tx: Transaction) -> None:
            await self._settle(tx, row, state, problem=POLICY[Failure.UNKNOWN].words)

        return doubtful

    def _when_unsure(self, row: Row) -> str:
        again = row["unsure"] == "resend" and row["attempts"] < _UNSURE_TRIES
        return "waiting" if again else "uncertain"

    async def _take(self, chat_id: int, settle: Settle) -> Task | None:
        """Settles the last call and claims the next one, as soon as the limits allow it."""
        place = self._now_at(chat_id)
        if not self._limits.free(place):
            async with self._db.transaction() as tx:
                await settle(tx)
                kept_waiting = chat_id > 0 and await outbox.waits(tx, chat_id)
            settle = _nothing
            if kept_waiting and not self._limits.paused(place):
                await self._show_typing(chat_id)
        await self._limits.reserve(place)
        async with self._db.transaction() as tx:
            await settle(tx)
            task = await self._claim(tx, chat_id)
        if task is None:
            self._limits.refund(place)
        if tx.has_jobs:
            self.on_jobs()
        return task

    async def _show_typing(self, chat_id: int) -> None:
        """The person sees that more is coming; whether he does is not worth a second try."""
        with contextlib.suppress(TelegramError):
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING)

    async def _claim(self, tx: Transaction, chat_id: int) -> Task | None:
        while (row := await outbox.claim(tx, chat_id, self._clock.now())) is not None:
            target = await self._chat_of(tx, chat_id)
            task = Task(row, target, await self._target(tx, row, target))
            if not await outbox.superseded(tx, row) and not await self._shown_already(tx, task):
                return task
            await outbox.settle(tx, row["id"], "sent", self._clock.now(), problem="skipped")
        return None

    async def _chat_of(self, tx: Transaction, chat_id: int) -> int:
        """Where messages for this chat go now; remembered for the limits, which count there."""
        if chat_id < 0:
            self._moved[chat_id] = await people.moved_to(tx, chat_id)
        return self._now_at(chat_id)

    def _now_at(self, chat_id: int) -> int:
        return self._moved.get(chat_id, chat_id)

    async def _shown_already(self, tx: Transaction, task: Task) -> bool:
        """Telegram refuses an edit that changes nothing."""
        if task.row["method"] != "edit" or task.message_id is None:
            return False
        return await screens.shown(tx, task.chat_id, task.message_id) == mark(task.row)

    async def _target(self, tx: Transaction, row: Row, chat_id: int) -> int | None:
        """The message that an edit is for; None where a new one has to be sent."""
        if row["method"] != "edit":
            return None
        if row["topic"] is not None:
            return await outbox.message_of(tx, chat_id, row["topic"])
        named = json.loads(row["payload"]).get("message_id")
        return None if named is None else int(named)

    async def _attempt(self, task: Task) -> Settle:
        """Makes the call; how its end is to be recorded."""
        row, message_id = task.row, task.message_id
        fields = json.loads(row["payload"])
        try:
            if message_id is not None:
                await encode.edit(self._bot, task.chat_id, message_id, fields)
            else:
                method = "say" if row["method"] == "edit" else row["method"]
                message_id = await encode.call(self._bot, self._files, method, task.chat_id, fields)
        except (TelegramError, OSError) as error:
            return await self._failed(task, error)

        return self._sent(task, message_id)

    def _sent(self, task: Task, message_id: int | None) -> Settle:
        row = task.row

        async def sent(tx: Transaction) -> None:
            await self._settle(tx, row, "sent", message_id=message_id)
            if message_id is None:
                return
            if may_change(row):
                now = self._clock.now()
                await screens.shows(tx, task.chat_id, message_id, mark(row), now)
            if row["topic"] is not None:
                await outbox.remember_topic(tx, task.chat_id, row["topic"], message_id)

        return sent

    async def _failed(self, task: Task, error: Exception) -> Settle:
        row, failure = task.row, classify(error)
        if failure is Failure.UNKNOWN:
            return await self._in_doubt(task)
        policy = POLICY[failure]
        state = self._state_after(policy.then, row)
        if failure is Failure.REFUSED:
            log.error("消息 %s 被拒收：%s", row["id"], error)
        if isinstance(error, RetryAfter):
            self._limits.pause(task.chat_id, seconds_asked(error))
        elif state == "waiting" and policy.then is Then.RETRY and failure is not Failure.MIGRATED:
            self._limits.pause(task.chat_id, min(_LONGEST_PAUSE, 2.0 ** min(row["attempts"], 6)))

        async def failed(tx: Transaction) -> None:
            if isinstance(error, ChatMigrated):
                await people.moved(tx, task.chat_id, error.new_chat_id)
            if failure is Failure.UNREACHABLE:
                await people.unreachable(tx, task.chat_id, self._clock.now())
            if failure is Failure.EDIT_LOST:
                await outbox.resend_as_new(tx, row["id"], task.chat_id, row["topic"])
            await self._settle(tx, row, state, problem=policy.words)

        return failed

    def _state_after(self, then: Then, row: Row) -> str:
        if then is Then.COUNT_AS_SENT:
            return "sent"
        if then is Then.GIVE_UP:
            return "failed"
        return "waiting"

    async def _settle(
        self,
        tx: Transaction,
        row: Row,
        state: str,
        message_id: int | None = None,
        problem: str | None = None,
    ) -> None:
        now = self._clock.now()
        await outbox.settle(tx, row["id"], state, now, message_id=message_id, problem=problem)
        if row["about"] is not None:
            await jobs.add(tx, "delivery_changed", {"about": row["about"]}, now)
