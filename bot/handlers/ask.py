"""问规定: a question, its answer, and what can be done with it.

Routes: ask:how, ask:card:<card>, ask:rel:<card>, ask:ok:<question>, ask:bad:<question>,
ask:why:<question>:<reason>, ask:none:<question>.
"""

from __future__ import annotations

from bot.answers.answer import Answer, Check, Kind, Layer
from bot.handlers.screens import HOME, MENU, PERSON, leave_person, question_of
from bot.inquiries.gather import gather_silently
from bot.measures import Citation
from bot.replies import Button, Edit, Keyboard, Replies, Say, Text, Toast, keyboard
from bot.rules import PROCEDURES
from bot.storage import focus, questions
from bot.storage.focus import Focus
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
_TYPE_ON = "要问的事现在就可以打成一条消息发来，我转给工作人员。"
_OLD = "这条回答过期了，请再问一次"


async def how(turn: Turn) -> Replies:
    """What can be asked, with examples."""
    await leave_person(turn)
    return [Say(EXAMPLES, keyboard([Button("看原文", data="text:toc"), HOME]))]


async def ask(turn: Turn) -> Replies:
    """Any words that nothing else waits for."""
    words = turn.incoming.words.strip()
    answer = turn.services.answers.answer(words)
    if answer.kind is not Kind.HANDOFF:
        return await respond(turn, words, answer)
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(PERSON, ""))
    await _noted(turn, words, answer)
    ways = [Button("问工作人员", data="person:ask"), Button("不问了", data="home")]
    return [Say(Text.of(*answer.paragraphs, _TYPE_ON), keyboard(ways))]


async def respond(turn: Turn, words: str, answer: Answer, aside: bool = False) -> Replies:
    """Shows an answer and remembers what was asked; `aside`: something else goes on after it."""
    number = await _noted(turn, words, answer)
    unsure = answer.layer is Layer.REFUSAL or answer.doubtful
    if answer.kind is Kind.NOT_STATED and unsure:
        await gather_silently(turn.tx, number, turn.user_id, turn.now)
    shown = _aside(answer, number) if aside else buttons(answer, number)
    return [Say(Text(answer.paragraphs), shown)]


async def _noted(turn: Turn, words: str, answer: Answer) -> int:
    return await questions.ask(
        turn.tx,
        turn.chat_id,
        turn.user_id,
        words[:500],
        answer.kind.value,
        answer.card,
        answer.text[:1000],
        turn.now,
    )


def buttons(answer: Answer, number: int) -> Keyboard:
    """What fits this kind of answer; there is always a way on."""
    if answer.kind in _TALK:
        return MENU
    person = Button("问工作人员", data=f"person:ask:{number}")
    if answer.kind is Kind.HANDOFF:
        return keyboard([person, HOME])
    if answer.kind is Kind.CLARIFY:
        return keyboard(*_choices(answer), [Button("都不是", data=f"ask:none:{number}"), HOME])
    if answer.kind is Kind.OFF_TOPIC:
        return keyboard([person, HOME])
    related = [Button("相关问题", data=f"ask:rel:{answer.card}")] if answer.related else []
    return keyboard(
        _check(answer.check, number),
        _articles(answer),
        [*related, person],
        [*_judging(number), HOME],
    )


def _aside(answer: Answer, number: int) -> Keyboard:
    """In the middle of a self-check: nothing that leads out of it."""
    person = Button("问工作人员", data=f"person:ask:{number}")
    if answer.kind in _TALK:
        return ()
    if answer.kind in (Kind.HANDOFF, Kind.OFF_TOPIC):
        return keyboard([person])
    if answer.kind is Kind.CLARIFY:
        return keyboard(*_choices(answer))
    return keyboard(_articles(answer), [*_judging(number), person])


def _choices(answer: Answer) -> list[list[Button]]:
    return [[Button(o.label, data=f"ask:card:{o.card}")] for o in answer.options]


def _judging(number: int) -> list[Button]:
    return [Button("有用", data=f"ask:ok:{number}"), Button("没用", data=f"ask:bad:{number}")]


def _check(check: Check | None, number: int) -> list[Button]:
    if check is None:
        return []
    name = f"{PROCEDURES[check.procedure].name}自查"
    if check.procedure == "change":
        return [
            Button(name, data=f"check:from:{number}"),
            Button("去报变更", data="case:new:change"),
        ]
    return [Button(f"去做{name}", data=f"check:from:{number}")]


def _articles(answer: Answer) -> list[Button]:
    """To the articles; from one shown in full on to its neighbours."""
    numbers = list(dict.fromkeys(c.article for c in answer.citations if c.article))[:3]
    whole = answer.layer is Layer.REFERENCE and len(numbers) == 1
    return [
        Button("前后条文" if whole else f"看{Citation(n).label}", data=f"text:a:{n}")
        for n in numbers
    ]


async def press(turn: Turn) -> Replies:
    """The buttons under an answer."""
    match turn.incoming.data.split(":"):
        case ["ask", "card", card]:
            return await _card(turn, card)
        case ["ask", "rel", card]:
            return _related(turn, card)
        case ["ask", "ok", number]:
            return await _useful(turn, number)
        case ["ask", "bad", number]:
            return await _useless(turn, number)
        case ["ask", "why", number, reason] if reason in REASONS:
            return await _because(turn, number, REASONS[reason])
        case ["ask", "none", number]:
            return await _none(turn, number)
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


async def _useful(turn: Turn, number: str) -> Replies:
    question = await question_of(turn, number)
    if question is None:
        return [Toast(_OLD)]
    await questions.judge(turn.tx, question["id"], useful=True, reason=None)
    return [Toast("谢谢，很高兴帮到您")]


async def _useless(turn: Turn, number: str) -> Replies:
    """At once to the staff's list; the reason may follow."""
    question = await question_of(turn, number)
    if question is None:
        return [Toast(_OLD)]
    if question["useful"] == 0:
        return [Toast("已经记下了，谢谢")]
    await questions.judge(turn.tx, question["id"], useful=False, reason=None)
    await gather_silently(turn.tx, question["id"], turn.user_id, turn.now)
    rows = [[Button(words, data=f"ask:why:{number}:{key}")] for key, words in REASONS.items()]
    person = Button("问工作人员", data=f"person:ask:{number}")
    words = Text.of("抱歉没有帮上忙，已记下来请工作人员改进。是哪方面不好？可以选一项。")
    return [Say(words, keyboard(*rows, [person, HOME]))]


async def _because(turn: Turn, number: str, reason: str) -> Replies:
    question = await question_of(turn, number)
    if question is None:
        return [Toast(_OLD)]
    if question["reason"] == reason:
        return [Toast("已经记下了，谢谢")]
    await questions.judge(turn.tx, question["id"], useful=False, reason=reason)
    thanks = Text.of(f"已记下：{reason}。谢谢您指出来。", "要不要请工作人员直接答复您？")
    person = Button("问工作人员", data=f"person:ask:{number}")
    return [Edit(thanks, keyboard([person, HOME]), message_id=turn.incoming.message_id)]


async def _none(turn: Turn, number: str) -> Replies:
    """None of the cards offered was meant: the staff see it, a person may be asked."""
    question = await question_of(turn, number)
    if question is None:
        return [Toast(_OLD)]
    await gather_silently(turn.tx, question["id"], turn.user_id, turn.now)
    words = Text.of("那请换个说法再问一次，一句话说一件事。也可以把这个问题转给工作人员。")
    return [Say(words, keyboard([Button("问工作人员", data=f"person:ask:{number}"), HOME]))]
