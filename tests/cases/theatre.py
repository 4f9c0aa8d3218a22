"""Plays a transcript: the lines that begin with 〔 are deeds, all others are what came of them.

〔张文〕发：你好　　〔张文〕点：报变更　　〔张文〕连点：提交　　〔张文〕传：任职文件.pdf 扫描件.jpg
〔张文〕传一组：一.jpg 二.jpg　　〔张文〕停用机器人　　〔张文〕恢复机器人
〔王芳〕群里点：受理　　〔王芳〕群里回：看不清　　〔王芳〕群里发：/queue　　〔时间〕过3天
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher, ndiff

from bot.simulator import Message, Person
from bot.simulator.state.chat import Chat
from bot.simulator.state.images import placeholder
from tests.support import Stage

DEED = re.compile(r"^〔(?P<who>[^〕]+)〕(?P<verb>[^：]+?)(?:：(?P<what>.*))?$")
_SPAN = re.compile(r"过(\d+)(天|小时|分钟)")
_UNITS = {"天": "days", "小时": "hours", "分钟": "minutes"}
Contents = Callable[[str], bytes | None]


def deeds_of(text: str) -> Iterator[str]:
    """Comments and deeds; what the bot said is left out."""
    for line in text.splitlines():
        if line.startswith(("〔", "＃")):
            yield line


def content_of(name: str) -> bytes:
    """Bytes that are what the name says."""
    words = name.encode()
    if name.endswith((".jpg", ".png")):
        return placeholder(200 + len(words), 300) + words
    if name.endswith(".pdf"):
        return b"%PDF-1.4\n" + words
    if name.endswith(".zip"):
        return b"PK\x03\x04" + words
    return words


class Theatre:
    """A stage on which a transcript is played."""

    def __init__(self, stage: Stage, contents: Contents = lambda _: None) -> None:
        self.stage = stage
        self.people = {
            p.name: p
            for p in (stage.contact, stage.other, stage.clerk, stage.colleague, stage.stranger)
        }
        self._contents = contents
        self._toasts: dict[str, int] = {}

    async def play(self, text: str) -> str:
        """The transcript anew."""
        written: list[str] = []
        for line in deeds_of(text):
            if line.startswith("＃"):
                written.append(f"\n{line}" if written else line)
                continue
            written.append(f"\n{line}")
            try:
                written.extend(await self._scene(line))
            except (LookupError, ValueError) as error:
                sofar = "\n".join(written[-40:])
                raise AssertionError(f"{sofar}\n演不下去：{error}") from None
        return "\n".join(written).strip() + "\n"

    async def _scene(self, line: str) -> list[str]:
        match = DEED.match(line)
        assert match, f"看不懂这一行：{line}"
        before = self._seen()
        self._do(match["who"], match["verb"], match["what"] or "")
        await self.stage.pump()
        return [*self._changes(before), *self._new_toasts()]

    def _do(self, who: str, verb: str, what: str) -> None:
        if who == "时间":
            found = _SPAN.fullmatch(verb)
            assert found, verb
            self.stage.later(**{_UNITS[found[2]]: int(found[1])})
            self.stage.bot.worker.wake()
            return
        person = self.people[who]
        group = self.stage.group if verb.startswith("群里") else None
        match verb.removeprefix("群里"):
            case "点":
                person.presses(what, in_chat=group)
            case "连点":
                person.double_presses(what, in_chat=group)
            case "发":
                person.says(what.replace("\\n", "\n"), in_chat=group)
            case "回":
                person.replies(self._asked(person, group.chat if group else person.chat), what)
            case "传":
                self._send(person, what, group)
            case "传一组":
                person.sends_album([self._item(name) for name in what.split()], in_chat=group)
            case "停用机器人":
                person.blocks()
            case "恢复机器人":
                person.unblocks()
            case other:
                raise AssertionError(f"没有这种动作：{other}")

    def _send(self, person: Person, what: str, group: object) -> None:
        for part in what.split():
            name, _, size = part.partition("＝")
            item = self._item(name)
            chat = self.stage.group if group is not None else None
            reply = self._asked(person, chat.chat) if chat else None
            if isinstance(item, bytes):
                person.sends_photo(item, in_chat=chat, reply_to=reply)
            elif size:
                big = int(size.removesuffix("MB")) * 1024 * 1024
                person.sends_document(name, size=big, in_chat=chat, reply_to=reply)
            else:
                person.sends_document(*item, in_chat=chat, reply_to=reply)

    def _item(self, name: str) -> tuple[str, bytes] | bytes:
        content = self._contents(name) or content_of(name)
        return content if name.endswith(".jpg") else (name, content)

    def _asked(self, person: Person, chat: Chat) -> Message:
        mine = [m for m in chat.from_bot() if person.name in m.text]
        return mine[-1] if mine else chat.from_bot()[-1]

    def _chats(self) -> list[tuple[str, Chat]]:
        private = [(p.name, p.chat) for p in self.people.values()]
        return [*private, ("工作群", self.stage.group.chat)]

    def _seen(self) -> dict[tuple[str, int], str]:
        return {
            (name, message.id): "\n".join(shown(message))
            for name, chat in self._chats()
            for message in chat.from_bot()
        }

    def _changes(self, before: dict[tuple[str, int], str]) -> Iterator[str]:
        for name, chat in self._chats():
            for message in chat.from_bot():
                now, old = shown(message), before.get((name, message.id))
                if old is None:
                    yield f"　→ {name}："
                    yield from (f"　　{line}" for line in now)
                elif old != "\n".join(now):
                    yield f"　→ {name}（改）："
                    yield from (f"　　{line}" for line in difference(old.split("\n"), now))

    def _new_toasts(self) -> Iterator[str]:
        for name, person in self.people.items():
            toasts = person.toasts
            for toast in toasts[self._toasts.get(name, 0) :]:
                yield f"　→ {name}（弹窗）：{toast.text}"
            self._toasts[name] = len(toasts)


def difference(old: list[str], new: list[str]) -> list[str]:
    """A new screen in full; of one that changed a little, what went (－) and what came (＋)."""
    if SequenceMatcher(None, old, new).ratio() < 0.6:
        return new
    changed = [line for line in ndiff(old, new) if line[0] in "+-" and line[2:]]
    return [f"{'＋' if line[0] == '+' else '－'}{line[2:]}" for line in changed]


def shown(message: Message) -> list[str]:
    """A message as lines: file, words, buttons."""
    lines = []
    if message.content.document is not None:
        lines.append(f"［文件 {message.content.document.name}］")
    if message.content.photo is not None:
        lines.append("［照片］")
    lines += message.text.split("\n") if message.text else []
    lines += [f"［{' | '.join(row)}］" for row in message.buttons]
    return lines
