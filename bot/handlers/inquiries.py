"""The staff's side of questions: claim, answer by replying, teach the bot, close.

Routes (staff only): inq:list:<page>, inq:show:<n>, inq:claim:<n>, inq:reply:<n>, inq:close:<n>,
inq:teach:<n>, inq:card:<n>:<card>, inq:silent:<n>. Flow: inquiry (ref: the inquiry).
"""

from __future__ import annotations

from markupsafe import Markup

from bot.answers.words import theirs
from bot.replies import Button, Edit, Replies, Reply, Say, Text, Toast, WhenUnsure, keyboard
from bot.storage import focus, jobs, questions
from bot.storage.database import Row
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "inquiry"
STAFF_ONLY = "只有名单上的工作人员可以办理"
_STATES = {"open": "待答复", "claimed": "答复中", "answered": "已答复", "closed": "已关闭"}
_PAGE = 8


def topic(number: int) -> str:
    """The lasting name of an inquiry's card in the staff's chat."""
    return f"inq:{number}:card"


async def card(turn: Turn, number: int) -> list[Reply]:
    """The card in the staff's chat: new, or brought up to date."""
    row = await questions.inquiry(turn.tx, number)
    assert row is not None
    text, buttons = _card(row)
    staff = turn.services.staff_chat
    known = await turn.tx.one(
        "SELECT 1 FROM outbox WHERE topic = ? LIMIT 1", (topic(number),)
    ) or await turn.tx.one("SELECT 1 FROM topics WHERE topic = ?", (topic(number),))
    if known:
        return [Edit(text, buttons, to=staff, topic=topic(number))]
    return [Say(text, buttons, to=staff, topic=topic(number), unsure=WhenUnsure.RESEND)]


def _card(row: Row) -> tuple[Text, tuple[tuple[Button, ...], ...]]:
    number = row["id"]
    head = Markup("<b>机构提问 {}</b>　{}").format(number, _STATES[row["state"]])
    if row["askers"] > 1:
        head += f"　{row['askers']}人问过"
    lines = [head, theirs(row["words"])]
    if row["clerk_name"]:
        lines.append(theirs(f"经办：{row['clerk_name']}"))
    if row["answer"]:
        lines.append(theirs(f"答复：{row['answer']}"))
    if row["settled_as"]:
        lines.append(theirs(row["settled_as"]))
    if row["state"] in ("answered", "closed"):
        teach = [Button("教给机器人", data=f"inq:teach:{number}")] if not row["card"] else []
        return Text.of(*lines), keyboard(teach)
    return Text.of(*lines), keyboard(
        [Button("领取", data=f"inq:claim:{number}"), Button("答复", data=f"inq:reply:{number}")],
        [
            Button("办法没有规定", data=f"inq:silent:{number}"),
            Button("教给机器人", data=f"inq:teach:{number}"),
            Button("关闭", data=f"inq:close:{number}"),
        ],
    )


async def queue(turn: Turn) -> Replies:
    """/questions: what waits for an answer."""
    if not turn.by_staff:
        return [Say(Text.of(STAFF_ONLY + "。"))]
    return [await _list(turn, 0)]


async def press(turn: Turn) -> Replies:
    """The buttons of the staff's cards."""
    if not turn.by_staff:
        return [Toast(STAFF_ONLY, alert=True)]
    match turn.incoming.data.split(":"):
        case ["inq", "list", page] if page.isdecimal():
            return [await _list(turn, int(page))]
        case ["inq", action, number, *rest] if number.isdecimal() and len(number) < 15:
            row = await questions.inquiry(turn.tx, int(number))
            if row is not None:
                return await _act(turn, action, row, rest)
    return [Toast("这个按钮已经失效")]


