"""Pressing buttons, and what is seen after it."""

from __future__ import annotations

from bot.simulator.deeds.acts import Act
from bot.simulator.deeds.inline import InlineWriter
from bot.simulator.deeds.writing import Place
from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.events import Event
from bot.simulator.state.message import Message
from bot.simulator.state.world import CallbackQuery, Toast, World
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.links import start_link


class Fingers(InlineWriter):
    """The part of a person that presses buttons."""

    def __init__(self, world: World, user: User, bot: BotAccount, role: str = "") -> None:
        super().__init__(world, user, bot, role)
        self.opened: list[str] = []
        """Addresses of buttons and links that led out of Telegram."""
        self.copied: list[str] = []

    def presses(self, text: str, message: Message | None = None, *, in_chat: Place = None) -> Act:
        """Press the button with these words, on the newest message that shows it."""
        if message is None:
            message = self._message_with(text, in_chat)
        button = _button(message, text)
        if button is None:
            raise LookupError(f"消息上没有按钮“{text}”，有：{message.buttons}")
        return self.presses_button(message, button)

    def presses_at(self, message: Message, row: int, column: int) -> Act:
        """Press the button in this place, counted from 0."""
        return self.presses_button(message, message.inline_keyboard[row][column])

    def double_presses(
        self, text: str, message: Message | None = None, *, in_chat: Place = None
    ) -> Act:
        """Press twice before anything can happen: two queries for one message."""
        message = message or self._message_with(text, in_chat)
        return self.presses(text, message) + self.presses(text, message)

    def opens(self, url: str) -> Act:
        """Follow a link; one to the bot itself is the same as start with that payload."""
        target = start_link(url)
        if target and target[0].lower() == self.bot.user.username.lower():
            return self.start(target[1])
        self.opened.append(url)
        return Act()

    @property
    def toasts(self) -> list[Toast]:
        """What was shown after presses, oldest first; answers without text are not shown."""
        mine = [q.answer for q in self.world.callbacks.values() if q.user is self.user]
        return [toast for toast in mine if toast is not None and toast.text]

    @property
    def spinning(self) -> int:
        """How many presses the bot has not answered: their buttons still turn."""
        mine = [q for q in self.world.callbacks.values() if q.user is self.user]
        return sum(q.answer is None for q in mine)

    def presses_button(self, message: Message, button: JsonDict) -> Act:
        """Do what the button does."""
        if "callback_data" in button:
            return self._calls_back(message, button["callback_data"])
        if "url" in button:
            return self.opens(button["url"])
        if "copy_text" in button:
            self.copied.append(button["copy_text"]["text"])
            return Act()
        if "switch_inline_query_current_chat" in button:
            words = button["switch_inline_query_current_chat"]
            return self.types_inline(words, in_chat=message.chat)
        return self.types_inline(button["switch_inline_query"])

    def _message_with(self, text: str, in_chat: Place) -> Message:
        chat = self.place(in_chat)
        for message in reversed(chat.messages):
            if _button(message, text) is not None:
                return message
        seen = [words for m in chat.messages for row in m.buttons for words in row]
        raise LookupError(f"“{chat.name}”里没有按钮“{text}”，有：{seen}")

    def _calls_back(self, message: Message, data: str) -> Act:
        self.place(message.chat)
        bot = next(
            (b for b in self.world.bots if b.user in (message.sender, message.via_bot)), None
        )
        if bot is None:
            raise LookupError("这条消息不是机器人的")
        query = CallbackQuery(
            self.world.query_id(), bot, self.user, message, data, self.world.clock()
        )
        self.world.callbacks[query.id] = query
        bot.met.add(self.id)
        payload: JsonDict = {
            "id": query.id,
            "from": self.user.json(),
            "chat_instance": str(3_000_000_000 + abs(message.chat.id)),
            "data": data,
        }
        if message.inline_id is not None:
            payload["inline_message_id"] = message.inline_id
        else:
            payload["message"] = message.json()
        update = bot.updates.put("callback_query", payload)
        told = {"query": query.id, "user": self.id}
        self.world.events.tell(Event("pressed", message.chat, message, told))
        return Act([message], [update] if update else [], query.id)


def _button(message: Message, text: str) -> JsonDict | None:
    """The button with exactly these words, or the only one that contains them."""
    buttons = [button for row in message.inline_keyboard for button in row]
    for button in buttons:
        if button["text"] == text:
            return button
    containing = [button for button in buttons if text in button["text"]]
    return containing[0] if len(containing) == 1 else None
