"""What somebody did, and which updates it made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.simulator.state.message import Message
from bot.simulator.wire.jsontypes import JsonDict, JsonList


@dataclass
class Act:
    """One deed of a person: the messages it made or touched, and the updates it queued."""

    messages: list[Message] = field(default_factory=list)
    updates: JsonList = field(default_factory=list)
    query_id: str | None = None
    """Of a pressed button or an inline query."""

    @property
    def message(self) -> Message:
        """The message; the last one when there are several."""
        if not self.messages:
            raise LookupError("这个动作没有消息")
        return self.messages[-1]

    @property
    def update(self) -> JsonDict:
        """The only update; an error when the bot was told nothing, or several things."""
        if len(self.updates) != 1:
            raise LookupError(f"这个动作产生了{len(self.updates)}个更新，不是一个")
        return self.updates[0]

    def __iter__(self) -> Iterator[JsonDict]:
        return iter(self.updates)

    def __add__(self, other: Act) -> Act:
        return Act(
            self.messages + other.messages,
            self.updates + other.updates,
            other.query_id or self.query_id,
        )