async def _act(turn: Turn, action: str, row: Row, rest: list[str]) -> Replies:
    number = row["id"]
    if action == "show":
        text, buttons = _card(row)
        return [Say(text, buttons)]
    if action == "card" and rest:
        return await _taught(turn, row, rest[0])
    if action == "teach":
        return _choose(turn, row)
    if row["state"] in ("answered", "closed"):
        return [Toast(f"这个问题{_STATES[row['state']]}（{row['clerk_name'] or '工作人员'}）")]
    if action in ("claim", "reply") and not await questions.claim(
        turn.tx, number, turn.user_id, turn.incoming.user_name
    ):
        return [Toast(f"已由{row['clerk_name']}领取")]
    if action == "claim":
        return [Toast("已领取"), *await card(turn, number)]
    if action == "reply":
        await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(number)))
        ask = Text.of(
            theirs(f"{turn.incoming.user_name}，请回复这条消息写下对问题 {number} 的答复。"),
            "写好就会发给每一位提问的人；发 /cancel 作罢。",
        )
        return [*await card(turn, number), Say(ask, topic=f"inq:{number}:ask", force_reply=True)]
    if action == "silent":
        answer = "《办法》没有规定这件事，请按服务中心的具体答复办理。"
        return await answered(turn, row, answer, settled_as="标为“办法没有规定”")
    await questions.settle(turn.tx, number, "closed", None, "未答复即关闭", turn.now)
    return [Toast("已关闭"), *await card(turn, number)]


async def take(turn: Turn) -> Replies | None:
    """A clerk's words for the askers."""
    flow = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    assert flow is not None
    row = await questions.inquiry(turn.tx, int(flow.ref))
    if not turn.by_staff or row is None:
        return None
    if not turn.incoming.words.strip():
        return [Say(Text.of("答复请用文字写。"))]
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    return await answered(turn, row, turn.incoming.words.strip(), settled_as="")


async def answered(turn: Turn, row: Row, answer: str, settled_as: str) -> Replies:
    """Tells every asker, once."""
    from bot.handlers.person import answer_to

    number, clerk = row["id"], turn.incoming.user_name
    await questions.claim(turn.tx, number, turn.user_id, clerk)
    if not await questions.settle(turn.tx, number, "answered", answer, settled_as, turn.now):
        return [Say(Text.of(f"问题 {number} 已经答复过了，没有再发。"))]
    askers = await questions.askers(turn.tx, number)
    done = Text.of(f"问题 {number} 的答复已发给{len(askers)}位提问的人。")
    return [
        *(answer_to(asker, answer, clerk) for asker in askers),
        *await card(turn, number),
        Say(done, keyboard([Button("教给机器人", data=f"inq:teach:{number}")])),
    ]


def _choose(turn: Turn, row: Row) -> Replies:
    """Which card these words belong to: the matcher's nearest, one tap."""
    answers = turn.services.answers
    rows = [
        [Button(answers.title(name), data=f"inq:card:{row['id']}:{name}")]
        for name in answers.nearest(row["words"], 6)
    ]
    if not rows:
        return [Toast("没有相近的卡片；请在 knowledge/cards 里新写一张", alert=True)]
    text = Text.of(
        Markup("以后有人这样问：{}").format(theirs(row["words"])),
        "就用哪张卡片回答？选定后立即生效，并记入待审的知识改动。",
    )
    return [Say(text, keyboard(*rows, [Button("都不合适", data="inq:list:0")]))]


async def _taught(turn: Turn, row: Row, name: str) -> Replies:
    answers = turn.services.answers
    if answers.card(name) is None:
        return [Toast("这张卡片已不存在")]
    await questions.add_phrasing(turn.tx, name, row["words"], turn.incoming.user_name, turn.now)
    await jobs.add(turn.tx, "learn", {}, turn.now)
    note = Text.of(
        f"记下了：以后这样问，就用“{answers.title(name)}”回答。",
        "管理员运行 python -m bot export 可把这条改动带回 knowledge/ 审签。",
    )
    return [Say(note)]


async def _list(turn: Turn, page: int) -> Say:
    rows = await questions.open_inquiries(turn.tx)
    if not rows:
        return Say(Text.of("没有待答复的问题。"))
    shown = rows[page * _PAGE : (page + 1) * _PAGE]
    lines = [
        theirs(f"{r['id']}. {r['words'][:30]}（{_STATES[r['state']]}，{r['askers']}人问）")
        for r in shown
    ]
    buttons = [Button(str(r["id"]), data=f"inq:show:{r['id']}") for r in shown]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"inq:list:{page - 1}"))
    if len(rows) > (page + 1) * _PAGE:
        moves.append(Button("下一页", data=f"inq:list:{page + 1}"))
    head = f"待答复的问题共{len(rows)}个："
    return Say(Text.of(head, Markup("\n").join(lines)), keyboard(buttons, moves))
