"""What the page's people do, translated into the language of `people`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.simulator.deeds.acts import Act
from bot.simulator.demo import DemoCast
from bot.simulator.pageview import PageView
from bot.simulator.people import Person
from bot.simulator.server import TelegramServer
from bot.simulator.state.chat import Chat
from bot.simulator.state.files import PHOTO_LIMIT
from bot.simulator.state.images import size_of
from bot.simulator.state.message import Message
from bot.simulator.wire.jsontypes import JsonDict

Part = tuple[str, bytes, str]
"""Name, content and kind of an uploaded file."""


class PageDeeds:
    """One request of the page at a time; a slip is an exception with words for the visitor."""

    def __init__(self, server: TelegramServer, cast: DemoCast, view: PageView) -> None:
        self._server = server
        self._cast = cast
        self._view = view
        self._does: dict[str, Callable[[Person, Chat, JsonDict], Act]] = {
            "start": lambda who, chat, ask: who.start(str(ask.get("payload", ""))),
            "says": self._says,
            "presses": self._presses,
            "edits": lambda who, chat, ask: who.edits(self._message(chat, ask), ask["text"]),
            "deletes": self._deletes,
            "opens": lambda who, chat, ask: who.opens(str(ask["url"])),
            "inline": lambda who, chat, ask: who.types_inline(str(ask["text"]), in_chat=chat),
            "chooses": lambda who, chat, ask: who.chooses_inline(
                int(ask["number"]), in_chat=chat, query_id=str(ask["query"])
            ),
            "blocks": lambda who, chat, ask: who.blocks(),
            "unblocks": lambda who, chat, ask: who.unblocks(),
        }

    def do(self, ask: JsonDict) -> JsonDict | None:
        """Carry out one request; the answer is only for the page that asked."""
        who = self._cast.person(int(ask["as"]))
        chat = self._view.chat(str(ask["in"]))
        act = self._does[ask["do"]](who, chat, ask)
        if ask["do"] == "inline":
            return {"type": "asked", "query": act.query_id, "user": who.id}
        return None

    def upload(self, fields: dict[str, str], files: Sequence[Part]) -> None:
        """Files: one, or an album; pictures as photos unless asked otherwise."""
        who = self._cast.person(int(fields["as"]))
        chat = self._view.chat(fields["in"])
        caption = fields.get("caption", "")
        reply = self._reply(chat, fields)
        if not files:
            raise ValueError("没有选中文件")
        if len(files) > 10:
            raise ValueError("一次最多发送10个文件")
        if any(not content for _, content, _ in files):
            raise ValueError("文件是空的")
        photos = fields.get("as_files") != "1" and all(_is_photo(part) for part in files)
        where: dict[str, Any] = {"in_chat": chat, "reply_to": reply}
        if len(files) > 1:
            items = [content if photos else (name, content) for name, content, _ in files]
            who.sends_album(items, caption, **where)
        elif photos:
            who.sends_photo(files[0][1], caption, **where)
        else:
            name, content, kind = files[0]
            who.sends_document(name, content, caption, mime=kind or None, **where)

    def _says(self, who: Person, chat: Chat, ask: JsonDict) -> Act:
        return who.says(str(ask["text"]), in_chat=chat, reply_to=self._reply(chat, ask))

    def _presses(self, who: Person, chat: Chat, ask: JsonDict) -> Act:
        message = self._message(chat, ask)
        try:
            return who.presses_at(message, int(ask["row"]), int(ask["column"]))
        except IndexError:
            raise LookupError("这个按钮刚刚变了，请再看一下") from None

    def _deletes(self, who: Person, chat: Chat, ask: JsonDict) -> Act:
        message = self._message(chat, ask)
        if not (chat.private or message.sender is who.user or chat.is_admin(who.user)):
            raise ValueError("只能删除自己的消息")
        return who.deletes(message)

    def _message(self, chat: Chat, ask: JsonDict) -> Message:
        message = chat.all_messages.get(int(ask["message"]))
        if message is None or not message.shown:
            raise LookupError("这条消息已经不在了")
        return message

    def _reply(self, chat: Chat, ask: JsonDict) -> Message | None:
        if not ask.get("reply_to"):
            return None
        return chat.all_messages.get(int(ask["reply_to"]))


def _is_photo(part: Part) -> bool:
    content = part[1]
    return size_of(content) is not None and len(content) <= PHOTO_LIMIT
