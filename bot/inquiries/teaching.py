"""教给机器人: which card answers these words from now on, and taking that back."""

from __future__ import annotations

from markupsafe import Markup

from bot.answers.words import theirs
from bot.inquiries.card import Inquiry
from bot.replies import Button, Replies, Say, Text, Toast, keyboard
from bot.storage import jobs, questions
from bot.turn import Turn

_NEAREST = 6


async def choose(turn: Turn, inquiry: Inquiry) -> Replies:
    """Which card these words belong to: the matcher's nearest, one tap."""
    answers = turn.services.answers
    number = inquiry.number
    rows = [
        [Button(answers.title(name), data=f"inq:card:{number}:{name}")]
        for name in answers.nearest(inquiry.row["words"], _NEAREST)
    ]
    if not rows:
        return [Toast("没有相近的卡片，请告诉管理员新写一张", alert=True)]
    text = Text.of(
        Markup("以后有人这样问：{}").format(theirs(inquiry.row["words"])),
        "用哪张卡片回答？选了立即生效，并记入待审的知识改动。",
    )
    return [Say(text, keyboard(*rows, [Button("都不合适", data="inq:list:0")]))]


async def taught(turn: Turn, inquiry: Inquiry, name: str) -> Replies:
    """These words lead to this card; it may be sent to those who wait."""
    answers, number = turn.services.answers, inquiry.number
    if answers.card(name) is None:
        return [Toast("这张卡片已不存在")]
    if await questions.taught(turn.tx, inquiry.row["words"]) == name:
        return [Toast("已经记下了")]
    clerk = turn.incoming.user_name[:60]
    await questions.teach(turn.tx, name, inquiry.wordings, clerk, turn.now)
    await jobs.add(turn.tx, "learn", {}, turn.now)
    note = Text.of(
        f"记下了：以后这样问，就用“{answers.title(name)}”回答。",
        "这条改动已生效，并等管理员导出审签。",
    )
    undo = Button("撤销", data=f"inq:undo:{number}")
    send = [] if inquiry.settled else [Button("也这样答复提问的人", data=f"inq:send:{number}")]
    return [Say(note, keyboard(send, [undo]))]


async def untaught(turn: Turn, inquiry: Inquiry) -> Replies:
    """The words lead nowhere special again."""
    if not await questions.unteach(turn.tx, inquiry.wordings):
        return [Toast("已经撤销了")]
    await jobs.add(turn.tx, "learn", {}, turn.now)
    again = Button("另选卡片", data=f"inq:teach:{inquiry.number}")
    return [Say(Text.of("已撤销：这样问时，机器人照原来的办法回答。"), keyboard([again]))]
