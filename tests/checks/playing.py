"""The theatre of tests/cases, with what else happens around questions and self-checks.

〔张文〕改上一条：五个　　〔李敏〕冒用按钮：c:1:1:a:0
〔张文〕在旧卡片上点：c:1:1:a:0　　〔张文〕打开文件
〔张文〕内联问：法人变更　　〔张文〕选第2个　　〔王芳〕群里答“机构提问 1”：可以
〔机器人〕重启　　〔规则〕换了版本：交到哪里、手头材料
〔登记〕认定：焊工 未达到　　〔登记〕机构：忻州虚构技工学校 职业院校 3个　（联系人是张文）
"""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.table import Table

from bot.interview import from_json, to_json
from bot.interview.questions import JOURNEYS
from bot.reports.data import FiledOccupation, RegisteredInstitution
from bot.simulator import Group, Message, Person
from bot.storage import bindings, determinations, registry
from tests.cases.theatre import DEED, Theatre
from tests.support import Stage

_REPLY = re.compile(r"(群里)?答“(.+)”")
_PICK = re.compile(r"选第(\d+)个")
_NEVER = ("没有通过核对", "没有处理成功")
"""Said where the gate has blocked a message or the program has failed."""
OLD_RULES = "2023.1"
"""The version of the rules that a stored self-check is said to be from."""


class Play(Theatre):
    """A stage whose bot can be restarted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._running = AsyncExitStack()
        self._sent: Message

    async def begin(self) -> None:
        """Starts the bot, on what an earlier run has left."""
        await self._running.enter_async_context(self.stage.bot_running())

    async def end(self) -> None:
        """Stops the bot."""
        await self._running.aclose()

    async def _scene(self, line: str) -> list[str]:
        match = DEED.match(line)
        assert match, f"看不懂这一行：{line}"
        who, verb, what = match["who"], match["verb"], match["what"] or ""
        if verb == "打开文件":
            return [f"　　{words}" for words in _opened(self.people[who].chat.from_bot())]
        before = self._seen()
        if verb == "重启":
            await self.end()
            await self.begin()
        elif verb == "换了版本":
            await self._age(what.split("、"))
        elif who == "登记":
            await (self._determine if verb == "认定" else self._register)(*what.split())
        else:
            self._do(who, verb, what)
        await self.stage.pump()
        came = [*self._changes(before), *self._new_toasts(), *self._inline(who, verb)]
        wrong = [line for line in came if any(words in line for words in _NEVER)]
        if wrong:
            raise ValueError(wrong[0])
        return came

    def _do(self, who: str, verb: str, what: str) -> None:
        person = self.people.get(who)
        if person is None:
            super()._do(who, verb, what)
        elif found := _REPLY.fullmatch(verb):
            chat = self.stage.group.chat if found[1] else person.chat
            asked = [m for m in chat.from_bot() if found[2] in m.text]
            if not asked:
                raise LookupError(f"没有写着“{found[2]}”的消息")
            person.replies(asked[-1], what)
        elif picked := _PICK.fullmatch(verb):
            act = person.chooses_inline(int(picked[1]) - 1, in_chat=self._place(person))
            self._sent = act.message
        elif not self._did(person, verb, what):
            super()._do(who, verb, what)

    def _did(self, person: Person, verb: str, what: str) -> bool:
        match verb:
            case "改上一条":
                own = [m for m in person.chat.messages if m.sender is person.user]
                person.edits(own[-1], what)
            case "在旧卡片上点":
                card = next(m for m in person.chat.from_bot() if m.text.startswith(("✓", "↓")))
                person.presses_button(card, {"callback_data": what})
            case "冒用按钮":
                person.presses_button(person.chat.from_bot()[-1], {"callback_data": what})
            case "内联问":
                person.types_inline(what, in_chat=self._place(person))
            case _:
                return False
        return True

    def _place(self, person: Person) -> Group | None:
        """Where somebody uses inline mode: the group, or alone."""
        return self.stage.group if self.stage.group.chat.has(person.user) else None

    def _inline(self, who: str, verb: str) -> list[str]:
        if _PICK.fullmatch(verb):
            sent = self._sent.text.split("\n")
            return ["　→ 发出：", *(f"　　{line}" for line in sent)]
        if verb != "内联问":
            return []
        found = self.people[who].inline_results()
        lines = [f"　　{n}. {r['title']}｜{r['description']}" for n, r in enumerate(found, 1)]
        return ["　→ 可选的：", *lines] if found else ["　→ 没有可选的"]

    async def _determine(self, occupation: str, word: str) -> None:
        now = self.stage.clock.now()
        who = ("忻州市职业技能服务中心", "王芳")
        async with self.stage.bot.services.db.transaction() as tx:
            reached = word == "已达到"
            await determinations.record(tx, occupation, reached, now.date(), *who, now)

    async def _register(self, name: str, kind: str, count: str) -> None:
        """A filed institution for which 张文 speaks."""
        now = self.stage.clock.now()
        numbers = range(1, int(count.removesuffix("个")) + 1)
        filed = tuple(FiledOccupation(f"职业{n}", ("中级工",)) for n in numbers)
        row = RegisteredInstitution(name, kind, "12140900MB0K00001X", occupations=filed)
        async with self.stage.bot.services.db.transaction() as tx:
            number = await registry.put(tx, row, now)
            await bindings.invite(tx, number, "token", "王芳", now)
            found = await bindings.invitation(tx, "token")
            assert found is not None
            assert await bindings.accept(tx, found, self.stage.contact.id, now)

    async def _age(self, names: list[str]) -> None:
        """Stored self-checks are from before the rules changed what these questions mean."""
        async with self.stage.bot.services.db.transaction() as tx:
            for row in await tx.all("SELECT id, procedure, state FROM runs"):
                run = from_json(row["state"])
                changed = {q.id for q in JOURNEYS[row["procedure"]] if q.name in names}
                prints = {k: "0" if k in changed else v for k, v in run.prints.items()}
                old = to_json(replace(run, version=OLD_RULES, prints=prints))
                await tx.execute("UPDATE runs SET state = ? WHERE id = ?", (old, row["id"]))


def _opened(messages: list[Message]) -> Iterator[str]:
    """What stands in the Word file that came last, line by line."""
    files = [m.content.document for m in messages if m.content.document is not None]
    if not files or files[-1].content is None:
        raise LookupError("没有收到文件")
    for part in Document(io.BytesIO(files[-1].content)).iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield "｜".join(cell.text.replace("\n", " ") for cell in row.cells)
        elif part.text.strip():
            yield part.text


@asynccontextmanager
async def performance(folder: Path) -> AsyncIterator[Play]:
    """A play with the bot running; afterwards no call may have been one that Telegram refuses."""
    play = Play(Stage(folder))
    await play.begin()
    try:
        yield play
    finally:
        await play.end()
    assert play.stage.refused() == []
