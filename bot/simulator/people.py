"""People who use the messenger: the language in which tests tell what somebody does."""

from __future__ import annotations

from bot.simulator.calls.sending import origin_of
from bot.simulator.deeds.acts import Act
from bot.simulator.deeds.buttons import Fingers
from bot.simulator.deeds.writing import Place, written
from bot.simulator.state.events import Event
from bot.simulator.state.message import Content, Message
from bot.simulator.state.world import Draft
from bot.simulator.wire.formatted import CAPTION_LIMIT, TEXT_LIMIT


class Person(Fingers):
    """Somebody with the app in hand. Every deed returns an `Act` with the queued updates.

    Writing and sending is in `Writer`, inline mode in `InlineWriter`, buttons in `Fingers`.
    """

    def edits(self, message: Message, text: str) -> Act:
        """Change one's own words; the bot is told of an edited message."""
        if message.sender is not self.user or message.origin:
            raise ValueError("只能修改自己的消息")
        new = written(text, CAPTION_LIMIT if message.content.has_media else TEXT_LIMIT)
        new.document, new.photo = message.content.document, message.content.photo
        message.content, message.edited = new, self.world.now()
        self.world.events.tell(Event("edited", message.chat, message))
        return Act([message], self.world.deliver(message, "edited_message"))

    def deletes(self, message: Message) -> Act:
        """Take a message away; nobody tells the bot."""
        self.world.delete(message, self.user)
        return Act([message])

    def forwards(self, message: Message, to_chat: Place = None) -> Act:
        """Send on a message, with its origin shown."""
        old = message.content
        content = Content(old.text, list(old.entities), old.document, old.photo)
        return self.post(to_chat, Draft(content, origin=origin_of(message)))

    def deactivates(self) -> None:
        """The account is deleted."""
        self.user.deactivated = True
