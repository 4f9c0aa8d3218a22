"""An inquiry as the staff see it: who asks what, what the bot said to it, how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from bot.answers.words import theirs
from bot.replies import Button, Keyboard, Text, keyboard
from bot.storage import people, questions
from bot.storage.database import Row, Transaction

STATES = {"open": "待答复", "claimed": "答复中", "answered": "已答复", "closed": "已关闭"}
SETTLED = ("answered", "closed")
_JUST_BEFORE = timedelta(minutes=30)
_NAMED = 3
_WORDINGS = 4
_BEFORE = 3


@dataclass(frozen=True)
class Inquiry:
    """A row with the questions it gathers."""

    row: Row
    asked: Sequence[Row]

    @property
    def number(self) -> int:
        """What staff and askers call it by."""
        return int(self.row["id"])

    @property
    def settled(self) -> bool:
        """Whether it is answered or closed."""
        return self.row["state"] in SETTLED

    @property
    def wordings(self) -> list[str]:
        """The different ways in which it was asked."""
        return list(dict.fromkeys([self.row["words"], *(q["words"] for q in self.asked)]))


async def load(tx: Transaction, number: int) -> Inquiry | None:
    """An inquiry; None where there is none."""
    row = await questions.inquiry(tx, number)
    return None if row is None else Inquiry(row, await questions.asked(tx, number))


def topic(number: int) -> str:
    """The lasting name of an inquiry's card in the staff's chat."""
    return f"inq:{number}:card"


def copy_topic(number: int) -> str:
    """The lasting name of a clerk's own copy of the card, in the chat with the bot."""
    return f"inq:{number}:copy"


async def card(tx: Transaction, inquiry: Inquiry) -> tuple[Text, Keyboard]:
    """Words and buttons of the card as it stands."""
    lines = [_head(inquiry), await _question(tx, inquiry), *await _around(tx, inquiry)]
    lines += [theirs(words) for words in _judged(inquiry)]
    row = inquiry.row
    if row["clerk_name"]:
        lines.append(theirs(f"经办：{row['clerk_name']}"))
    if row["answer"]:
        lines.append(theirs(f"答复：{row['answer']}"))
    if row["settled_as"]:
        lines.append(theirs(row["settled_as"]))
    return Text.of(*lines), _buttons(inquiry)


def _head(inquiry: Inquiry) -> Markup:
    row = inquiry.row
    count = f"　{row['askers']}人问过" if row["askers"] > 1 else ""
    calm = "" if row["wanted"] or inquiry.settled else "　没有人要求答复"
    return Markup("<b>机构提问 {}</b>　{}{}{}").format(row["id"], STATES[row["state"]], count, calm)


async def _question(tx: Transaction, inquiry: Inquiry) -> Markup:
    others = inquiry.wordings[1:_WORDINGS]
    names = [
        await people.name_of(tx, user)
        for user in list(dict.fromkeys(q["user_id"] for q in inquiry.asked))[:_NAMED]
    ]
    more = "等" if inquiry.row["askers"] > _NAMED else ""
    lines = [theirs(inquiry.row["words"]), *(theirs(f"也有人问：{words}") for words in others)]
    if names:
        lines.append(theirs(f"提问人：{'、'.join(names)}{more}"))
    return Markup("\n").join(lines)


async def _around(tx: Transaction, inquiry: Inquiry) -> Iterator[Markup]:
    """What the bot said to it, and what the same person had asked before."""
    if not inquiry.asked:
        return iter(())
    last = inquiry.asked[-1]
    shown = [q["shown"] for q in inquiry.asked if q["shown"]]
    lines = [theirs(f"机器人当时答：{_first_line(shown[-1])}")] if shown else []
    since = datetime.fromisoformat(last["asked_at"]) - _JUST_BEFORE
    earlier = [q["words"] for q in await questions.before(tx, last, since, _BEFORE)]
    others = [words for words in dict.fromkeys(earlier) if words not in inquiry.wordings]
    if others:
        lines.append(theirs("此前还问过：" + "；".join(words[:40] for words in others)))
    return iter(lines)


def _first_line(shown: str) -> str:
    line = shown.partition("\n")[0]
    return line if len(line) <= 80 else f"{line[:79]}…"


def _judged(inquiry: Inquiry) -> Iterator[str]:
    useless = [q["reason"] or "没有说原因" for q in inquiry.asked if q["useful"] == 0]
    if useless:
        counted = "、".join(f"{words}{n}人" for words, n in Counter(useless).items())
        yield f"标为“没用”：{counted}"
    rated = Counter(q["rating"] for q in inquiry.asked if q["rating"] is not None)
    if rated:
        words = {1: "有帮助", 0: "没帮上"}
        yield "提问人评价：" + "，".join(f"{words[r]}{rated[r]}人" for r in words if rated[r])


def _buttons(inquiry: Inquiry) -> Keyboard:
    number, state = inquiry.number, inquiry.row["state"]
    teach = Button("教给机器人", data=f"inq:teach:{number}")
    if inquiry.settled:
        more = [Button("补充答复", data=f"inq:reply:{number}")] if state == "answered" else []
        return keyboard([*more, teach])
    answer = Button("答复", data=f"inq:reply:{number}")
    if state == "open":
        first = [Button("领取", data=f"inq:claim:{number}"), answer]
    else:
        first = [answer, Button("放回", data=f"inq:back:{number}")]
    return keyboard(
        first,
        [Button("办法没有规定", data=f"inq:silent:{number}"), teach],
        [Button("关闭", data=f"inq:close:{number}")],
    )
