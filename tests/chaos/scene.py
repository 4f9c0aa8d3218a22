"""The stage of the chaos: a clock that waits for the bot, a larger cast, what was seen."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from telegram import Update

from bot.app import ALLOWED_UPDATES
from bot.simulator import ManualClock, Message, Person
from bot.simulator.state.chat import Chat
from bot.simulator.state.events import Event
from bot.simulator.wire.jsontypes import JsonDict
from tests.support import Stage, TurnedClock

SEEN = 250  # messages of one chat that are remembered for late presses
NAMES = (
    "<b>粗</b>",
    "=1+1",
    "\u202eمرحبا",
    "👨‍👩‍👧",
    "张" * 60,
    "O'Neil & Söhne",
    "\u200b",
    "第二十六条",
)
GRAIN = 0.001  # seconds that a sleeper wakes late, as in life: limits are kept to the microsecond
TICK = 0.0005  # seconds of real time between two looks at what the bot is doing
PATIENCE = 5.0  # seconds of real time until a sleeper no longer waits for the bot


class CalmClock(TurnedClock):
    """Time stands still while the bot has anything to do; then it goes on to the next sleeper.

    Otherwise a minute's pause for one chat would make presses in all other chats grow old, and
    messages that were let out a minute apart would reach Telegram in the same second.
    """

    def __init__(self, hand: ManualClock, calm: Callable[[], Awaitable[None]]) -> None:
        super().__init__(hand)
        self._calm = calm
        self.waking: list[float] = []

    async def sleep(self, seconds: float) -> None:
        until = self.hand() + seconds + GRAIN
        self.waking.append(until)
        try:
            while self.hand() < until:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._calm(), PATIENCE)
                if until == min(self.waking) and self.hand() < until:
                    self.hand.advance(until - self.hand())
                else:
                    await asyncio.sleep(TICK)
        finally:
            self.waking.remove(until)


@dataclass
class Seen:
    """What stood in a chat at some time: the message, and what its buttons carried then."""

    messages: deque[Message] = field(default_factory=lambda: deque(maxlen=SEEN))
    buttons: deque[tuple[Message, JsonDict]] = field(default_factory=lambda: deque(maxlen=SEEN * 4))
    said: int = 0
    """How often the bot wrote or changed something here."""


class ChaosStage(Stage):
    """The staff group, another group, institutions, strangers with odd names."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder)
        self.chance = random.Random(seed)
        self.clock = self.sleepers = CalmClock(self.hand, self.calm)
        self.telegram.limits.enabled = True
        more = [self.telegram.person(f"机构{n}", role="机构") for n in range(4)]
        odd = [self.telegram.person(name) for name in NAMES]
        self.staff = [self.clerk, self.colleague]
        self.people = [self.contact, self.other, self.stranger, *more, *odd]
        self.earnest = [self.contact, *more[:2]]
        """Those who run errands."""
        self.others = self.telegram.group(
            "同行交流群", [more[0], self.stranger, self.clerk, odd[0]]
        )
        self.tokens = {person.id: f"记{n:02d}号" for n, person in enumerate(self.people)}
        self.seen: dict[int, Seen] = defaultdict(Seen)
        self.fetched: list[JsonDict] = []
        self.received = 0
        self.poisoned: list[Exception] = []
        self.redelivered: list[tuple[float, Update]] = []
        """Some of what has come lately."""
        self.again: list[Update] = []
        self.repeated: set[int] = set()
        """Updates that came twice; the second time nothing may happen."""
        self.telegram.world.events.listen(self._notice)

    async def calm(self) -> None:
        """Returns when all that was fetched is processed, answered and sent, save by sleepers."""
        while True:
            await self.bot.queue.join()
            answering = any(map(_answering, asyncio.all_tasks()))
            if not answering and len(self.bot.sender._lines) <= len(self.sleepers.waking):
                return
            await asyncio.sleep(TICK)

    async def pump(self) -> None:
        """Until all is quiet: what was sent may have made work, and that work may say more."""
        await super().pump()
        while self.bot.sender._lines or not self._idle():
            await self.bot.settle()

    def _idle(self) -> bool:
        busy = self.bot.worker._busy
        return busy is None or busy.done()

    async def fetch(self) -> list[Update]:
        """As the poller does it; what cannot be read is noted and taken away."""
        waiting = self.telegram.bot.updates.peek(100)
        if not waiting:
            return []
        try:
            updates = await self._ask(100)
        except Exception:
            waiting, updates = waiting[:1], await self._one_by_one()
        self._offset = waiting[-1]["update_id"] + 1
        self.telegram.bot.updates.confirm_below(self._offset)
        self.fetched += waiting
        self.received += len(waiting)
        self.redelivered = [*self.redelivered[-20:], *((self.hand(), u) for u in updates[:2])]
        # An empty list would tell `pump` that all is quiet.
        return list(updates) or await self.fetch()

    async def _ask(self, limit: int) -> Sequence[Update]:
        bot = self.bot.application.bot
        updates: Sequence[Update] = await bot.get_updates(
            offset=self._offset, limit=limit, timeout=0, allowed_updates=self._allowed()
        )
        return updates

    async def _one_by_one(self) -> Sequence[Update]:
        """After a batch that could not be read: the next one by itself, perhaps the culprit."""
        try:
            return await self._ask(1)
        except Exception as error:
            self.poisoned.append(error)
            return []

    def _allowed(self) -> list[str]:
        """What the bot asks for; every kind still arrives, as may happen after a change of it."""
        return [] if self.chance.random() < 0.5 else [*ALLOWED_UPDATES]

    def recent(self, chat: Chat, count: int = 8) -> list[Message]:
        """The bot's newest messages in a chat that are still shown."""
        return [m for m in list(self.seen[chat.id].messages)[-count:] if m.shown]

    def last_words(self, chat: Chat) -> str:
        """What the bot said last."""
        found = self.recent(chat, 3)
        return found[-1].text if found else ""

    def presence(self, person: Person) -> bool:
        """Whether the person can write to the bot at present."""
        return not person.chat.blocked and not person.user.deactivated

    def _notice(self, event: Event) -> None:
        message = event.message
        if message is None or event.kind not in ("message", "edited"):
            return
        if message.sender is not self.telegram.bot.user:
            return
        seen = self.seen[message.chat.id]
        seen.said += 1
        if event.kind == "message":
            seen.messages.append(message)
        for row in message.inline_keyboard:
            seen.buttons.extend((message, button) for button in row)


def _answering(task: asyncio.Task[object]) -> bool:
    """Whether this task answers a press or a typed question."""
    return getattr(task.get_coro(), "__qualname__", "") == "Bot._answer"
