"""One message as the server keeps it, and as the Bot API tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.simulator.state.accounts import User
from bot.simulator.state.files import Photo, StoredFile
from bot.simulator.wire.jsontypes import JsonDict, JsonList

if TYPE_CHECKING:
    from bot.simulator.state.chat import Chat


@dataclass
class Content:
    """What a message says; an edit replaces it as a whole."""

    text: str = ""
    """The text, or the caption where there is a file."""
    entities: JsonList = field(default_factory=list)
    document: StoredFile | None = None
    photo: Photo | None = None

    @property
    def has_media(self) -> bool:
        """Whether `text` is a caption."""
        return self.document is not None or self.photo is not None

    def json(self) -> JsonDict:
        """The part of a `Message` that tells the content."""
        result: JsonDict = {}
        if self.document is not None:
            result["document"] = self.document.document()
        if self.photo is not None:
            result["photo"] = self.photo.json()
        prefix = "caption" if self.has_media else "text"
        if self.text:
            result[prefix] = self.text
            if self.entities:
                key = "caption_entities" if self.has_media else "entities"
                result[key] = [dict(entity) for entity in self.entities]
        return result


@dataclass(eq=False)
class Message:
    """A message in a chat; `deleted_by` is set when it is no longer shown."""

    id: int
    chat: Chat
    sender: User
    date: int
    content: Content = field(default_factory=Content)
    album: str | None = None
    reply_to: Message | None = None
    markup: JsonDict | None = None
    origin: JsonDict | None = None
    via_bot: User | None = None
    service: JsonDict | None = None
    edited: int | None = None
    deleted_by: User | None = None
    inline_id: str | None = None
    reactions: dict[int, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text or the caption."""
        return self.content.text

    @property
    def inline_keyboard(self) -> list[JsonList]:
        """Rows of buttons under the message."""
        rows: list[JsonList] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[list[str]]:
        """Rows of the words on the buttons."""
        return [[button["text"] for button in row] for row in self.inline_keyboard]

    @property
    def shown(self) -> bool:
        """Whether people still see it."""
        return self.deleted_by is None

    def json(self, *, with_reply: bool = True) -> JsonDict:
        """The `Message` of the Bot API."""
        result: JsonDict = {
            "message_id": self.id,
            "from": self.sender.json(),
            "chat": self.chat.json(),
            "date": self.date,
            **(self.service or self.content.json()),
        }
        if self.edited is not None:
            result["edit_date"] = self.edited
        if self.album:
            result["media_group_id"] = self.album
        if self.origin:
            result["forward_origin"] = self.origin
        if self.via_bot:
            result["via_bot"] = self.via_bot.json()
        if self.inline_keyboard:
            result["reply_markup"] = {"inline_keyboard": self.inline_keyboard}
        # A reply is told one level deep; and not at all once its target is deleted.
        if with_reply and self.reply_to is not None and self.reply_to.shown:
            result["reply_to_message"] = self.reply_to.json(with_reply=False)
        return result
