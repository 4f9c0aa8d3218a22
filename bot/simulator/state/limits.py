"""Flood limits: unofficial, but real; switched on for tests of the sender."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from bot.simulator.clock import Clock
from bot.simulator.wire.errors import too_many_requests
from bot.simulator.wire.jsontypes import words

COUNTED = frozenset(
    words(
        "sendMessage sendDocument sendPhoto sendMediaGroup forwardMessage copyMessage "
        "editMessageText editMessageCaption editMessageReplyMarkup"
    )
)


@dataclass
class _Window:
    """At most `most` calls in any `seconds`."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) < self.most:
            return 0.0
        return self.times[0] + self.seconds - now

    def count(self, now: float) -> None:
        self.times.append(now)


@dataclass
class _Bucket:
    """One call a second, and `size` at once after a rest."""

    size: float
    level: float
    filled: float

    def wait(self, now: float) -> float:
        self.level = min(self.size, self.level + now - self.filled)
        self.filled = now
        return max(0.0, 1.0 - self.level)

    def count(self, now: float) -> None:
        self.level -= 1.0


class FloodLimits:
    """30 a second over all; 1 a second to one chat with a small burst; 20 a minute to a group."""

    def __init__(self, clock: Clock, *, enabled: bool = False, burst: int = 3) -> None:
        self.enabled = enabled
        self.refused = 0
        self._clock = clock
        self._burst = burst
        self._over_all = _Window(30, 1.0)
        self._chats: dict[str, _Window | _Bucket] = {}
        self._silent_until: dict[str, float] = {}

    def check(self, method: str, chat_id: str) -> None:
        """Count the call or refuse it with 429."""
        now = self._clock()
        self._check_silence(chat_id, now)
        if not self.enabled or method not in COUNTED:
            return
        window = self._of_chat(chat_id, now)
        wait = max(self._over_all.wait(now), window.wait(now))
        if wait > 0:
            self.refused += 1
            raise too_many_requests(max(1, math.ceil(wait)))
        self._over_all.count(now)
        window.count(now)

    def silence(self, chat_id: str, seconds: float) -> None:
        """Refuse all calls to this chat (empty: of any kind) until the time is over."""
        self._silent_until[chat_id] = self._clock() + seconds

    def _check_silence(self, chat_id: str, now: float) -> None:
        left = max(self._silent_until.get(key, 0.0) for key in (chat_id, "")) - now
        if left > 0:
            self.refused += 1
            raise too_many_requests(math.ceil(left), avoidable=True)

    def _of_chat(self, chat_id: str, now: float) -> _Window | _Bucket:
        if chat_id not in self._chats:
            group = chat_id.startswith("-")
            self._chats[chat_id] = (
                _Window(20, 60.0) if group else _Bucket(self._burst, self._burst, now)
            )
        return self._chats[chat_id]
