"""Bringing updates to a bot's webhook, in order and until it takes them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from bot.simulator.server import TelegramServer
from bot.simulator.state.accounts import BotAccount

PAUSE_SECONDS = 1.0


class WebhookCourier:
    """Watches the queues of all bots and carries what waits to those with a webhook."""

    def __init__(self, server: TelegramServer, pause: float = PAUSE_SECONDS) -> None:
        self._server = server
        self._pause = pause
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._unlisten: Callable[[], None] | None = None

    def start(self) -> None:
        """Begin to carry."""
        self._unlisten = self._server.world.events.listen(lambda event: self._changed.set())
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop where it is; what was not taken waits on."""
        if self._unlisten is not None:
            self._unlisten()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            for bot in self._server.world.bots:
                while bot.webhook is not None and bot.updates.peek(1):
                    if not await self._carry(bot):
                        await asyncio.sleep(self._pause)

    async def _carry(self, bot: BotAccount) -> bool:
        """Bring the oldest update; anything but 2xx means that it comes again."""
        webhook = bot.webhook
        (update,) = bot.updates.peek(1)
        if webhook is None:
            return False
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        body = json.dumps(update, ensure_ascii=False)
        request = HTTPRequest(webhook.url, method="POST", headers=headers, body=body)
        try:
            await AsyncHTTPClient().fetch(request)
        except (HTTPClientError, OSError) as error:
            webhook.last_error = str(error)
            webhook.last_error_date = self._server.world.now()
            return False
        bot.updates.confirm_below(update["update_id"] + 1)
        return True
