"""Writing and sending: the part of a person that makes messages."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence

from bot.simulator.deeds.acts import Act
from bot.simulator.group import Group
from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.chat import Chat
from bot.simulator.state.events import Event
from bot.simulator.state.message import Content, Message
from bot.simulator.state.world import Draft, World
from bot.simulator.wire.formatted import CAPTION_LIMIT, TEXT_LIMIT, trimmed, with_found
from bot.simulator.wire.utf16 import utf16_len

Place = Group | Chat | None
"""Where somebody acts; None is the private chat with the bot."""
MAIN_MIMES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def written(text: str, limit: int = TEXT_LIMIT) -> Content:
    """Text as an app sends it: trimmed, with commands and links marked."""
    kept, _ = trimmed(text, [])
    if utf16_len(kept) > limit:
        raise ValueError(f"应用程序不会发出超过{limit}字的消息")
    return Content(kept, with_found(kept, []))


class Writer:
    """Somebody with an account who makes messages."""

    def __init__(self, world: World, user: User, bot: BotAccount, role: str = "") -> None:
        self.world = world
        self.user = user
        self.bot = bot
        self.role = role
        self.chat.people_roles[user.id] = role

    @property
    def id(self) -> int:
        """The user id, which is also the id of the private chat."""
        return self.user.id

    @property
    def name(self) -> str:
        """As others see it."""
        return self.user.name

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.private_chat(self.bot, self.user)

    def says(self, text: str, *, in_chat: Place = None, reply_to: Message | None = None) -> Act:
        """Write a message."""
        content = written(text)
        if not content.text:
            raise ValueError("应用程序不会发出空消息")
        return self.post(in_chat, Draft(content, reply_to=reply_to))

    def replies(self, message: Message, text: str) -> Act:
        """Answer a message, in its own chat."""
        return self.says(text, in_chat=message.chat, reply_to=message)

    def sends_document(
        self,
        name: str,
        content: bytes | None = None,
        caption: str = "",
        *,
        mime: str | None = None,
        size: int | None = None,
        in_chat: Place = None,
        reply_to: Message | None = None,
    ) -> Act:
        """Send a file; `size` without content pretends a large one."""
        draft = Draft(self._document(name, content, caption, mime, size), reply_to=reply_to)
        return self.post(in_chat, draft)

    def sends_photo(
        self,
        content: bytes,
        caption: str = "",
        *,
        in_chat: Place = None,
        reply_to: Message | None = None,
    ) -> Act:
        """Send a picture."""
        return self.post(in_chat, Draft(self._photo(content, caption), reply_to=reply_to))

    def sends_album(
        self,
        items: Sequence[tuple[str, bytes] | bytes],
        caption: str = "",
        *,
        in_chat: Place = None,
        reply_to: Message | None = None,
    ) -> Act:
        """Several at once, ``(name, content)`` for a document, bare bytes for a picture.

        They arrive as separate messages with one `media_group_id` and without an end mark;
        the caption stands under the first.
        """
        if not 2 <= len(items) <= 10:
            raise ValueError("一组要有2至10个")
        album, act = self.world.query_id(), Act()
        for number, item in enumerate(items):
            words = caption if number == 0 else ""
            if isinstance(item, bytes):
                content = self._photo(item, words)
            else:
                content = self._document(item[0], item[1], words, None, None)
            act += self.post(in_chat, Draft(content, reply_to=reply_to, album=album))
        return act

    def start(self, payload: str = "") -> Act:
        """Press start, perhaps through a link; it also lifts a block."""
        act = self.unblocks()
        return act + self.says(f"/start {payload}".strip())

    def blocks(self) -> Act:
        """Stop the bot: from now on it gets 403."""
        return self._switch(blocked=True)

    def unblocks(self) -> Act:
        """Let the bot write again."""
        return self._switch(blocked=False)

    def place(self, in_chat: Place) -> Chat:
        """The chat in which something happens, which must be open to this person."""
        chat = in_chat.chat if isinstance(in_chat, Group) else in_chat or self.chat
        if not chat.has(self.user):
            raise ValueError(f"{self.name}不在“{chat.name}”里")
        if chat.blocked:
            raise ValueError(f"{self.name}停用了机器人，要先恢复")
        return chat

    def post(self, in_chat: Place, draft: Draft) -> Act:
        """A message of this person appears, and the bots that may see it are told."""
        chat = self.place(in_chat)
        if chat.private:
            chat.started = True
        message = self.world.post(chat, self.user, draft)
        return Act([message], self.world.deliver(message))

    def _document(
        self, name: str, content: bytes | None, caption: str, mime: str | None, size: int | None
    ) -> Content:
        suffix = f".{name.rpartition('.')[2].lower()}"
        guessed = MAIN_MIMES.get(suffix) or mimetypes.guess_type(name)[0]
        result = written(caption, CAPTION_LIMIT)
        result.document = self.world.files.add_document(
            name, content, mime or guessed or "application/octet-stream", size
        )
        return result

    def _photo(self, content: bytes, caption: str) -> Content:
        result = written(caption, CAPTION_LIMIT)
        result.photo = self.world.files.add_photo(content)
        return result

    def _switch(self, *, blocked: bool) -> Act:
        chat = self.chat
        if chat.blocked == blocked:
            return Act()
        chat.blocked = blocked
        # In a private chat the member whose state changes is the bot.
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self.world.events.tell(Event("chat", chat))
        return Act(updates=self.world.membership(chat, self.bot.user, self.user, before, after))
