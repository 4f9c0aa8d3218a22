"""What a bot tells about itself: commands, descriptions, name, menu button."""

from __future__ import annotations

import re

from bot.simulator.calls.access import readable_chat
from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.chat import Chat
from bot.simulator.state.events import Event
from bot.simulator.state.world import World
from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import bad_request
from bot.simulator.wire.jsontypes import JsonDict, JsonList
from bot.simulator.wire.utf16 import utf16_len

_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?\Z")
_PLAIN_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat": {"chat_id"}, "chat_administrators": {"chat_id"}}
_MEMBER_SCOPE = {"chat_member": {"chat_id", "user_id"}}
NAME_LIMIT, DESCRIPTION_LIMIT, SHORT_LIMIT = 64, 512, 120


def _scope(world: World, bot: BotAccount, arguments: Arguments) -> str:
    """The scope as one word, such as ``chat:-100`` or ``chat_member:-100:5``."""
    given = arguments.obj("scope") or {"type": "default"}
    kind = str(given.get("type"))
    if kind in _PLAIN_SCOPES:
        needed: set[str] = set()
    elif kind in _CHAT_SCOPES or kind in _MEMBER_SCOPE:
        needed = {**_CHAT_SCOPES, **_MEMBER_SCOPE}[kind]
    else:
        raise bad_request("unsupported scope type specified")
    if set(given) != needed | {"type"}:
        raise bad_request("can't parse BotCommandScope")
    if "chat_id" in needed:
        readable_chat(world, bot, given["chat_id"])
    return ":".join([kind, *(str(given[key]) for key in sorted(needed))])


def _language(arguments: Arguments) -> str:
    code = arguments.text("language_code")
    if not _LANGUAGE.match(code):
        raise bad_request("invalid language code specified")
    return code


def _checked_command(item: object) -> JsonDict:
    if not isinstance(item, dict) or set(item) != {"command", "description"}:
        raise bad_request("can't parse BotCommand")
    command = str(item["command"]).removeprefix("/")
    description = str(item["description"]).strip()
    if not _COMMAND.match(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def set_my_commands(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The list behind the menu button, for a scope and a language."""
    items = arguments.array("commands")
    if len(items) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_checked_command(item) for item in items]
    if len({c["command"] for c in commands}) < len(commands):
        raise bad_request("BOT_COMMAND_DUPLICATE")
    key = (_scope(world, bot, arguments), _language(arguments))
    bot.profile.commands[key] = commands
    world.events.tell(Event("profile"))
    return True


def get_my_commands(world: World, bot: BotAccount, arguments: Arguments) -> JsonList:
    """The list exactly of this scope and language."""
    key = (_scope(world, bot, arguments), _language(arguments))
    return bot.profile.commands.get(key, [])


def delete_my_commands(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The list of this scope and language is gone; a wider one shows through."""
    bot.profile.commands.pop((_scope(world, bot, arguments), _language(arguments)), None)
    world.events.tell(Event("profile"))
    return True


def commands_for(bot: BotAccount, chat: Chat, user: User) -> JsonList:
    """What the menu shows to this person in this chat: the narrowest scope that is set."""
    if chat.private:
        scopes = [f"chat:{chat.id}", "all_private_chats"]
    else:
        scopes = [f"chat_member:{chat.id}:{user.id}"]
        if chat.is_admin(user):
            scopes.append(f"chat_administrators:{chat.id}")
        scopes.append(f"chat:{chat.id}")
        if chat.is_admin(user):
            scopes.append("all_chat_administrators")
        scopes.append("all_group_chats")
    for scope in [*scopes, "default"]:
        for language in (user.language_code[:2], ""):
            commands = bot.profile.commands.get((scope, language))
            if commands:
                return commands
    return []


def _set_text(
    world: World, texts: dict[str, str], arguments: Arguments, name: str, limit: int
) -> bool:
    text = arguments.text(name).strip()
    if utf16_len(text) > limit:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    texts[_language(arguments)] = text
    world.events.tell(Event("profile"))
    return True


def set_my_name(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """Another name for the bot."""
    return _set_text(world, bot.profile.names, arguments, "name", NAME_LIMIT)


def get_my_name(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The name in a language."""
    return {"name": bot.profile.names.get(_language(arguments)) or bot.user.first_name}


def set_my_description(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The words in an empty chat."""
    texts = bot.profile.descriptions
    return _set_text(world, texts, arguments, "description", DESCRIPTION_LIMIT)


def get_my_description(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The description in a language."""
    return {"description": bot.profile.descriptions.get(_language(arguments), "")}


def set_my_short_description(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """The words on the bot's profile page."""
    texts = bot.profile.short_descriptions
    return _set_text(world, texts, arguments, "short_description", SHORT_LIMIT)


def get_my_short_description(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The short description in a language."""
    return {"short_description": bot.profile.short_descriptions.get(_language(arguments), "")}


def _button_chat(world: World, bot: BotAccount, arguments: Arguments) -> int | None:
    if not arguments.has("chat_id"):
        return None
    chat = readable_chat(world, bot, arguments.whole("chat_id"))
    if not chat.private:
        raise bad_request("menu buttons belong to private chats")
    return chat.id


def set_chat_menu_button(world: World, bot: BotAccount, arguments: Arguments) -> bool:
    """What the button beside the input does: show the commands, or nothing special."""
    button = arguments.obj("menu_button") or {"type": "default"}
    if str(button.get("type")) not in {"default", "commands"} or len(button) > 1:
        raise bad_request("only menu buttons of type default and commands are simulated")
    bot.profile.menu_buttons[_button_chat(world, bot, arguments)] = button
    world.events.tell(Event("profile"))
    return True


def get_chat_menu_button(world: World, bot: BotAccount, arguments: Arguments) -> JsonDict:
    """The button of a chat, or the one for all."""
    buttons = bot.profile.menu_buttons
    chat_id = _button_chat(world, bot, arguments)
    return buttons.get(chat_id) or buttons.get(None) or {"type": "commands"}
