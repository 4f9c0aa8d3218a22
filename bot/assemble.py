"""Puts the parts together for `run`, `demo` and the tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from markupsafe import Markup
from telegram.request import BaseRequest, HTTPXRequest

from bot import measures
from bot.answers.gate import check
from bot.app import Bot
from bot.clock import Clock, SystemClock
from bot.live import LiveAnswers
from bot.services import Services
from bot.settings import Settings
from bot.storage import questions
from bot.storage.database import Database
from bot.storage.files import FileStore

_POLL = 40.0  # seconds that Telegram may keep a getUpdates waiting


def http_requests(settings: Settings) -> tuple[BaseRequest, BaseRequest]:
    """Connections for calls and for polling, both through the proxy where one is set."""
    return (
        HTTPXRequest(connection_pool_size=64, proxy=settings.proxy_url, pool_timeout=10.0),
        HTTPXRequest(connection_pool_size=2, proxy=settings.proxy_url, read_timeout=_POLL + 10),
    )


def citations_hold(html: Markup) -> list[str]:
    """The gate: what is wrong with the citations of an outgoing text."""
    return [str(fault) for fault in check(html, measures.load())]


async def _answers(db: Database) -> LiveAnswers:
    async with db.transaction() as tx:
        extra = await questions.phrasings_by_card(tx)
    return await asyncio.to_thread(LiveAnswers.load, extra)


@asynccontextmanager
async def running(
    settings: Settings,
    requests: tuple[BaseRequest, BaseRequest] | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Bot]:
    """The bot, started; stopped and its database closed after the block."""
    db = await Database.open(settings.database)
    try:
        services = Services(
            settings=settings,
            clock=clock or SystemClock(),
            db=db,
            files=FileStore(settings.data_dir / "files", settings.data_dir / "keys" / "files.key"),
            gate=citations_hold,
            answers=await _answers(db),
            staff_chat=settings.staff_chat_id,
        )
        bot = Bot(services, requests or http_requests(settings))
        try:
            await bot.start()
            yield bot
        finally:
            await bot.stop()
    finally:
        await db.close()
