"""问工作人员: a question goes to the staff with the conversation, and the answer comes back.

Routes: person:ask, person:ask:<question>, person:send:<question>,
person:rate:<question>:<1 or 0>. Flow: person.
"""

from __future__ import annotations

from bot.answers.answer import Kind
from bot.handlers.screens import MENU, PERSON, in_private, question_of, telephone
from bot.inquiries.gather import MOST, gather
from bot.inquiries.screen import announced, refreshed
from bot.replies import Button, Replies, Say, Text, Toast, WhenUnsure, keyboard
from bot.rules import PROCEDURES
from bot.storage import focus, questions, runs
from bot.storage.database import Row
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = PERSON
LONGEST = 1500
_TALK = {Kind.SMALLTALK, Kind.HELP, Kind.HANDOFF, Kind.REFUSED}
_ENOUGH = Button("不问了", data="home")


async def press(turn: Turn) -> Replies:
    """The buttons that lead to a person."""
    match turn.incoming.data.split(":"):
        case ["person", "ask" | "send" as deed, number]:
            question = await question_of(turn, number)
            if question is not None and (deed == "send" or question["kind"] not in _TALK):
                return await _hand_over(turn, question)
        case ["person", "rate", number, ("0" | "1") as rating] if number.isdecimal():
            return await _rate(turn, number, int(rating))
    return await invite(turn)


async def _rate(turn: Turn, number: str, rating: int) -> Replies:
    question = await question_of(turn, number)
    if question is None:
        return [Toast("这条答复过期了")]
    if not await questions.rate(turn.tx, question["id"], turn.user_id, rating):
        return [Toast("已经评过了，谢谢")]
    words = "谢谢您的评价" if rating else "记下了。可以按“接着问工作人员”再说一说"
    return [Toast(words), *await refreshed(turn, question["inquiry_id"])]


async def invite(turn: Turn) -> Replies:
    """Asks for the question in one message."""
    if not turn.incoming.private:
        return [in_private(turn, "问工作人员")]
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, ""))
    words = Text.of(
        "请把要问的事写成一条消息发来，我转给服务中心的工作人员，答复会发到这里。",
        "请不要写身份证号等个人信息。",
    )
    return [Say(words, keyboard(await _check_left(turn), [_ENOUGH]))]


async def take(turn: Turn) -> Replies | None:
    """The question that was asked for; mere talk is not sent on without a second word."""
    words = turn.incoming.words.strip()
    if turn.incoming.file is not None or not words:
        return [Say(Text.of("请用文字写下要问的事，文件转不过去。"), keyboard([_ENOUGH]))]
    if len(words) > LONGEST:
        return [Say(Text.of(f"太长了，请写在{LONGEST}字以内再发一次。"), keyboard([_ENOUGH]))]
    answer = turn.services.answers.answer(words)
    talk = answer.kind in _TALK
    kind = answer.kind.value if talk else questions.PERSON
    number = await questions.ask(
        turn.tx, turn.chat_id, turn.user_id, words, kind, None, "", turn.now
    )
    if talk:
        send = Button("就转这句", data=f"person:send:{number}")
        sure = Text.of("这句话要转给工作人员吗？", "不转的话，请把要问的事写成一条消息发来。")
        return [Say(sure, keyboard([send, _ENOUGH]))]
    question = await questions.question(turn.tx, number, turn.user_id)
    assert question is not None
    return await _hand_over(turn, question)


async def _hand_over(turn: Turn, question: Row) -> Replies:
    if question["kind"] == questions.PERSON and question["inquiry_id"] is not None:
        if await questions.is_open(turn.tx, question["inquiry_id"]):
            return [Toast("已经转给工作人员了，请等答复")]
        return [Toast("这个问题答复过了，还有要问的请写下来"), *await invite(turn)]
    if await questions.waiting(turn.tx, turn.user_id, handed=True) >= MOST:
        words = Text.of(
            f"您已有{MOST}个问题在等答复，请等一等再问。", f"急事请打电话 {telephone()}。"
        )
        return [Say(words, MENU)]
    waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    if waiting is not None and waiting.name == FLOW:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    number = await gather(turn.tx, question, wanted=True, now=turn.now)
    await questions.hand_over(turn.tx, question["id"])
    carried = "，连同刚才的回答" if question["shown"] else ""
    words = Text.of(
        f"已转给忻州市职业技能服务中心的工作人员{carried}，问题编号 {number}。"
        "答复会发到这里，您可以接着做别的。",
        f"急事请打电话 {telephone()}。",
    )
    ways = keyboard(await _check_left(turn), *MENU)
    card = await announced(turn, number)
    return [Say(words, ways, unsure=WhenUnsure.RESEND), *card]


async def _check_left(turn: Turn) -> list[Button]:
    """Back to the self-check that was left for this."""
    left = await runs.unfinished(turn.tx, turn.user_id)
    if not left or left[0]["procedure"] not in PROCEDURES:
        return []
    name = PROCEDURES[left[0]["procedure"]].name
    return [Button(f"▶ 接着做：{name}自查", data=f"check:resume:{left[0]['id']}")]
