"""What the demo page is shown: chats, messages, people, as plain data."""

from __future__ import annotations

from collections.abc import Iterator

from bot.simulator.calls.profile import commands_for
from bot.simulator.demo import DemoCast, Side
from bot.simulator.server import TelegramServer
from bot.simulator.state.chat import Chat
from bot.simulator.state.message import Message
from bot.simulator.state.transcript import service_text
from bot.simulator.wire.jsontypes import JsonDict, JsonList

SHOWN_MESSAGES = 300


class PageView:
    """The server as this cast sees it. Chats have keys that outlive an upgrade of a group."""

    def __init__(self, server: TelegramServer, cast: DemoCast) -> None:
        self._server = server
        self._cast = cast
        self._groups = [group for side in cast.sides for group in side.groups]

    def chat(self, key: str) -> Chat:
        """The chat with this key."""
        if key.startswith("g"):
            return self._groups[int(key[1:])].chat
        return self._cast.person(int(key[1:])).chat

    def key(self, chat: Chat) -> str | None:
        """The key of a chat, or None when the page does not show it."""
        if chat.private:
            seated = chat.user is not None and chat.bot is self._server.bot
            return f"p{chat.id}" if seated and self._is_seated(chat.id) else None
        for number, group in enumerate(self._groups):
            if group.chat is chat:
                return f"g{number}"
        return None

    def everything(self) -> JsonDict:
        """All that the page needs to draw itself."""
        bot = self._server.bot
        profile = bot.profile
        return {
            "type": "everything",
            "title": self._cast.title,
            "notice": self._cast.notice,
            "about": self._cast.about,
            "bot": {
                "id": bot.id,
                "name": profile.names.get("zh") or profile.names.get("") or bot.user.first_name,
                "username": bot.user.username,
                "description": profile.descriptions.get("zh") or profile.descriptions.get("", ""),
            },
            "sides": [self._side(side) for side in self._cast.sides],
            "chats": {key: self._chat(self.chat(key)) for key in self._keys()},
        }

    def _keys(self) -> Iterator[str]:
        for side in self._cast.sides:
            for seat in side.seats:
                yield f"p{seat.person.id}"
        for number in range(len(self._groups)):
            yield f"g{number}"

    def _is_seated(self, user_id: int) -> bool:
        return any(s.person.id == user_id for side in self._cast.sides for s in side.seats)

    def _side(self, side: Side) -> JsonDict:
        groups = [f"g{self._groups.index(group)}" for group in side.groups]
        seats = []
        for seat in side.seats:
            mine = [k for k in groups if self.chat(k).has(seat.person.user)]
            keys = (
                [*mine, f"p{seat.person.id}"]
                if side.opens_group
                else [
                    f"p{seat.person.id}",
                    *mine,
                ]
            )
            seats.append(
                {
                    "id": seat.person.id,
                    "name": seat.person.name,
                    "note": seat.note,
                    "chats": keys,
                    "commands": {
                        key: commands_for(self._server.bot, self.chat(key), seat.person.user)
                        for key in keys
                    },
                }
            )
        return {
            "title": side.title,
            "seats": seats,
            "hint_title": side.hint_title,
            "hints": [hint.json() for hint in side.hints],
        }

    def _chat(self, chat: Chat) -> JsonDict:
        messages = chat.messages[-SHOWN_MESSAGES:]
        pinned = [chat.all_messages[i] for i in chat.pinned if chat.all_messages[i].shown]
        return {
            "private": chat.private,
            "title": chat.title,
            "members": sum(chat.has(user) for user in chat.people.values()),
            "started": chat.started,
            "blocked": chat.blocked,
            "pinned": {"id": pinned[-1].id, "text": excerpt(pinned[-1])} if pinned else None,
            "messages": [message_view(message) for message in messages],
        }


def excerpt(message: Message) -> str:
    """One line that stands for a message."""
    words = " ".join(message.text.split())
    if message.content.photo is not None:
        return words or "照片"
    if message.content.document is not None:
        return words or message.content.document.name
    return words[:80]


def message_view(message: Message) -> JsonDict:
    """One message."""
    view: JsonDict = {
        "id": message.id,
        "sender": {
            "id": message.sender.id,
            "name": message.sender.name,
            "bot": message.sender.is_bot,
        },
        "date": message.date,
        "edited": message.edited is not None and not message.sender.is_bot,
        "text": message.text,
        "entities": message.content.entities,
        "album": message.album,
        "reactions": sorted(set(message.reactions.values())),
        **_files(message),
        **_markup(message),
    }
    if message.service:
        view["service"] = service_text(message)
    if message.reply_to is not None:
        view["reply"] = {
            "id": message.reply_to.id,
            "name": message.reply_to.sender.name,
            "text": excerpt(message.reply_to) if message.reply_to.shown else "已删除的消息",
        }
    if message.origin:
        view["forwarded"] = message.origin.get("sender_user", {}).get("first_name", "")
    if message.via_bot is not None:
        view["via"] = message.via_bot.username
    return view


def _files(message: Message) -> JsonDict:
    document, photo = message.content.document, message.content.photo
    if document is not None:
        return {
            "document": {
                "name": document.name,
                "size": document.size,
                "url": f"/page/file/{document.id}",
            }
        }
    if photo is not None:
        full = photo.full
        url = f"/page/file/{full.id}"
        return {"photo": {"url": url, "width": full.width, "height": full.height}}
    return {}


def _markup(message: Message) -> JsonDict:
    markup = message.markup or {}
    result: JsonDict = {"keyboard": [[_button(b) for b in row] for row in message.inline_keyboard]}
    if markup.get("force_reply"):
        result["force_reply"] = markup.get("input_field_placeholder", "")
    if "keyboard" in markup:
        result["reply_keyboard"] = [[b["text"] for b in row] for row in markup["keyboard"]]
        result["once"] = bool(markup.get("one_time_keyboard"))
    if markup.get("remove_keyboard"):
        result["reply_keyboard"] = []
    if markup.get("selective") and message.reply_to is not None:
        result["only_for"] = message.reply_to.sender.id
    return result


def _button(button: JsonDict) -> JsonDict:
    """Without the callback data: the page has no business with it."""
    view: JsonDict = {"text": button["text"], "style": button.get("style", "")}
    if "url" in button:
        view["url"] = button["url"]
    if "copy_text" in button:
        view["copy"] = button["copy_text"]["text"]
    if "switch_inline_query_current_chat" in button:
        view["inline"] = button["switch_inline_query_current_chat"]
    elif "switch_inline_query" in button:
        view["inline"] = button["switch_inline_query"]
    return view


def results_view(results: JsonList) -> JsonList:
    """What inline mode offers."""
    return [{"title": r["title"], "description": r.get("description", "")} for r in results]
