"""Which messages of people reach a bot: in groups, not all of them."""

from __future__ import annotations

from bot.simulator.state.accounts import BotAccount
from bot.simulator.state.message import Message
from bot.simulator.wire.utf16 import utf16_cut


def reaches(message: Message, bot: BotAccount) -> bool:
    """Whether the bot is told of the message.

    Law: with privacy mode on and without being an administrator, a bot in a group hears only
    commands meant for it, replies to its own messages, messages sent through it, and service
    messages. Whoever forgets this has a bot that is deaf in the staff group.
    """
    chat = message.chat
    if chat.private:
        return chat.bot is bot
    if not chat.has(bot.user):
        return False
    if not bot.privacy_mode or chat.is_admin(bot.user) or message.service:
        return True
    if message.via_bot is bot.user:
        return True
    if message.reply_to is not None and message.reply_to.sender is bot.user:
        return True
    return _commands(message, bot)


def _commands(message: Message, bot: BotAccount) -> bool:
    for entity in message.content.entities:
        if entity["type"] != "bot_command":
            continue
        command = utf16_cut(message.text, entity["offset"], entity["length"])
        _, at, name = command.partition("@")
        if name.lower() == bot.user.username.lower():
            return True
        if not at and _spoke_last(message, bot):
            return True
    return False


def _spoke_last(message: Message, bot: BotAccount) -> bool:
    """A command without a name is for the only bot, or for the one that wrote last."""
    chat = message.chat
    others = [u for u in chat.people.values() if u.is_bot and u is not bot.user and chat.has(u)]
    if not others:
        return True
    spoken = [m for m in chat.all_messages.values() if m.sender.is_bot]
    return bool(spoken) and spoken[-1].sender is bot.user
