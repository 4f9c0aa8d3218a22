"""问工作人员: a question goes to the staff with the conversation, and the answer comes back.

Routes: person:ask, person:ask:<question>, person:rate:<question>:<1 or 0>. Flow: person.
"""

from __future__ import annotations

from bot.handlers import inquiries
from bot.handlers.screens import HOME, MENU, question_of
from bot.inquiries.gather import gather
from bot.replies import Button, Replies, Say, Text, Toast, WhenUnsure, keyboard
from bot.storage import focus, questions
from bot.storage.database import Row
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "person"


async def press(turn: Turn) -> Replies:
    """The buttons that lead to a person."""
    match turn.incoming.data.split(":"):
        case ["person", "ask", number]:
            question = await question_of(turn, number)
            if question is not None:
                return await _hand_over(turn, question)
        case ["person", "rate", number, ("0" | "1") as rating] if number.isdecimal():
            if not await questions.rate(turn.tx, int(number), turn.user_id, int(rating)):
                return [Toast("已经评过了，谢谢")]
            return [Toast("谢谢您的评价")]
    return await invite(turn)


async def invite(turn: Turn) -> Replies:
    """Asks for the question in one message."""
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, ""))
    words = Text.of(
        "请把要问的事写成一条消息发来，我转给服务中心的工作人员，答复会发到这里。",
        "请不要写身份证号等个人信息。",
    )
    return [Say(words, keyboard([Button("不问了", data="home")]))]


async def take(turn: Turn) -> Replies | None:
    """The question that was asked for."""
    words = turn.incoming.words.strip()
    if not words:
        return [Say(Text.of("请用文字写下要问的事。"), keyboard([Button("不问了", data="home")]))]
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    number = await questions.ask(
        turn.tx, turn.chat_id, turn.user_id, words[:1000], "handoff", None, "", turn.now
    )
    question = await questions.question(turn.tx, number, turn.user_id)
    assert question is not None
    return await _hand_over(turn, question)


async def _hand_over(turn: Turn, question: Row) -> Replies:
    if question["kind"] == "handoff" and question["shown"]:
        return await invite(turn)  # “转人工” is a wish, not yet a question
    number = await gather(turn.tx, question, wanted=True, now=turn.now)
    words = Text.of(
        f"已转给服务中心的工作人员（问题编号 {number}），连同您刚才看到的回答。答复会发到这里。",
        "您可以接着做别的。",
    )
    return [
        Say(words, MENU, unsure=WhenUnsure.RESEND),
        *await inquiries.card(turn, number),
    ]


def answer_to(row: Row, answer: str, clerk: str) -> Say:
    """What an asker receives."""
    from bot.answers.words import theirs

    words = Text.of(
        "服务中心工作人员答复了您的问题：",
        theirs(f"问：{row['words']}"),
        theirs(f"答：{answer}"),
        f"（{clerk}，以上为工作人员的答复，不是《办法》原文）",
    )
    rate = [
        Button("有帮助", data=f"person:rate:{row['id']}:1"),
        Button("没帮上", data=f"person:rate:{row['id']}:0"),
    ]
    more = [Button("接着问工作人员", data="person:ask"), HOME]
    return Say(words, keyboard(rate, more), to=row["chat_id"], unsure=WhenUnsure.RESEND)
