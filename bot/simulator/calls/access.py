"""Whether a bot may use a chat or a message, and the refusal when it may not."""

from __future__ import annotations

from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.chat import Chat
from bot.simulator.state.message import Message
from bot.simulator.state.world import World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import (
    ApiError,
    bad_request,
    chat_not_found,
    forbidden,
    migrated,
)
from bot.simulator.wire.jsontypes import JsonDict


def readable_chat(world: World, bot: BotAccount, chat_id: object) -> Chat:
    """A chat that the bot knows of."""
    if chat_id is None:
        raise bad_request("chat_id is empty")
    if not isinstance(chat_id, int):
        raise chat_not_found(avoidable=True)
    if chat_id < 0:
        return _known_group(world, bot, chat_id)
    user = world.users.get(chat_id)
    if user is None or user.is_bot:
        raise chat_not_found(avoidable=True)
    chat = world.private_chat(bot, user)
    if not chat.started and user.id not in bot.met:
        # Not the bot's mistake: the number may come from the settings.
        raise chat_not_found(avoidable=False)
    return chat


def writable_chat(world: World, bot: BotAccount, arguments: Arguments) -> Chat:
    """The chat of `chat_id`, if the bot may write there."""
    chat = readable_chat(world, bot, arguments.get("chat_id"))
    if chat.user is not None:
        _refuse_person(chat, chat.user)
    return chat


def _refuse_person(chat: Chat, user: User) -> None:
    if user.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        # Law: a bot never writes first; the person must have pressed start.
        raise forbidden("bot can't initiate conversation with a user")


def _known_group(world: World, bot: BotAccount, chat_id: int) -> Chat:
    chat = world.groups.get(chat_id)
    if chat is None:
        raise chat_not_found(avoidable=True)
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    match chat.members.get(bot.id):
        case "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        case "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        case None:
            raise chat_not_found(avoidable=False)
    return chat


def message_of(chat: Chat, message_id: int, bot: BotAccount, what: str) -> Message:
    """The shown message with this id, or “`what` not found”."""
    message = chat.all_messages.get(message_id)
    if message is not None and message.shown:
        return message
    # A person may delete at any time; an id that never was, or that the bot itself removed,
    # is the bot's own confusion.
    by_person = message is not None and message.deleted_by is not bot.user
    raise bad_request(f"{what} not found", avoidable=not by_person)


def reply_target(chat: Chat, bot: BotAccount, arguments: Arguments) -> Message | None:
    """The message that `reply_parameters` names; None when it may be missing and is."""
    given = arguments.obj("reply_parameters")
    if given is None:
        return None
    known = {"message_id", "chat_id", "allow_sending_without_reply"}
    if not isinstance(given.get("message_id"), int) or set(given) - known:
        raise _wrong_reply(given)
    if str(given.get("chat_id", chat.id)) != str(chat.id):
        raise bad_request("replies to other chats are not simulated")
    try:
        return message_of(chat, given["message_id"], bot, "message to be replied")
    except ApiError:
        if given.get("allow_sending_without_reply"):
            return None
        raise


def _wrong_reply(given: JsonDict) -> ApiError:
    return bad_request(f"can't parse reply parameters: {sorted(given)}")
