"""Changing what was said: text, caption, buttons, deletion, pins, reactions."""

from __future__ import annotations

from bot.simulator.calls.access import message_of, readable_chat, writable_chat
from bot.simulator.state.accounts import BotAccount
from bot.simulator.state.events import Event
from bot.simulator.state.message import Content, Message
from bot.simulator.state.world import Draft, World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import bad_request
from bot.simulator.wire.formatted import CAPTION_LIMIT, formatted_argument, message_text
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.keyboards import checked_markup

REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐"
    "🍓🍾💋😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def _target(world: World, bot: BotAccount, arguments: Arguments) -> Message:
    if arguments.has("inline_message_id"):
        message = _inline_message(world, bot, arguments.text("inline_message_id"))
    else:
        if not arguments.has("message_id"):
            raise bad_request("message identifier is not specified")
        chat = writable_chat(world, bot, arguments)
        message = message_of(chat, arguments.whole("message_id"), bot, "message to edit")
        if message.sender is not bot.user:
            raise bad_request("message can't be edited")
    # Law: with a reply keyboard or a forced reply under it a message stays as it is.
    if message.service or message.origin or (message.markup and not message.inline_keyboard):
        raise bad_request("message can't be edited")
    return message


def _inline_message(world: World, bot: BotAccount, inline_id: str) -> Message:
    for chat in world.all_chats():
        for message in chat.messages:
            if message.inline_id == inline_id and message.via_bot is bot.user:
                return message
    raise bad_request("MESSAGE_ID_INVALID")


def _change(
    world: World, message: Message, arguments: Arguments, content: Content
) -> JsonDict | bool:
    """Law: an edit without `reply_markup` takes the buttons away."""
    markup = checked_markup(arguments.obj("reply_markup"), inline_only=True)
    probe = Message(message.id, message.chat, message.sender, message.date, content)
    world.name_mentioned(probe)
    if probe.content == message.content and markup == message.markup:
        raise bad_request(_NOT_MODIFIED)
    if probe.content != message.content:
        message.edited = world.now()
    message.content, message.markup = probe.content, markup
    world.events.tell(Event("edited", message.chat, message))
    return True if arguments.has("inline_message_id") else message.json()


def edit_message_text(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict | bool:
    """Other words in a text message."""
    text, entities = message_text(arguments)
    message = _target(world, bot, arguments)
    if message.content.has_media:
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, arguments, Content(text, entities))


def edit_message_caption(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict | bool:
    """Other words under a file."""
    text, entities = formatted_argument(arguments, "caption", "caption_entities", CAPTION_LIMIT)
    message = _target(world, bot, arguments)
    old = message.content
    if not old.has_media:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, message, arguments, Content(text, entities, old.document, old.photo))


def edit_message_reply_markup(
    world: World, bot: BotAccount, arguments: Arguments
) -> JsonDict | bool:
    """Other buttons under the same words."""
    message = _target(world, bot, arguments)
    return _change(world, message, arguments, message.content)


def delete_message(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """One message, of the bot or, where it may, of others."""
    _delete(world, bot, arguments, arguments.whole("message_id"))
    return True


def delete_messages(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """Several at once; those that are not there are passed over."""
    ids = arguments.array("message_ids")
    if not 1 <= len(ids) <= 100 or not all(isinstance(i, int) for i in ids):
        raise bad_request("message identifiers must be 1-100 numbers")
    chat = writable_chat(world, bot, arguments)
    for message_id in ids:
        message = chat.all_messages.get(message_id)
        if message is not None and message.shown:
            _delete(world, bot, arguments, message_id)
    return True


def _delete(world: World, bot: BotAccount, arguments: Arguments, message_id: int) -> None:
    chat = writable_chat(world, bot, arguments)
    message = message_of(chat, message_id, bot, "message to delete")
    if world.clock() - message.date > world.patience.delete_seconds:
        raise bad_request("message can't be deleted for everyone", avoidable=False)
    if not (message.sender is bot.user or chat.private or chat.is_admin(bot.user)):
        raise bad_request("message can't be deleted")
    world.delete(message, bot.user)


def pin_chat_message(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """A message at the top of the chat; in groups only for administrators."""
    chat = writable_chat(world, bot, arguments)
    message = message_of(chat, arguments.whole("message_id"), bot, "message to pin")
    _may_pin(chat.private or chat.is_admin(bot.user))
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    if not chat.private:
        note = {"pinned_message": message.json(with_reply=False)}
        world.deliver(world.post(chat, bot.user, Draft(service=note)))
    world.events.tell(Event("chat", chat))
    return True


def unpin_chat_message(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """One pinned message, the newest when none is named."""
    chat = writable_chat(world, bot, arguments)
    _may_pin(chat.private or chat.is_admin(bot.user))
    wanted = arguments.whole("message_id") if arguments.has("message_id") else None
    if wanted is None and chat.pinned:
        wanted = chat.pinned[-1]
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    world.events.tell(Event("chat", chat))
    return True


def unpin_all(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """No pinned message is left."""
    chat = writable_chat(world, bot, arguments)
    _may_pin(chat.private or chat.is_admin(bot.user))
    chat.pinned.clear()
    world.events.tell(Event("chat", chat))
    return True


def _may_pin(allowed: bool) -> None:
    if not allowed:
        raise bad_request(
            "not enough rights to manage pinned messages in the chat", avoidable=False
        )


def set_message_reaction(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """One emoji of the bot on a message, or none."""
    chat = readable_chat(world, bot, arguments.get("chat_id"))
    message = message_of(chat, arguments.whole("message_id"), bot, "message to react")
    given = arguments.array("reaction")
    emoji = [str(r.get("emoji")).rstrip("\ufe0f") for r in given if isinstance(r, dict)]
    if len(given) > 1 or len(emoji) != len(given) or not REACTIONS.issuperset(emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions.pop(bot.id, None)
    if emoji:
        message.reactions[bot.id] = emoji[0]
    world.events.tell(Event("edited", chat, message))
    return True
