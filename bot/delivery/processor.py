"""Order within a chat, none between chats."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.delivery.incoming import chat_of


class PerChat(BaseUpdateProcessor):
    """PTB starts the updates in their order; a fair lock per chat keeps that order."""

    def __init__(self, at_once: int = 256) -> None:
        super().__init__(at_once)
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the earlier updates of the same chat, then processes this one."""
        chat = chat_of(update) if isinstance(update, Update) else 0
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._users[chat] = self._users.get(chat, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._users[chat] -= 1
            if not self._users[chat]:
                del self._users[chat], self._locks[chat]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""
