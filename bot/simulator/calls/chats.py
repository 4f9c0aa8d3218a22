"""What a bot may ask about chats and their members."""

from __future__ import annotations

from bot.simulator.calls.access import readable_chat, writable_chat
from bot.simulator.state.accounts import BotAccount
from bot.simulator.state.chat import PRESENT, Chat
from bot.simulator.state.world import World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import bad_request
from bot.simulator.wire.jsontypes import JsonDict, JsonList


def get_me(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The bot itself."""
    return bot.me()


def get_file(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """A link to a file, good for one hour."""
    return world.files.link(arguments.text("file_id"))


def done(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """`close` and `logOut`: nothing that our server would have to do."""
    return True


def _chat(world: World, bot: BotAccount, arguments: Arguments) -> Chat:
    return readable_chat(world, bot, arguments.get("chat_id"))


def get_chat(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """A chat with all that is known of it."""
    chat = _chat(world, bot, arguments)
    result = {
        **chat.json(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.pinned:
        newest = chat.all_messages[chat.pinned[-1]]
        result["pinned_message"] = newest.json(with_reply=False)
    return result


def get_chat_member(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """One member, or one who left."""
    chat = _chat(world, bot, arguments)
    user = world.users.get(arguments.whole("user_id"))
    if user is None:
        raise bad_request("invalid user_id specified")
    if chat.private:
        return chat.member_json(user, "member" if chat.has(user) else "left")
    if user.id not in chat.members and user.id not in bot.met:
        raise bad_request("member not found", avoidable=False)
    return chat.member_json(user)


def get_chat_member_count(world: World, bot: BotAccount, arguments: Arguments) -> int:
    """How many take part, bots included."""
    chat = _chat(world, bot, arguments)
    return 2 if chat.private else sum(s in PRESENT for s in chat.members.values())


def get_chat_administrators(world: World, bot: BotAccount, arguments: Arguments) -> JsonList:
    """Who may decide in a group; other bots only when asked for."""
    chat = _chat(world, bot, arguments)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    admins = [chat.people[user_id] for user_id in chat.members if user_id in chat.people]
    return [
        chat.member_json(user)
        for user in admins
        if chat.is_admin(user)
        and (not user.is_bot or user is bot.user or arguments.yes("return_bots"))
    ]


def leave_chat(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The bot goes."""
    chat = writable_chat(world, bot, arguments)
    if chat.private:
        raise bad_request("chat can't be left")
    before = chat.members[bot.id]
    chat.members[bot.id] = "left"
    world.membership(chat, bot.user, bot.user, before, "left")
    return True
