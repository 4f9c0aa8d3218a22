"""The staff's side of questions: claim, answer by replying, teach the bot, close.

In a group a bot hears commands, presses and replies to its own messages only: words count where
they reply to a message about an inquiry.

Routes (staff only): inq:list:<page>, inq:show:<n>, inq:claim:<n>, inq:back:<n>, inq:reply:<n>,
inq:silent:<n>[:yes], inq:close:<n>[:yes], inq:no, inq:teach:<n>, inq:card:<n>:<card>,
inq:undo:<n>, inq:send:<n>. Flow: inquiry (ref: the inquiry).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from markupsafe import Markup

from bot.answers.words import theirs
from bot.handlers.desk.card import mention
from bot.handlers.screens import telephone
from bot.inquiries import tell
from bot.inquiries.card import STATES, Inquiry, load
from bot.inquiries.screen import listed, refreshed, shown
from bot.inquiries.teaching import choose, taught, untaught
from bot.replies import Button, Replies, Say, Text, Toast, keyboard
from bot.storage import focus, outbox, questions
from bot.storage.database import Row
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "inquiry"
STAFF_ONLY = "只有名单上的工作人员可以办理"
_LONGEST = 3000
MORE = "more"
"""What is asked for is an addition to an answer."""
_GONE = "这个按钮已经失效"
_SILENCE = "《办法》没有规定这件事。"


async def queue(turn: Turn) -> Replies:
    """/questions: what waits for an answer."""
    if not turn.by_staff:
        return [Say(Text.of(STAFF_ONLY + "。"))]
    return [await listed(turn, 0)]


async def press(turn: Turn) -> Replies:
    """The buttons of the staff's cards."""
    if not turn.by_staff:
        return [Toast(STAFF_ONLY, alert=True)]
    match turn.incoming.data.split(":"):
        case ["inq", "list", page] if page.isdecimal() and len(page) < 6:
            return [await listed(turn, int(page))]
        case ["inq", "no"]:
            return [Toast("没有发出")]
        case ["inq", action, number, *rest] if number.isdecimal() and len(number) < 15:
            inquiry = await load(turn.tx, int(number))
            if inquiry is not None:
                return await _act(turn, ":".join([action, *rest]), inquiry)
    return [Toast(_GONE)]


async def _act(turn: Turn, action: str, inquiry: Inquiry) -> Replies:
    deed, _, name = action.partition(":")
    if deed == "card" and name:
        return await taught(turn, inquiry, name)
    if action in _ALWAYS:
        return await _ALWAYS[action](turn, inquiry)
    if inquiry.settled:
        clerk = inquiry.row["clerk_name"] or "工作人员"
        return [Toast(f"{STATES[inquiry.row['state']]}（{clerk}）")]
    if action in _WHILE_OPEN:
        return await _WHILE_OPEN[action](turn, inquiry)
    return [Toast(_GONE)]


async def _mine(turn: Turn, inquiry: Inquiry) -> bool:
    name = turn.incoming.user_name[:60]
    return await questions.claim(turn.tx, inquiry.number, turn.user_id, name)


def _taken(inquiry: Inquiry) -> str:
    return f"已由{inquiry.row['clerk_name']}领取，要接手请先按“放回”"


async def _claimed(turn: Turn, inquiry: Inquiry) -> Replies:
    if inquiry.row["state"] == "claimed" or not await _mine(turn, inquiry):
        return [Toast(_taken(inquiry))]
    return [Toast("已领取"), *await refreshed(turn, inquiry.number)]


async def _back(turn: Turn, inquiry: Inquiry) -> Replies:
    if not await questions.release(turn.tx, inquiry.number):
        return [Toast("没有人领取")]
    return [Toast("已放回，谁都可以领取"), *await refreshed(turn, inquiry.number)]


async def _ask_for_words(turn: Turn, inquiry: Inquiry) -> Replies:
    if inquiry.row["state"] == "closed":
        return [Toast("已关闭，不能再答复")]
    if not inquiry.settled and not await _mine(turn, inquiry):
        return [Toast(_taken(inquiry))]
    number = inquiry.number
    ref = f"{number}:{MORE}" if inquiry.settled else str(number)
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, ref))
    who = mention(turn.user_id, turn.incoming.user_name)
    what = "补充答复" if inquiry.settled else "答复"
    ask = Text.of(
        Markup("{}，请回复这条消息，写下对问题 {} 的{}。").format(who, number, what),
        f"写好就发给提问的{inquiry.row['askers']}人；不答了就发 /cancel。",
    )
    edits = [] if inquiry.row["state"] != "open" else await refreshed(turn, number)
    return [Say(ask, topic=f"inq:{number}:ask", force_reply=True), *edits]


async def take(turn: Turn) -> Replies | None:
    """A clerk's words for the askers: a reply to a message about the inquiry."""
    flow = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    number = await _meant(turn, flow) if turn.by_staff else None
    inquiry = None if number is None else await load(turn.tx, number)
    if inquiry is None:
        return None
    words = turn.incoming.words.strip()
    if turn.incoming.file is not None or not words:
        return [_said(turn, inquiry, "答复请用文字写，文件转不过去。")]
    if len(words) > _LONGEST:
        return [_said(turn, inquiry, f"太长了，请写在{_LONGEST}字以内再发一次。")]
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    more = flow == Focus(FLOW, f"{number}:{MORE}")
    return await _answer(turn, inquiry, words, more)


