"""The updates that wait for one bot, and long polling."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.clock import Clock
from bot.simulator.wire.errors import conflict
from bot.simulator.wire.jsontypes import JsonDict, JsonList

LIFE_SECONDS = 24 * 3600
"""What nobody fetched for so long is gone."""
MOST_SECONDS = 50
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Waiting:
    """An update that has not been confirmed yet."""

    id: int
    born: float
    kind: str
    payload: JsonDict

    def json(self) -> JsonDict:
        """The `Update` of the Bot API."""
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Updates in order. Asking with offset N confirms all below N; the others come again."""

    def __init__(self, clock: Clock, first_id: int = 1) -> None:
        self._clock = clock
        self._next_id = first_id
        self._waiting: deque[Waiting] = deque()
        self._allowed: frozenset[str] = frozenset()
        self._poll: asyncio.Future[None] | None = None
        self.completed_polls = 0
        self.changed: Callable[[], None] = lambda: None
        """Called whenever something was queued or confirmed."""

    def __len__(self) -> int:
        self._forget_old()
        return len(self._waiting)

    @property
    def allowed(self) -> list[str]:
        """The kinds that were asked for; empty means the usual ones."""
        return sorted(self._allowed)

    @property
    def polled(self) -> bool:
        """Whether somebody is waiting for an update right now."""
        return self._poll is not None

    def allow(self, kinds: list[str]) -> None:
        """From now on only these kinds; an empty list is the usual ones again."""
        self._allowed = frozenset(kinds)

    def wants(self, kind: str) -> bool:
        """Whether an update of this kind is kept at all."""
        return kind in self._allowed if self._allowed else kind not in NOT_BY_DEFAULT

    def put(self, kind: str, payload: JsonDict) -> JsonDict | None:
        """Queue an update, unless the bot does not want its kind."""
        if not self.wants(kind):
            return None
        waiting = Waiting(self._next_id, self._clock(), kind, payload)
        self._next_id += 1
        self._waiting.append(waiting)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self.changed()
        return waiting.json()

    def peek(self, limit: int = 100) -> JsonList:
        """What is waiting, confirmed by nobody."""
        self._forget_old()
        return [waiting.json() for waiting in list(self._waiting)[:limit]]

    def take_all(self) -> JsonList:
        """All that is waiting, confirmed at once: for tests that drive a bot without polling."""
        taken = self.peek(len(self._waiting))
        self._waiting.clear()
        return taken

    def confirm_below(self, offset: int) -> None:
        """Drop what is below the offset; a negative one keeps only that many from the end."""
        before = len(self._waiting)
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()
        if len(self._waiting) < before:
            self.changed()

    def end_poll(self, words: str) -> None:
        """Somebody else takes over: whoever is waiting gets a conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(words))

    async def get(self, offset: int, limit: int, seconds: int) -> JsonList:
        """One `getUpdates`. A second poller ends the first, as on the real server."""
        self.end_poll(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
        self.confirm_below(offset)
        limit = min(max(limit, 1), 100)
        seconds = min(max(seconds, 0), MOST_SECONDS)
        if not self.peek(1) and seconds:
            await self._wait(seconds)
        self.completed_polls += 1
        return self.peek(limit)

    async def _wait(self, seconds: int) -> None:
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def _forget_old(self) -> None:
        oldest = self._clock() - LIFE_SECONDS
        while self._waiting and self._waiting[0].born < oldest:
            self._waiting.popleft()
