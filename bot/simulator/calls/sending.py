"""New messages: text, files, albums, forwards, copies, and “is typing”."""

from __future__ import annotations

from typing import Any

from bot.simulator.calls.access import message_of, readable_chat, reply_target, writable_chat
from bot.simulator.calls.media import album_part, document_of, photo_of
from bot.simulator.state.accounts import BotAccount
from bot.simulator.state.chat import Chat
from bot.simulator.state.events import Event
from bot.simulator.state.message import Content, Message
from bot.simulator.state.world import Draft, World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import bad_request
from bot.simulator.wire.formatted import (
    CAPTION_LIMIT,
    Formatted,
    formatted_argument,
    message_text,
)
from bot.simulator.wire.jsontypes import JsonDict, words
from bot.simulator.wire.keyboards import checked_markup

ACTIONS = frozenset(
    words(
        "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
        "choose_sticker find_location record_video_note upload_video_note"
    )
)


def _caption(arguments: Arguments) -> Formatted:
    return formatted_argument(arguments, "caption", "caption_entities", CAPTION_LIMIT)


def _send(world: World, bot: BotAccount, arguments: Arguments, content: Content) -> Message:
    chat = writable_chat(world, bot, arguments)
    markup = checked_markup(arguments.obj("reply_markup"))
    reply_to = reply_target(chat, bot, arguments)
    return world.post(chat, bot.user, Draft(content, reply_to=reply_to, markup=markup))


def send_message(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """A text."""
    return _send(world, bot, arguments, Content(*message_text(arguments))).json()


def send_document(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """A file with a caption."""
    text, entities = _caption(arguments)
    document = document_of(world, arguments, arguments.text("document"))
    return _send(world, bot, arguments, Content(text, entities, document=document)).json()


def send_photo(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """A picture with a caption."""
    text, entities = _caption(arguments)
    photo = photo_of(world, arguments, arguments.text("photo"))
    return _send(world, bot, arguments, Content(text, entities, photo=photo)).json()


def send_media_group(world: World, bot: BotAccount, arguments: Arguments) -> list[JsonDict]:
    """An album: several messages under one `media_group_id`, all of one kind."""
    items = arguments.array("media")
    if not 2 <= len(items) <= 10:
        raise bad_request("an album must include 2-10 items")
    chat = writable_chat(world, bot, arguments)
    reply_to = reply_target(chat, bot, arguments)
    parts = [album_part(world, arguments, item) for item in items]
    if len({part.photo is None for part in parts}) > 1:
        raise bad_request("documents can't be mixed with other media types in an album")
    album = world.query_id()
    return [
        world.post(chat, bot.user, Draft(part, reply_to=reply_to, album=album)).json()
        for part in parts
    ]


def _source(world: World, bot: BotAccount, arguments: Arguments, what: str) -> Message:
    chat = readable_chat(world, bot, arguments.get("from_chat_id"))
    message = message_of(chat, arguments.whole("message_id"), bot, f"message to {what}")
    if message.service:
        raise bad_request(f"message can't be {'forwarded' if what == 'forward' else 'copied'}")
    return message


def origin_of(message: Message) -> JsonDict:
    """Where a forwarded message comes from."""
    if message.origin:
        return message.origin
    return {"type": "user", "date": message.date, "sender_user": message.sender.json()}


def forward_message(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The message again, with its origin shown and without its buttons."""
    message = _source(world, bot, arguments, "forward")
    chat = writable_chat(world, bot, arguments)
    draft = Draft(_again(message), origin=origin_of(message))
    return world.post(chat, bot.user, draft).json()


def copy_message(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The message again, as the bot's own; with another caption if one is given."""
    message = _source(world, bot, arguments, "copy")
    content = _again(message)
    if arguments.has("caption") and content.has_media:
        content.text, content.entities = _caption(arguments)
    return {"message_id": _send(world, bot, arguments, content).id}


def _again(message: Message) -> Content:
    old = message.content
    return Content(old.text, [dict(e) for e in old.entities], old.document, old.photo)


def send_chat_action(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """“Is typing”, shown for five seconds or until a message comes."""
    if arguments.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat: Chat = writable_chat(world, bot, arguments)
    data: dict[str, Any] = {"action": arguments.text("action")}
    world.events.tell(Event("typing", chat, data=data))
    return True
