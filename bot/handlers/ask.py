"""问规定: a question, its answer, and what can be done with it.

Routes: ask:how, ask:card:<card>, ask:rel:<card>, ask:ok:<question>, ask:bad:<question>,
ask:why:<question>:<reason>.
"""

from __future__ import annotations

from bot.answers.answer import Answer, Kind
from bot.handlers.screens import HOME, MENU, question_of
from bot.inquiries.gather import gather
from bot.measures import Citation
from bot.replies import Button, Keyboard, Replies, Say, Text, Toast, keyboard
from bot.storage import questions
from bot.turn import Turn

EXAMPLES = Text.of(
    "直接打字问就行，一次问一件事。例如：",
    "换法人要带什么\n租的场地能加工种吗\n备了6个只开了3个，能再加一个吗\n资料要留多久\n26条怎么说",
    "回答都附原文和条号；办法没写的，我会直说没写，并告诉您问谁。",
)
REASONS = {
    "wrong": "答的不是我问的",
    "unclear": "看不懂",
    "more": "不够具体",
    "doubt": "内容可能有误",
}
_TALK = {Kind.SMALLTALK, Kind.HELP, Kind.REFUSED}


async def how(turn: Turn) -> Replies:
    """What can be asked, with examples."""
    return [Say(EXAMPLES, keyboard([Button("看原文", data="text:toc"), HOME]))]


async def ask(turn: Turn) -> Replies:
    """Any words that nothing else waits for."""
    words = turn.incoming.words.strip()
    return await respond(turn, words, turn.services.answers.answer(words))


async def respond(turn: Turn, words: str, answer: Answer) -> Replies:
    """Shows an answer and remembers what was asked."""
    number = await questions.ask(
        turn.tx,
        turn.chat_id,
        turn.user_id,
        words[:500],
        answer.kind.value,
        answer.card,
        answer.text[:1000],
        turn.now,
    )
    return [Say(Text(answer.paragraphs), buttons(turn, answer, number))]


def buttons(turn: Turn, answer: Answer, number: int) -> Keyboard:
    """What fits this kind of answer; there is always a way on."""
    if answer.kind in _TALK:
        return MENU
    person = Button("问工作人员", data=f"person:ask:{number}")
    if answer.kind is Kind.HANDOFF:
        return keyboard([person, HOME])
    if answer.kind is Kind.CLARIFY:
        choices = [[Button(o.label, data=f"ask:card:{o.card}")] for o in answer.options]
        return keyboard(*choices, [Button("都不是", data=f"person:ask:{number}"), HOME])
    rows = []
    if answer.check is not None and answer.check.procedure != "change":
        name = turn.services.answers.check_name(answer.check)
        rows.append([Button(f"去做{name}", data=f"check:from:{number}")])
    if answer.check is not None and answer.check.procedure == "change":
        rows.append([Button("去报变更", data="case:new:change")])
    articles = list(dict.fromkeys(c.article for c in answer.citations if c.article))[:3]
    rows.append([Button(f"看{Citation(n).label}", data=f"text:a:{n}") for n in articles])
    if answer.kind is Kind.OFF_TOPIC:
        return keyboard(*rows, [person, HOME])
    related = [Button("相关问题", data=f"ask:rel:{answer.card}")] if answer.related else []
    rows += [
        [*related, person],
        [
            Button("有用", data=f"ask:ok:{number}"),
            Button("没用", data=f"ask:bad:{number}"),
            HOME,
        ],
    ]
    return keyboard(*rows)


async def press(turn: Turn) -> Replies:
    """The buttons under an answer."""
    match turn.incoming.data.split(":"):
        case ["ask", "card", card]:
            return await _card(turn, card)
        case ["ask", "rel", card]:
            return _related(turn, card)
        case ["ask", "ok", number]:
            return await _judged(turn, number, useful=True, reason=None)
        case ["ask", "bad", number]:
            return await _why(turn, number)
        case ["ask", "why", number, reason] if reason in REASONS:
            return await _judged(turn, number, useful=False, reason=REASONS[reason])
    return await how(turn)


async def _card(turn: Turn, card: str) -> Replies:
    answer = turn.services.answers.card(card)
    if answer is None:
        return [Say(Text.of("这个问题的内容更新过了，请再问一次。"), MENU)]
    return await respond(turn, turn.services.answers.title(card), answer)


def _related(turn: Turn, card: str) -> Replies:
    answers = turn.services.answers
    answer = answers.card(card)
    if answer is None or not answer.related:
        return [Toast("没有更多相关问题")]
    rows = [[Button(answers.title(c), data=f"ask:card:{c}")] for c in answer.related]
    return [Say(Text.of("相关问题："), keyboard(*rows, [HOME]))]


async def _why(turn: Turn, number: str) -> Replies:
    if await question_of(turn, number) is None:
        return [Toast("这条回答已过期")]
    rows = [[Button(words, data=f"ask:why:{number}:{key}")] for key, words in REASONS.items()]
    words = Text.of("抱歉没有帮上忙。是哪方面不好？选一项，我会转给工作人员改进。")
    return [Say(words, keyboard(*rows, [HOME]))]


async def _judged(turn: Turn, number: str, useful: bool, reason: str | None) -> Replies:
    question = await question_of(turn, number)
    if question is None:
        return [Toast("这条回答已过期")]
    await questions.judge(turn.tx, question["id"], useful, reason)
    if useful:
        return [Toast("谢谢，很高兴帮到您")]
    await gather(turn.tx, question, wanted=False, now=turn.now)
    person = Button("问工作人员", data=f"person:ask:{number}")
    thanks = Text.of("已记下，谢谢您指出来。要不要请工作人员直接答复您？")
    return [Say(thanks, keyboard([person, HOME]))]
