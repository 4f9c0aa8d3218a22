"""A chat as plain lines, for tests that a Chinese-speaking official can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.simulator.state.chat import Chat
    from bot.simulator.state.message import Message

_SERVICE = {
    "group_chat_created": "建立了群组",
    "new_chat_members": "加入了群组",
    "left_chat_member": "离开了群组",
    "pinned_message": "置顶了一条消息",
    "migrate_to_chat_id": "群组已升级为超级群组",
    "migrate_from_chat_id": "由普通群组升级而来",
    "new_chat_title": "更改了群名",
}


def service_text(message: Message) -> str:
    """The words for a service message."""
    for key, words in _SERVICE.items():
        if key in (message.service or {}):
            return f"{message.sender.name} {words}"
    return "系统消息"


def sender_label(message: Message) -> str:
    """Who speaks: ``【机器人】``, ``【机构】张三`` or ``【张三】``."""
    if message.sender.is_bot:
        return "【机器人】"
    role = message.chat.people_roles.get(message.sender.id, "")
    return f"【{role}】{message.sender.name}：" if role else f"【{message.sender.name}】"


def lines_of(message: Message) -> list[str]:
    """One message: what is said, its file, its buttons."""
    if message.service:
        return [f"（{service_text(message)}）"]
    said = []
    if message.origin:
        said.append("（转发）")
    if message.reply_to is not None:
        target = message.reply_to
        words = " ".join(target.text.split())[:20] if target.shown else "已删除的消息"
        said.append(f"（回复“{words}”）")
    if message.content.document is not None:
        said.append(f"［文件 {message.content.document.name}］")
    if message.content.photo is not None:
        said.append("［照片］")
    said.append(message.text.replace("\n", "\n　　"))
    lines = [sender_label(message) + "".join(said)]
    for row in message.inline_keyboard:
        words = " | ".join(b["text"] + ("↗" if "url" in b else "") for b in row)
        lines.append(f"　　［{words}］")
    return lines


def transcript_of(chat: Chat) -> str:
    """All that is shown in the chat now."""
    return "\n".join(line for message in chat.messages for line in lines_of(message))
