"""An update as our handlers see it: who, where, what; nothing of Telegram's own types."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from telegram import Message, Update
from telegram.constants import ChatMemberStatus, ChatType


class Kind(StrEnum):
    """What somebody did."""

    COMMAND = "command"
    TEXT = "text"
    FILE = "file"
    BUTTON = "button"
    EDITED = "edited"
    INLINE = "inline"
    LEFT = "left"
    CAME_BACK = "came_back"
    OTHER = "other"


@dataclass(frozen=True)
class SentFile:
    """A file that Telegram keeps for us. `size` in bytes as Telegram states it."""

    file_id: str
    unique_id: str
    name: str
    size: int | None
    mime: str | None
    photo: bool = False


@dataclass(frozen=True)
class Incoming:
    """One update. `words` is the text, the caption, or the inline question."""

    update_id: int
    kind: Kind
    chat_id: int
    private: bool
    user_id: int
    user_name: str
    words: str = ""
    command: str = ""
    argument: str = ""
    data: str = ""
    callback_id: str = ""
    inline_id: str = ""
    message_id: int | None = None
    reply_to: int | None = None
    file: SentFile | None = None
    album: str | None = None
    migrated_to: int | None = None
    mentions: tuple[str, ...] = field(default=())


def chat_of(update: Update) -> int:
    """The chat in which the update is processed in order; for inline questions the person."""
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0


def read(update: Update, bot_name: str) -> Incoming | None:
    """The update in our terms; None for what no person of ours did (channels, other bots)."""
    user = update.effective_user
    if user is None or (user.is_bot and not update.callback_query):
        return None
    chat = update.effective_chat
    common = {
        "update_id": update.update_id,
        "chat_id": chat_of(update),
        "private": chat is None or chat.type == ChatType.PRIVATE,
        "user_id": user.id,
        "user_name": user.full_name,
    }
    if query := update.callback_query:
        message_id = query.message.message_id if query.message else None
        return Incoming(
            **common,  # type: ignore[arg-type]
            kind=Kind.BUTTON,
            data=query.data or "",
            callback_id=query.id,
            message_id=message_id,
        )
    if inline := update.inline_query:
        return Incoming(**common, kind=Kind.INLINE, words=inline.query, inline_id=inline.id)  # type: ignore[arg-type]
    if member := update.my_chat_member:
        gone = member.new_chat_member.status in (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
        return Incoming(**common, kind=Kind.LEFT if gone else Kind.CAME_BACK)  # type: ignore[arg-type]
    if update.edited_message:
        words = update.edited_message.text or update.edited_message.caption or ""
        message_id = update.edited_message.message_id
        return Incoming(**common, kind=Kind.EDITED, words=words, message_id=message_id)  # type: ignore[arg-type]
    if update.message:
        return _message(update.message, common, bot_name)
    return Incoming(**common, kind=Kind.OTHER)  # type: ignore[arg-type]


def _message(message: Message, common: dict[str, object], bot_name: str) -> Incoming | None:
    reply = message.reply_to_message
    common |= {
        "message_id": message.message_id,
        "reply_to": reply.message_id if reply else None,
        "album": message.media_group_id,
        "words": message.text or message.caption or "",
        "migrated_to": message.migrate_to_chat_id,
    }
    if file := _file(message):
        return Incoming(**common, kind=Kind.FILE, file=file)  # type: ignore[arg-type]
    text = message.text or ""
    if text.startswith("/"):
        head, _, argument = text[1:].partition(" ")
        name, _, addressee = head.partition("@")
        elsewhere = addressee and addressee.lower() != bot_name.lower()
        if elsewhere and not common["private"]:
            return None  # said to another bot of the group
        return Incoming(
            **common,  # type: ignore[arg-type]
            kind=Kind.COMMAND,
            command=name.lower(),
            argument=argument.strip(),
        )
    kind = Kind.TEXT if text.strip() else Kind.OTHER
    return Incoming(**common, kind=kind)  # type: ignore[arg-type]


def _file(message: Message) -> SentFile | None:
    if message.document:
        document = message.document
        return SentFile(
            document.file_id,
            document.file_unique_id,
            document.file_name or "文件",
            document.file_size,
            document.mime_type,
        )
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return SentFile(
            largest.file_id,
            largest.file_unique_id,
            "照片.jpg",
            largest.file_size,
            "image/jpeg",
            photo=True,
        )
    return None
