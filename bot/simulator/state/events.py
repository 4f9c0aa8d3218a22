"""What has just changed, told to whoever looks on: the demo page, a waiting test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.simulator.state.chat import Chat
from bot.simulator.state.message import Message
from bot.simulator.wire.jsontypes import JsonDict


@dataclass(frozen=True)
class Event:
    """One change.

    Kinds: message, edited, deleted, typing, pressed, answered, results, profile, chat, queue.
    """

    kind: str
    chat: Chat | None = None
    message: Message | None = None
    data: JsonDict = field(default_factory=dict)


Listener = Callable[[Event], None]


class Events:
    """Those who listen, and a way to wait for a condition without asking again and again."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._waiting: set[asyncio.Event] = set()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: Event) -> None:
        """Something has changed."""
        for listener in tuple(self._listeners):
            listener(event)
        for waiting in self._waiting:
            waiting.set()

    async def until(self, condition: Callable[[], bool], *, within: float = 10.0) -> None:
        """Wait until the condition holds; it is looked at after every change."""
        changed = asyncio.Event()
        self._waiting.add(changed)
        try:
            async with asyncio.timeout(within):
                while not condition():
                    await changed.wait()
                    changed.clear()
        finally:
            self._waiting.discard(changed)
