"""The running bot: PTB's Application around the durable inbox, the turns and the outbox."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import sqlite3
from typing import Any

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, TypeHandler
from telegram.request import BaseRequest

from bot.answers.words import without_marks
from bot.delivery.incoming import Incoming, Kind, read
from bot.delivery.post import passes, post
from bot.delivery.processor import PerChat
from bot.delivery.profile import introduce
from bot.delivery.queue import DurableBot, InboxQueue
from bot.delivery.sender import Sender
from bot.delivery.worker import Worker
from bot.edits import Edits
from bot.handlers.routes import JOBS, route
from bot.replies import InlineResults, Replies, Say, Text, Toast, WhenUnsure
from bot.services import Services
from bot.storage import inbox, jobs, people
from bot.turn import Turn

log = logging.getLogger(__name__)

ALLOWED_UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
_TICK = 20.0  # seconds between two looks at the jobs
_RETRY = 30.0  # seconds until a turn is tried again after the disk has failed


class Bot:
    """Everything that runs. `start` takes up what an earlier run has left; `stop` ends it."""

    def __init__(self, services: Services, requests: tuple[BaseRequest, BaseRequest]) -> None:
        self.services = services
        settings = services.settings
        self.queue = InboxQueue(services.db, services.clock)
        bot = DurableBot(
            self.queue,
            token=settings.bot_token.get_secret_value(),
            base_url=settings.base_url,
            base_file_url=settings.base_file_url,
            request=requests[0],
            get_updates_request=requests[1],
        )
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .bot(bot)
            .update_queue(self.queue)
            .concurrent_updates(PerChat())
            .job_queue(None)
            .build()
        )
        services.telegram = bot
        self.application.add_handler(TypeHandler(Update, self._process))
        self.sender = Sender(services.db, self.application.bot, services.files, services.clock)
        self.worker = Worker(services.db, services.clock, services.gate, self.sender.wake)
        self.sender.on_jobs = self.worker.wake
        for kind, work in JOBS.items():
            self.worker.add(kind, work(services))
        self._edits = Edits(services.answers.folder)
        self._answers: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    async def start(self) -> None:
        """Signs in, sends and processes what was left over, then takes new updates."""
        await self.application.initialize()
        self.services.bot_name = self.application.bot.username
        async with self.services.db.transaction() as tx:
            self.services.staff_chat = await people.moved_to(
                tx, self.services.settings.staff_chat_id
            )
            await jobs.add(tx, "tidy", {}, self.services.clock.now())
            if not self.services.answers.sound:
                await jobs.add(tx, "reload", {}, self.services.clock.now())
        await self.sender.start()
        await self.queue.put_left_over(self.application.bot)
        await self.application.start()
        self.worker.wake()

    async def keep_time(self) -> None:
        """Looks around every now and then; runs until cancelled."""
        while True:
            await asyncio.sleep(_TICK)
            await self.look_around()

    async def look_around(self) -> None:
        """Starts on work that has become due and on knowledge that somebody has edited."""
        if await asyncio.to_thread(self._edits.settled):
            async with self.services.db.transaction() as tx:
                await jobs.add(tx, "reload", {}, self.services.clock.now())
        self.worker.wake()

    def introduce(self) -> None:
        """Sets commands and descriptions, beside the work."""
        task = asyncio.create_task(
            introduce(self.application.bot, self.services.staff_chat), name="introduce"
        )
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def settle(self) -> None:
        """Returns when everything received is processed and everything said is sent."""
        while True:
            await self.queue.join()
            await self.worker.idle()
            await self.sender.idle()
            if self._answers:
                await asyncio.wait(self._answers)
            elif self.queue.empty() and not self.worker.busy:
                return

    async def stop(self) -> None:
        """Ends at once; what is unfinished is taken up at the next start."""
        self._stopping.set()
        updater = self.application.updater
        if updater is not None and updater.running:
            await updater.stop()
        self.queue.leave()
        if self.application.running:
            await self.application.stop()
        await self.worker.stop()
        await self.sender.stop()
        await self.application.shutdown()

    async def _process(self, update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
        incoming = read(update, self.services.bot_name)
        replies: Replies = ()
        try:
            replies = await self._turn_until_stored(update, incoming)
        except Exception:
            await self._incident(update, incoming)
        if incoming is not None and incoming.kind in (Kind.BUTTON, Kind.INLINE):
            task = asyncio.create_task(self._answer(incoming, replies))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def _turn_until_stored(self, update: Update, incoming: Incoming | None) -> Replies:
        """A disk that fails keeps the update waiting; it is tried again, never dropped."""
        while True:
            try:
                return await self._turn(update.update_id, incoming)
            except (sqlite3.OperationalError, OSError):
                log.exception("存储出错，稍后再处理")
            with contextlib.suppress(TimeoutError):
                await self.services.clock.sleep(_RETRY)
            if self._stopping.is_set():
                return ()

    async def _turn(self, update_id: int, incoming: Incoming | None) -> Replies:
        now = self.services.clock.now()
        chats: set[int] = set()
        replies: Replies = ()
        async with self.services.db.transaction() as tx:
            if not await inbox.finish(tx, update_id, now):
                return ()  # done before: a redelivery or a left-over queued twice
            if incoming is not None:
                if incoming.private and incoming.kind is not Kind.LEFT:
                    await people.seen(tx, incoming.user_id, incoming.user_name, now)
                replies = await route(Turn(incoming, tx, now, self.services))
                chats = await post(tx, replies, incoming.chat_id, now, self.services.gate)
        self.sender.wake(chats)
        if tx.has_jobs:
            self.worker.wake()
        return replies

    async def _incident(self, update: Update, incoming: Incoming | None) -> None:
        """An error of ours: set the update aside, give a number, lose nothing else."""
        number = secrets.token_hex(3).upper()
        log.exception("处理来件 %s 时出错，事件编号 %s", update.update_id, number)
        now = self.services.clock.now()
        async with self.services.db.transaction() as tx:
            await inbox.fail(tx, update.update_id, number, now)
            if incoming is None or not incoming.private or incoming.kind is Kind.INLINE:
                return
            words = Text.of(
                f"抱歉，这一步没有处理成功（事件编号 {number}）。您之前填写的内容都还在。",
                "请再试一次；如果仍不行，请把编号告诉忻州市职业技能服务中心。/start 回到首页。",
            )
            said = [Say(words, unsure=WhenUnsure.RESEND)]
            chats = await post(tx, said, incoming.chat_id, now, self.services.gate)
        self.sender.wake(chats)

    async def _answer(self, incoming: Incoming, replies: Replies) -> None:
        """Answers the press or the inline question at once; too late is no harm."""
        bot = self.application.bot
        try:
            if incoming.kind is Kind.BUTTON:
                toast = next((r for r in replies if isinstance(r, Toast)), None)
                await bot.answer_callback_query(
                    incoming.callback_id,
                    text=toast.words[:200] if toast else None,
                    show_alert=toast.alert if toast else None,
                )
                return
            found = next((r for r in replies if isinstance(r, InlineResults)), InlineResults(()))
            if not passes(self.services.gate, found):
                found = InlineResults(())
            await bot.answer_inline_query(
                incoming.inline_id, [_article(r) for r in found.results], cache_time=60
            )
        except TelegramError as error:
            log.info("应答没有送到：%s", error)


def _article(result: Any) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        result.id,
        result.title,
        InputTextMessageContent(without_marks(str(result.text.html())), parse_mode=ParseMode.HTML),
        description=result.summary,
    )
