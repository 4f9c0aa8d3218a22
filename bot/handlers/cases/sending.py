"""Submission, resubmission, papers handed in later, and the written application as Word."""

from __future__ import annotations

from bot.cases import lifecycle, steps
from bot.cases.case import Case, LineState
from bot.cases.kinds import Kind
from bot.cases.lifecycle import Actor
from bot.cases.states import State
from bot.cases.transitions import Action, Role
from bot.handlers.cases import copies, papers
from bot.handlers.cases.parts import HOME, MINE, bold
from bot.handlers.cases.show import order_application, present
from bot.handlers.desk import card, daily
from bot.replies import Button, Edit, Replies, Say, Text, Toast, WhenUnsure, keyboard
from bot.storage import cases, focus
from bot.turn import Turn


def actor(turn: Turn) -> Actor:
    """The contact who acts."""
    return Actor(turn.user_id, turn.incoming.user_name, Role.CONTACT)


async def submit(turn: Turn, case: Case, _: str) -> Replies:
    """提交: number, copy, and the card for the staff."""
    if case.state is not State.DRAFT:
        return where(case)
    if steps.current(case.kind, case.facts, case.lines) != steps.REVIEW:
        return await present(turn, case, toast="还有没填完的，请先填好。")
    case = await lifecycle.submit(turn.tx, case, actor(turn), turn.now)
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    await daily.schedule(turn.tx, turn.now)
    return [
        *_submitted(case, turn.incoming.message_id if turn.incoming.callback_id else None),
        *await card.show(turn.tx, turn.services, case, turn.now),
    ]


def _submitted(case: Case, pressed: int | None) -> list[Edit | Say]:
    """The review that was pressed becomes the copy; after typed words the copy comes below."""
    said = Text.of(
        bold(f"已提交，办件编号 {case.reference}"),
        "接下来由忻州市职业技能服务中心的工作人员查看。受理、补正、办结，都会在这里通知您。",
        "要补交材料、撤回或看进度，随时点“我的办件”。",
        *copies.later(case),
    )
    rows = [[Button("办件详情", data=f"my:c:{case.id}")], [MINE, HOME]]
    about = f"case:{case.id}"
    words = copies.copy(case)
    copy = Say(words) if pressed is None else Edit(words, message_id=pressed)
    return [copy, Say(said, keyboard(*rows), unsure=WhenUnsure.RESEND, about=about)]


async def resubmit(turn: Turn, case: Case, _: str) -> Replies:
    """重新提交: everything that 补正 asked for has been dealt with."""
    if case.state is not State.CORRECTING or not all(ask.done for ask in case.asks):
        return await present(turn, case, toast="还有没补上的，请先补好。")
    answered = {ask.target: ask.words for ask in case.asks}
    judged = await lifecycle.judgement(turn.tx, case, case.institution_id)
    case = await lifecycle.perform(
        turn.tx,
        case,
        Action.RESUBMIT,
        actor(turn),
        turn.now,
        detail={"asks": answered, "facts": dict(case.facts)},
        step="",
        **judged,
    )
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    words = Text.of(
        bold(f"{case.reference}　已重新提交"),
        "工作人员会接着办，有结果在这里通知您。",
    )
    return [
        Say(words, keyboard([Button("办件详情", data=f"my:c:{case.id}"), HOME])),
        *await card.show(turn.tx, turn.services, case, turn.now),
        *await card.notify(turn.tx, turn.services, case, "机构已重新提交，请查看。"),
    ]


async def step_done(turn: Turn, case: Case, step: str) -> Replies:
    """交齐了 or 不改 after submission: one request is dealt with, or papers were added."""
    kind, _, rest = step.partition(".")
    if case.state is State.CORRECTING:
        return await _corrected(turn, case, kind, rest)
    line = papers.line_of(case, step)
    if line is None or line.state is not LineState.GIVEN:
        return await present(turn, case, toast="还没有收到文件。")
    files = [[f.name, f.sha256] for f in line.counted]
    judged = await lifecycle.judgement(turn.tx, case, case.institution_id)
    case = await lifecycle.perform(
        turn.tx,
        case,
        Action.SUPPLEMENT,
        actor(turn),
        turn.now,
        detail={"material": line.name, "files": files},
        step="",
        **judged,
    )
    return [
        *await present(turn, case, toast="已补交，工作人员能看到了。"),
        *await card.show(turn.tx, turn.services, case, turn.now),
        *await card.notify(turn.tx, turn.services, case, f"机构补交了：{line.name}。"),
    ]


async def _corrected(turn: Turn, case: Case, kind: str, rest: str) -> Replies:
    step = ""
    if kind == "line":
        line = papers.line_of(case, f"line.{rest}")
        if line is None or not case.fresh(line):
            return await present(turn, case, toast="还没有收到文件。")
        await cases.ask_done(turn.tx, case.id, f"line:{rest}")
    elif kind == "before":
        step = f"after.{rest}"
    else:
        await cases.ask_done(turn.tx, case.id, f"field:{rest or 'reason'}")
    await cases.update(turn.tx, case.id, turn.now, bump=("form",), step=step)
    return await present(turn, await cases.get(turn.tx, case.id))


async def application(turn: Turn, case: Case, _: str) -> Replies:
    """The written application, filled in: made by a job and sent as a file."""
    if case.kind is not Kind.CHANGE or not lifecycle.changes_of(case.facts):
        return await present(turn, case)
    if not case.facts.get("reason"):
        return [*await present(turn, case), Toast("请先写变更原因，申请书里要写明。", alert=True)]
    await order_application(turn, case)
    return [Toast("正在排申请书，马上发来。")]


def where(case: Case) -> Replies:
    """For old buttons of a case that has moved on: the messages stay as they are."""
    words = f"{case.reference}现在是“{case.state.label}”，这一步已经过了。进展请看“我的办件”。"
    return [Toast(words, alert=True)]