async def _meant(turn: Turn, flow: Focus | None) -> int | None:
    """The inquiry whose message is replied to; in a private chat the one that was asked about."""
    if turn.incoming.reply_to is not None:
        name = await outbox.topic_of(turn.tx, turn.chat_id, turn.incoming.reply_to) or ""
        match name.split(":"):
            case ["inq", number, _]:
                return int(number)
    if turn.incoming.private and flow is not None and flow.name == FLOW:
        return int(flow.ref.partition(":")[0])
    return None


async def _answer(turn: Turn, inquiry: Inquiry, words: str, more: bool) -> Replies:
    """`more`: in addition to an answer that was given, which has to be wished for expressly."""
    number, row = inquiry.number, inquiry.row
    if row["state"] == "answered" and more:
        await questions.add_to_answer(turn.tx, number, words)
        return await _told(turn, inquiry, lambda asker: tell.answered(asker, words, more=True))
    if inquiry.settled:
        then = "要补充就按“补充答复”。" if row["state"] == "answered" else ""
        state = f"问题 {number} {STATES[row['state']]}（{row['clerk_name'] or '工作人员'}）"
        return [_said(turn, inquiry, f"没有发出：{state}。{then}")]
    if not await _mine(turn, inquiry):
        return [_said(turn, inquiry, f"没有发出：问题 {number} {_taken(inquiry)}。")]
    await questions.settle(turn.tx, number, "answered", words, "", turn.now)
    return await _told(turn, inquiry, lambda asker: tell.answered(asker, words))


async def _told(turn: Turn, inquiry: Inquiry, say: Callable[[Row], Say]) -> Replies:
    """Every asker once, and the clerk hears how many."""
    askers = await questions.askers(turn.tx, inquiry.number)
    teach = Button("教给机器人", data=f"inq:teach:{inquiry.number}")
    done = f"问题 {inquiry.number}：已发给提问的{len(askers)}人。"
    return [
        *(say(asker) for asker in askers),
        *await refreshed(turn, inquiry.number),
        _said(turn, inquiry, done, teach),
    ]


def _said(turn: Turn, inquiry: Inquiry, words: str, *buttons: Button) -> Say:
    """A message about an inquiry: a reply to it is a reply about the inquiry."""
    name = f"inq:{inquiry.number}:said{turn.incoming.update_id}"
    return Say(Text.of(theirs(words)), keyboard(buttons), topic=name)


async def _sure_silent(_: Turn, inquiry: Inquiry) -> Replies:
    """One more tap before something goes out that cannot be taken back."""
    number = inquiry.number
    head = f"问题 {number}：将这样答复提问的{inquiry.row['askers']}人，发出吗？"
    rows = keyboard(
        [Button("发出", data=f"inq:silent:{number}:yes"), Button("不发", data="inq:no")]
    )
    words = Text.of(head, *tell.silence(inquiry.row["words"], telephone()))
    return [Say(words, rows, topic=f"inq:{number}:sure")]


async def _silent(turn: Turn, inquiry: Inquiry) -> Replies:
    if not await _mine(turn, inquiry):
        return [Toast(_taken(inquiry))]
    await questions.settle(turn.tx, inquiry.number, "answered", _SILENCE, "", turn.now)
    contact = telephone()
    return await _told(turn, inquiry, lambda asker: tell.not_stated(asker, contact))


async def _with_card(turn: Turn, inquiry: Inquiry) -> Replies:
    """The card that was just taught is sent to those who asked."""
    answers = turn.services.answers
    name = await questions.taught(turn.tx, inquiry.row["words"])
    answer = answers.card(name) if name else None
    if name is None or answer is None:
        return [Toast("还没有选卡片")]
    if not await _mine(turn, inquiry):
        return [Toast(_taken(inquiry))]
    title, found = f"用卡片“{answers.title(name)}”答复", answer
    await questions.settle(turn.tx, inquiry.number, "answered", None, title, turn.now)
    return await _told(turn, inquiry, lambda asker: tell.with_card(asker, found))


async def _sure_close(_: Turn, inquiry: Inquiry) -> Replies:
    waiting = any(q["kind"] == questions.PERSON for q in inquiry.asked)
    then = "会告诉提问的人：没有在这里答复，请打电话。" if waiting else "没有人在等，不会通知谁。"
    words = Text.of(f"问题 {inquiry.number}：不答复就关闭吗？{then}")
    rows = keyboard(
        [
            Button("确定关闭", data=f"inq:close:{inquiry.number}:yes"),
            Button("答复", data=f"inq:reply:{inquiry.number}"),
        ]
    )
    return [Say(words, rows, topic=f"inq:{inquiry.number}:sure")]


async def _closed(turn: Turn, inquiry: Inquiry) -> Replies:
    if not await _mine(turn, inquiry):
        return [Toast(_taken(inquiry))]
    number = inquiry.number
    await questions.settle(turn.tx, number, "closed", None, "未答复即关闭", turn.now)
    handed = [a for a in await questions.askers(turn.tx, number) if a["handed"]]
    return [
        Toast("已关闭"),
        *(tell.closed(asker, number, telephone()) for asker in handed),
        *await refreshed(turn, number),
    ]


_Deed = Callable[[Turn, Inquiry], Awaitable[Replies]]
_ALWAYS: dict[str, _Deed] = {
    "show": shown,
    "teach": choose,
    "undo": untaught,
    "reply": _ask_for_words,
}
_WHILE_OPEN: dict[str, _Deed] = {
    "claim": _claimed,
    "back": _back,
    "silent": _sure_silent,
    "silent:yes": _silent,
    "send": _with_card,
    "close": _sure_close,
    "close:yes": _closed,
}
