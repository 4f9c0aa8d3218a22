"""Telegram's unofficial limits: 30 messages a second over all, 1 a second to a chat, 20 a minute
to a group. Our own sender keeps below them, so that 429 stays the exception."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from telegram.constants import FloodLimit

from bot.clock import Clock

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_SEVERAL, _TOGETHER = 3, 5.0  # so many chats refused within so many seconds
_BURST = 3  # a private chat bears a few at once; a question and its card need not wait


class Window:
    """At most `count` events within `span`."""

    def __init__(self, count: int, span: timedelta) -> None:
        self._count = count
        self._span = span
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed."""
        while self._times and self._times[0] <= now - self._span.total_seconds():
            self._times.popleft()
        if len(self._times) < self._count:
            return 0.0
        return self._times[0] + self._span.total_seconds() - now

    def add(self, now: float) -> None:
        """One more has been sent."""
        self._times.append(now)

    def take_back(self) -> None:
        """The last one was not sent."""
        if self._times:
            self._times.pop()

    def put_off(self, now: float) -> None:
        """The last one was sent only now."""
        if self._times:
            self._times[-1] = now

    @property
    def idle(self) -> bool:
        """Nothing is remembered any more."""
        return not self._times


class Limits:
    """Waits until a chat may be written to; honours `retry_after`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all = Window(int(FloodLimit.MESSAGES_PER_SECOND) - 2, _SECOND)
        self._chats: dict[int, Window] = {}
        self._pauses: dict[int, float] = {}
        self._refused: dict[int, float] = {}
        self._all_until = 0.0

    def pause(self, chat_id: int, seconds: float) -> None:
        """Nothing goes to this chat for so long: 429 said so.

        When several chats hear it within a few seconds, it is the limit over all.
        """
        now = self._now()
        self._pauses[chat_id] = now + seconds
        self._refused = {c: t for c, t in self._refused.items() if t > now - _TOGETHER}
        self._refused[chat_id] = now
        if len(self._refused) >= _SEVERAL:
            self._all_until = max(self._all_until, now + seconds)

    def free(self, chat_id: int) -> bool:
        """Whether a message may go to this chat at once."""
        return self._seconds(chat_id) <= 0

    def paused(self, chat_id: int) -> bool:
        """Whether Telegram has asked for silence, rather than our own count."""
        return max(self._pauses.get(chat_id, 0.0), self._all_until) > self._now()

    async def reserve(self, chat_id: int) -> None:
        """Returns when one message or edit may go to this chat; it is counted in the same moment,
        so that many lines that wait together do not all find the same gap."""
        while (seconds := self._seconds(chat_id)) > 0:
            await self._clock.sleep(seconds)
        self.recall(chat_id, self._clock.now())

    def refund(self, chat_id: int) -> None:
        """There was nothing to send after all."""
        self._all.take_back()
        self._window(chat_id).take_back()

    def sent(self, chat_id: int) -> None:
        """The message for which a place was reserved has arrived: Telegram counts from now."""
        self._window(chat_id).put_off(self._now())

    def recall(self, chat_id: int, at: datetime) -> None:
        """One message went to this chat then, perhaps before a restart; oldest first."""
        self._all.add(at.timestamp())
        self._window(chat_id).add(at.timestamp())

    def _seconds(self, chat_id: int) -> float:
        now = self._now()
        pause = self._pauses.get(chat_id, 0.0) - now
        if pause <= 0:
            self._pauses.pop(chat_id, None)
        return max(pause, self._seconds_of_all(), self._window(chat_id).wait(now), 0.0)

    def _seconds_of_all(self) -> float:
        now = self._now()
        return max(self._all_until - now, self._all.wait(now), 0.0)

    def _window(self, chat_id: int) -> Window:
        if len(self._chats) > 10_000:
            for window in self._chats.values():
                window.wait(self._now())
            self._chats = {c: w for c, w in self._chats.items() if not w.idle}
        group = chat_id < 0
        return self._chats.setdefault(
            chat_id,
            Window(int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP), _MINUTE)
            if group
            else Window(_BURST, _BURST * _SECOND),
        )

    def _now(self) -> float:
        return self._clock.now().timestamp()
