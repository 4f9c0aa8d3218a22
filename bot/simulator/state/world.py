"""All that Telegram knows: accounts, chats, messages, open queries."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from bot.simulator.clock import Clock
from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.chat import Chat
from bot.simulator.state.delivery import reaches
from bot.simulator.state.events import Event, Events
from bot.simulator.state.files import FileStore
from bot.simulator.state.message import Content, Message
from bot.simulator.wire.jsontypes import JsonDict, JsonList


@dataclass(frozen=True)
class Toast:
    """What a person sees after pressing a button: a passing line, or a dialog."""

    text: str
    alert: bool = False
    url: str = ""


@dataclass(eq=False)
class CallbackQuery:
    """A pressed button that waits for its answer."""

    id: str
    bot: BotAccount
    user: User
    message: Message
    data: str
    born: float
    answer: Toast | None = None


@dataclass(eq=False)
class InlineQuery:
    """What somebody types after the bot's name in any chat."""

    id: str
    bot: BotAccount
    user: User
    text: str
    born: float
    results: JsonList | None = None
    button: JsonDict | None = None


@dataclass(frozen=True)
class Patience:
    """How long the server waits for answers; the real numbers are nowhere written down."""

    callback_seconds: float = 15.0
    inline_seconds: float = 10.0
    delete_seconds: float = 48 * 3600


@dataclass
class Draft:
    """What a new message is made of besides its chat and sender."""

    content: Content = field(default_factory=Content)
    reply_to: Message | None = None
    markup: JsonDict | None = None
    album: str | None = None
    origin: JsonDict | None = None
    via_bot: User | None = None
    service: JsonDict | None = None


class World:
    """The state, and the few ways in which it changes."""

    def __init__(self, clock: Clock, patience: Patience) -> None:
        self.clock = clock
        self.patience = patience
        self.events = Events()
        self.files = FileStore(clock)
        self.bots: list[BotAccount] = []
        self.users: dict[int, User] = {}
        self.groups: dict[int, Chat] = {}
        self.callbacks: dict[str, CallbackQuery] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self._private: dict[tuple[int, int], Chat] = {}
        self._account_ids = itertools.count(1)
        self._own_ids: dict[int, itertools.count[int]] = {}
        self._query_ids = itertools.count(int(clock() * 1000) * 1_000 + 1)

    def now(self) -> int:
        """Whole seconds, as in messages."""
        return int(self.clock())

    def private_chat(self, bot: BotAccount, user: User) -> Chat:
        """The chat of this person with this bot, started or not."""
        key = (bot.id, user.id)
        if key not in self._private:
            chat = Chat(user.id, "private", user=user, bot=bot)
            chat.people = {user.id: user, bot.id: bot.user}
            self._private[key] = chat
        return self._private[key]

    def all_chats(self) -> list[Chat]:
        """Private chats and groups."""
        return [*self._private.values(), *self.groups.values()]

    def query_id(self) -> str:
        """A fresh identifier for a query or an album."""
        return str(next(self._query_ids))

    def message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; all other chats of an account share one count.

        So an id alone does not name a message: it needs its chat.
        """
        if chat.type == "supergroup":
            return next(self._own_ids.setdefault(chat.id, itertools.count(1)))
        return next(self._account_ids)

    def post(self, chat: Chat, sender: User, draft: Draft) -> Message:
        """A new message appears in the chat."""
        message = Message(
            self.message_id(chat),
            chat,
            sender,
            self.now(),
            draft.content,
            album=draft.album,
            reply_to=draft.reply_to,
            markup=draft.markup,
            origin=draft.origin,
            via_bot=draft.via_bot,
            service=draft.service,
        )
        self.name_mentioned(message)
        if draft.via_bot is not None and draft.markup:
            message.inline_id = f"inline{self.query_id()}"
        chat.all_messages[message.id] = message
        self.events.tell(Event("message", chat, message))
        return message

    def name_mentioned(self, message: Message) -> None:
        """Mentions by number become mentions of the known person, or plain text."""
        kept = []
        for entity in message.content.entities:
            if entity["type"] == "text_mention":
                told = entity.get("user")
                number = told.get("id") if isinstance(told, dict) else None
                user = self.users.get(number) if isinstance(number, int) else None
                if user is None:
                    continue
                kept.append({**entity, "user": user.json()})
            else:
                kept.append(entity)
        message.content.entities = kept

    def deliver(self, message: Message, kind: str = "message") -> JsonList:
        """Queue the message for every bot that may see it."""
        queued = []
        for bot in self.bots:
            if message.sender is bot.user or not reaches(message, bot):
                continue
            bot.met.add(message.sender.id)
            update = bot.updates.put(kind, message.json())
            if update is not None:
                queued.append(update)
        return queued

    def delete(self, message: Message, by: User) -> None:
        """The message is shown no more."""
        message.deleted_by = by
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.events.tell(Event("deleted", message.chat, message))

    def membership(self, chat: Chat, account: User, by: User, before: str, after: str) -> JsonList:
        """Tell the bots that somebody's place in a chat has changed."""
        payload = {
            "chat": chat.json(),
            "from": by.json(),
            "date": self.now(),
            "old_chat_member": chat.member_json(account, before),
            "new_chat_member": chat.member_json(account, after),
        }
        queued = []
        for bot in self.bots:
            if bot.user is account:
                queued.append(bot.updates.put("my_chat_member", payload))
            elif chat.has(bot.user) and chat.is_admin(bot.user):
                queued.append(bot.updates.put("chat_member", payload))
        return [update for update in queued if update is not None]
