"""One turn of a conversation: what a handler is given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.delivery.incoming import Incoming
from bot.replies import Replies
from bot.storage.database import Transaction

if TYPE_CHECKING:
    from bot.services import Services


@dataclass(frozen=True)
class Turn:
    """An incoming message, the transaction that will record its effect, and the services."""

    incoming: Incoming
    tx: Transaction
    now: datetime
    services: Services

    @property
    def chat_id(self) -> int:
        """The chat that is answered."""
        return self.incoming.chat_id

    @property
    def user_id(self) -> int:
        """The person who acts."""
        return self.incoming.user_id

    @property
    def in_staff_chat(self) -> bool:
        """Whether this happens in the staff's chat."""
        return self.chat_id == self.services.staff_chat

    @property
    def by_staff(self) -> bool:
        """Whether the person is on the list; asked at every press."""
        return self.services.settings.may_decide(self.user_id)


Handler = Callable[[Turn], Awaitable[Replies]]
TextHandler = Callable[[Turn], Awaitable[Replies | None]]
"""Takes words that were asked for; None hands them on to the question answering."""
