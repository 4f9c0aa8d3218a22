"""Looks for a message that may have arrived, at the pace that Telegram allows."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from telegram import Bot
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.errors import seconds_asked
from bot.delivery.limits import Limits
from bot.delivery.reconcile import is_there
from bot.storage.database import Row

_PAUSE = 2.0  # seconds after a failure of the network


class Search:
    """Remembers what it has found: private chats share one count of messages."""

    def __init__(self, bot: Bot, limits: Limits, clock: Clock) -> None:
        self._bot = bot
        self._limits = limits
        self._clock = clock
        self._found: set[int] = set()

    async def find(self, row: Row, chat_id: int, numbers: Sequence[int]) -> int | None:
        """The message's number, if it arrived; a dead network only delays the search."""
        left = deque(numbers)
        while left:
            if chat_id > 0 and left[0] in self._found:
                left.popleft()  # it is another chat's message
                continue
            await self._limits.reserve(chat_id)
            try:
                if await is_there(self._bot, row, chat_id, left[0]):
                    self._found.add(left[0])
                    return left[0]
                left.popleft()
            except Forbidden:
                return None  # it will be told again when the message is sent
            except RetryAfter as error:
                await self._clock.sleep(seconds_asked(error))
            except TelegramError:
                await self._clock.sleep(_PAUSE)
        return None
