"""People who press and type whatever they see: never an incident, never a dead end.

`XINPING_WALK=5000 pytest tests/cases/test_random_walk.py` walks further.
"""

import os
import random

import pytest

from bot.simulator import Person
from bot.simulator.state.chat import Chat
from bot.storage import cases, events
from bot.storage.registry import put
from tests.cases.books import COMPANY, SCHOOL, books
from tests.cases.theatre import content_of
from tests.support import MONDAY, Stage

STEPS = int(os.environ.get("XINPING_WALK", "250"))
WORDS = [
    *("91140900MA0K00001G", "52140900MJ00000011", "12140900400000001Y", "张文 13800000000"),
    *("忻州虚构机械有限公司", "赵一", "钱二", "忻州市虚构路1号", "要交什么？", "26条"),
    *("理事会换届", "第九十九条「假的」", "=1+1", "虚构工", "2026年11月20日", "/my", "/cancel"),
    *("/change", "/add", "长" * 600, "联系人", "12", "😀", "</b>"),
]
STAFF_WORDS = [
    *("/queue", "/find 虚构", "/find TWNG", "/limits", "/away 2", "/back", "/registry", "/quarter"),
    *("/notice", "/stats", "/export"),
]
SLOW = ("申请书", "Word", "导出", "清单", "登记表", "空白表")
"""Make a file in a process of its own; walked rarely."""


class Walker:
    """Draws what somebody does next from what the chat shows."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage = stage
        self.draw = random.Random(seed)

    def step(self) -> None:
        """One deed of one of the people."""
        draw = self.draw
        who = draw.choice([self.stage.contact, self.stage.contact, self.stage.other])
        clerk = draw.choice([self.stage.clerk, self.stage.colleague])
        kind = draw.random()
        if kind < 0.45:
            self.press(who, who.chat)
        elif kind < 0.62:
            who.says(draw.choice(WORDS))
        elif kind < 0.70:
            self.send(who)
        elif kind < 0.90:
            self.press(clerk, self.stage.group.chat)
        elif kind < 0.94:
            clerk.says(
                f"{draw.choice(STAFF_WORDS[:-2])}".replace(" ", "@xinping_demo_bot ", 1)
                if draw.random() < 0.5
                else f"{draw.choice(STAFF_WORDS[:8]).split()[0]}@xinping_demo_bot",
                in_chat=self.stage.group,
            )
        elif kind < 0.99:
            self.reply(clerk)
        else:
            self.stage.later(days=draw.choice([1, 3, 40]))
            self.stage.bot.worker.wake()

    def press(self, who: Person, chat: Chat) -> None:
        """Mostly a new button, sometimes any old one; rarely one that takes a while."""
        shown = [m for m in chat.from_bot() if m.inline_keyboard]
        if not shown:
            return
        place = min(int(self.draw.expovariate(0.7)), len(shown) - 1)
        buttons = [b for row in shown[-1 - place].inline_keyboard for b in row]
        button = self.draw.choice(buttons)
        if any(word in button["text"] for word in SLOW) and self.draw.random() < 0.9:
            return
        who.presses_button(shown[-1 - place], button)

    def send(self, who: Person) -> None:
        """A paper, a picture, an album, or something odd."""
        number = self.draw.randrange(10**6)
        match self.draw.randrange(4):
            case 0:
                who.sends_document(f"{number}.pdf", content_of(f"{number}.pdf"))
            case 1:
                who.sends_photo(content_of(f"{number}.jpg"))
            case 2:
                who.sends_album([content_of(f"{number}{n}.jpg") for n in range(3)])
            case _:
                who.sends_document(f"{number}.exe", b"MZ")

    def reply(self, clerk: Person) -> None:
        """To what was asked last; words, or the registry."""
        asked = [m for m in self.stage.group.chat.from_bot() if "请回复本条消息" in m.text]
        if not asked:
            return
        if "登记表" in asked[-1].text:
            book = books("登记表.xlsx")
            clerk.sends_document("登记表.xlsx", book, in_chat=self.stage.group, reply_to=asked[-1])
        else:
            clerk.replies(asked[-1], self.draw.choice(WORDS))


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_people_do_there_is_an_answer_and_no_error(stage: Stage, seed: int) -> None:
    for person in (stage.contact, stage.other):
        person.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        await put(tx, SCHOOL, MONDAY)
        await put(tx, COMPANY, MONDAY)
    walker = Walker(stage, seed)
    chats = (stage.contact.chat, stage.other.chat, stage.group.chat)
    for step in range(STEPS):
        walker.step()
        await stage.pump()
        stage.later(seconds=20)
        newest = [m.text for chat in chats for m in list(chat.all_messages.values())[-8:]]
        for fault in ("事件编号", "没有通过核对"):
            assert not any(fault in words for words in newest), f"第{step}步"
    assert stage.contact.spinning == 0
    assert stage.clerk.spinning == 0
    async with stage.bot.services.db.transaction() as tx:
        assert await events.first_break(tx) is None
        failed = await tx.all("SELECT incident FROM inbox WHERE state = 'failed'")
        assert failed == []
        for row in await tx.all("SELECT id FROM cases"):
            case = await cases.get(tx, row["id"])
            assert (case.state == "draft") == (case.reference == "")
