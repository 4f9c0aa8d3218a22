"""From replies as data to rows of the outbox, and from a row to the call that Telegram gets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import MessageLimit, ParseMode

from bot.delivery.length import messages
from bot.replies import Album, Button, Edit, Keyboard, Reply, Say, SendFile, Text
from bot.storage.files import FileStore
from bot.storage.outbox import Outgoing

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def encode(reply: Reply, chat_id: int) -> Iterator[Outgoing]:
    """The calls for one reply; `chat_id` is where it goes unless the reply names another chat."""
    fields: dict[str, Any]
    if isinstance(reply, Say):
        yield from _say(reply, reply.to or chat_id)
    elif isinstance(reply, Edit):
        head = _cut(reply.text, MessageLimit.MAX_TEXT_LENGTH)
        fields = {"text": head, "buttons": _rows(reply.buttons), "message_id": reply.message_id}
        yield Outgoing(reply.to or chat_id, "edit", _json(fields), "resend", reply.topic)
    elif isinstance(reply, SendFile):
        fields = {**_file(reply), "buttons": _rows(reply.buttons)}
        method = "photo" if reply.photo else "document"
        chat = reply.to or chat_id
        yield Outgoing(chat, method, _json(fields), reply.unsure, about=reply.about)
    elif isinstance(reply, Album):
        fields = {"files": [_file(file) for file in reply.files]}
        yield Outgoing(reply.to or chat_id, "album", _json(fields), reply.unsure)


def _say(reply: Say, chat_id: int) -> Iterator[Outgoing]:
    parts = messages(reply.text)
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        fields = {
            "text": part,
            "buttons": _rows(reply.buttons) if last else [],
            "reply_to": reply.reply_to if number == 0 else None,
            "force_reply": reply.force_reply and last,
        }
        topic, about = (reply.topic, reply.about) if last else (None, None)
        yield Outgoing(chat_id, "say", _json(fields), reply.unsure, topic, about)


def _cut(text: Text, limit: int) -> Markup:
    """What fits into one message; a mark where more was to be said."""
    parts = messages(text, limit - 2)
    if not parts:
        return Markup()
    return parts[0] + Markup("\n…") if len(parts) > 1 else parts[0]


def _file(file: SendFile) -> dict[str, Any]:
    return {
        "filename": file.filename,
        "caption": _cut(file.caption, MessageLimit.CAPTION_LENGTH),
        "path": file.path,
        "file_id": file.file_id,
        "photo": file.photo,
    }


def _rows(buttons: Keyboard) -> list[list[dict[str, str]]]:
    return [[_button(button) for button in row] for row in buttons]


def _button(button: Button) -> dict[str, str]:
    fields = {
        "text": button.text,
        "callback_data": button.data,
        "url": button.url,
        "switch_inline_query_current_chat": button.inline_query,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _json(fields: dict[str, Any]) -> str:
    return json.dumps({k: v for k, v in fields.items() if v}, ensure_ascii=False)


def _markup(fields: dict[str, Any]) -> InlineKeyboardMarkup | ForceReply | None:
    if rows := fields.get("buttons"):
        return InlineKeyboardMarkup([[InlineKeyboardButton(**b) for b in row] for row in rows])
    return ForceReply(selective=True) if fields.get("force_reply") else None


async def call(
    bot: Bot, files: FileStore, method: str, chat_id: int, fields: dict[str, Any]
) -> int | None:
    """Makes the call of one row (edits apart, see `edit`); the id of the new message.

    Raises telegram.error.TelegramError, and OSError where a file of ours is gone.
    """
    if method == "say":
        return (await _send_text(bot, chat_id, fields)).message_id
    if method == "album":
        media = [_media(file) for file in fields["files"]]
        return (await bot.send_media_group(chat_id, media))[0].message_id
    send = bot.send_photo if method == "photo" else bot.send_document
    message: Message = await send(
        chat_id,
        fields.get("file_id") or await files.read(fields["path"]),
        filename=fields.get("filename"),
        caption=fields.get("caption"),
        parse_mode=ParseMode.HTML,
        reply_markup=_markup(fields),
    )
    return message.message_id


async def edit(bot: Bot, chat_id: int, message_id: int, fields: dict[str, Any]) -> None:
    """Gives a message new words and buttons. Raises telegram.error.TelegramError."""
    await bot.edit_message_text(
        fields["text"],
        chat_id=chat_id,
        message_id=message_id,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=inline_markup(fields),
    )


def inline_markup(fields: dict[str, Any]) -> InlineKeyboardMarkup | None:
    """The buttons under a message, for edits."""
    markup = _markup(fields)
    return markup if isinstance(markup, InlineKeyboardMarkup) else None


async def _send_text(bot: Bot, chat_id: int, fields: dict[str, Any]) -> Message:
    reply_to = fields.get("reply_to")
    return await bot.send_message(
        chat_id,
        fields["text"],
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True)
        if reply_to
        else None,
        reply_markup=_markup(fields),
    )


def _media(file: dict[str, Any]) -> InputMediaDocument | InputMediaPhoto:
    kind = InputMediaPhoto if file.get("photo") else InputMediaDocument
    return kind(file["file_id"], caption=file.get("caption"), parse_mode=ParseMode.HTML)
