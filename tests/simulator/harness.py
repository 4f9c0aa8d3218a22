"""A python-telegram-bot application on the simulator, driven step by step: a model to copy."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Update
from telegram.ext import Application

from bot.simulator import Act, TelegramServer
from bot.simulator.request import SimulatorRequest
from tests.simulator.sample import AnyApplication


class InProcess:
    """No polling and no network: every update is handled when the test says so."""

    def __init__(self, server: TelegramServer, application: AnyApplication) -> None:
        self.server = server
        self.application = application

    async def handle(self, act: Act) -> None:
        """Let the bot handle what somebody has just done, and confirm it."""
        for update in act.updates:
            await self.application.process_update(Update.de_json(update, self.application.bot))
            self.server.bot.updates.confirm_below(update["update_id"] + 1)

    async def drain(self) -> int:
        """Let the bot handle everything that waits; how much that was."""
        updates = self.server.bot.updates.take_all()
        for update in updates:
            await self.application.process_update(Update.de_json(update, self.application.bot))
        return len(updates)

    async def through_queue(self) -> None:
        """The same through the application's own queue, as the updater feeds it."""
        for update in self.server.bot.updates.take_all():
            parsed = Update.de_json(update, self.application.bot)
            await self.application.update_queue.put(parsed)
        await self.application.update_queue.join()


@asynccontextmanager
async def in_process(
    server: TelegramServer, add_handlers: Callable[[AnyApplication], None], *, started: bool = False
) -> AsyncIterator[InProcess]:
    """An initialised application; `started` also runs its own queue reader."""
    builder = Application.builder().token(server.bot.token)
    application = (
        builder.request(SimulatorRequest(server))
        .get_updates_request(SimulatorRequest(server))
        .build()
    )
    add_handlers(application)
    async with application:
        if started:
            await application.start()
        try:
            yield InProcess(server, application)
        finally:
            if started:
                await application.stop()
