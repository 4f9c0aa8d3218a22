"""What one person does to the bot: a table of deeds with their weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator import Person
from bot.simulator.group import Group
from tests.chaos import forms, media, words
from tests.chaos.scene import ChaosStage

Doing = Callable[[ChaosStage, Person, Group | None], str]
"""Does it in the person's private chat or in a group; what was done, in a word."""


@dataclass(frozen=True)
class Deed:
    """`name` for the count, `weight` for how often; `groups` whether also in groups."""

    name: str
    weight: int
    do: Doing
    groups: bool = True


def _ask(stage: ChaosStage, person: Person, group: Group | None) -> str:
    said = words.question(stage.chance)
    person.says(said, in_chat=group)
    return said


def _odd(stage: ChaosStage, person: Person, group: Group | None) -> str:
    said = words.odd(stage.chance)
    person.says(said if said.strip(" \t\n\v\r") else "。", in_chat=group)
    return repr(said)


def _long(stage: ChaosStage, person: Person, group: Group | None) -> str:
    said = words.long(stage.chance)
    person.says(said, in_chat=group)
    return f"{said[:12]}……共{len(said)}字"


def _command(stage: ChaosStage, person: Person, group: Group | None) -> str:
    said = words.command(stage.chance)
    person.says(said, in_chat=group)
    return repr(said)


def _link(stage: ChaosStage, person: Person, group: Group | None) -> str:
    payload = words.link(stage.chance)
    person.says(f"/start {payload}", in_chat=group)
    return payload


def _fitting(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """What the bot seems to wait for; in a group as a reply, for it hears nothing else."""
    chat = group.chat if group else person.chat
    asked = stage.last_words(chat)
    said = forms.fitting(stage.chance, asked, stage.tokens.get(person.id, "员"))
    recent = stage.recent(chat, 4)
    person.says(said, in_chat=group, reply_to=recent[-1] if group and recent else None)
    return said


def _reply(stage: ChaosStage, person: Person, group: Group | None) -> str:
    chat = group.chat if group else person.chat
    shown = stage.recent(chat, 60)
    if not shown:
        return _ask(stage, person, group)
    said = stage.chance.choice([words.question, words.odd])(stage.chance)
    target = stage.chance.choice(shown)
    person.says(said if said.strip() else "。", in_chat=group, reply_to=target)
    return f"对“{target.text[:15]}”回 {said[:30]!r}"


def _edit(stage: ChaosStage, person: Person, group: Group | None) -> str:
    chat = group.chat if group else person.chat
    own = [m for m in list(chat.all_messages.values())[-80:] if m.sender is person.user]
    own = [m for m in own if m.shown and not m.origin and not m.service]
    if not own:
        return _ask(stage, person, group)
    message = stage.chance.choice(own)
    person.edits(message, words.question(stage.chance)[:900])
    return message.text[:30]


def _delete(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """In a private chat also the bot's messages."""
    chat = group.chat if group else person.chat
    shown = [m for m in list(chat.all_messages.values())[-30:] if m.shown]
    shown = [m for m in shown if chat.private or m.sender is person.user]
    if not shown:
        return "没有可删的"
    message = stage.chance.choice(shown)
    person.deletes(message)
    return message.text[:30]


def _document(stage: ChaosStage, person: Person, group: Group | None) -> str:
    name, content, size = media.document(stage.chance)
    caption = stage.chance.choice(["", "", words.odd(stage.chance)[:300]])
    recent = stage.recent(group.chat, 4) if group else []
    reply_to = recent[-1] if recent else None
    person.sends_document(name, content, caption, size=size, in_chat=group, reply_to=reply_to)
    return repr(name[:40])


def _photo(stage: ChaosStage, person: Person, group: Group | None) -> str:
    caption = stage.chance.choice(["", words.question(stage.chance)])
    person.sends_photo(media.picture(stage.chance), caption, in_chat=group)
    return caption


def _album(stage: ChaosStage, person: Person, group: Group | None) -> str:
    items = media.album(stage.chance)
    person.sends_album(items, stage.chance.choice(["", "材料"]), in_chat=group)
    return f"{len(items)}个"


def _forward(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """Cards of the staff into private chats, one's own chat into groups, old into new."""
    places = [person.chat] + [
        g.chat for g in (stage.group, stage.others) if g.chat.has(person.user)
    ]
    shown = stage.recent(stage.chance.choice(places), 40)
    if not shown:
        return _ask(stage, person, group)
    message = stage.chance.choice(shown)
    person.forwards(message, group)
    return message.text[:30]


def _inline(stage: ChaosStage, person: Person, group: Group | None) -> str:
    said = words.inline(stage.chance)
    person.types_inline(said, in_chat=group)
    return repr(said[:40])


def _chosen(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """Sends on an earlier offer, which the bot then reads as a message through itself."""
    offer = {"id": "answer", "title": "甲", "text": words.question(stage.chance)}
    answer = {"result_id": "answer", "from": person.user.json(), "query": offer["text"]}
    stage.telegram.bot.updates.put("chosen_inline_result", answer)
    return offer["text"]


def _block(stage: ChaosStage, person: Person, group: Group | None) -> str:
    person.blocks()
    return ""


PERSONAL = (
    Deed("提问", 14, _ask),
    Deed("怪文字", 12, _odd),
    Deed("极长文字", 3, _long),
    Deed("命令", 8, _command),
    Deed("深链接", 3, _link, groups=False),
    Deed("照着填", 16, _fitting),
    Deed("引用回复", 4, _reply),
    Deed("修改消息", 4, _edit),
    Deed("删除消息", 2, _delete),
    Deed("文件", 6, _document),
    Deed("照片", 3, _photo),
    Deed("一组文件", 2, _album),
    Deed("转发", 3, _forward),
    Deed("内联查询", 4, _inline),
    Deed("内联选定", 1, _chosen),
    Deed("停用机器人", 1, _block, groups=False),
)
