"""我的办件: all cases of a person, each with what can be done with it.

Routes: my:list:0, my:page:<page>, my:c:<case>, my:log:<case>, my:doc:<case>,
my:wd:<case>:<version>[:yes].
"""

from __future__ import annotations

from markupsafe import Markup

from bot.cases import lifecycle
from bot.cases.case import Case, LineState
from bot.cases.states import State
from bot.cases.transitions import Action, NotAllowed, Role, allowed
from bot.handlers.cases import access, copies, describe, sending
from bot.handlers.cases.parts import HOME, MINE, bold, lines, theirs, whole
from bot.handlers.desk import card
from bot.handlers.desk.record import history
from bot.replies import Button, Edit, Replies, Say, Text, Toast, keyboard
from bot.reports.wording import moment
from bot.storage import cases, focus, jobs
from bot.storage.case_rows import Brief
from bot.turn import Turn

PAGE = 6
_ENDS = [
    [Button("报变更", data="case:new:change"), Button("申请新增", data="case:new:add")],
    [HOME],
]
RECORD = "case_record"
"""The job that writes the record of a case as Word."""


async def command(turn: Turn) -> Replies:
    """/my."""
    if not turn.incoming.private:
        return [Say(Text.of("请在和我的私聊里看办件，点我的头像就能打开。"))]
    return await _list(turn, 0)


async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``my:``."""
    match turn.incoming.data.split(":"):
        case ["my", "list", "0"]:
            return await command(turn)
        case ["my", "page", page] if turn.incoming.private:
            return await _list(turn, min(whole(page) or 0, 10_000))
        case ["my", deed, number, *rest]:
            found = await access.own(turn, number)
            if found is not None and found.state is State.DRAFT:
                return [Say(Text.of("这件还没有提交。"), keyboard([_resume(found)], [MINE, HOME]))]
            if found is not None:
                return await _do(turn, found, deed, rest)
    return access.not_yours()


async def _do(turn: Turn, case: Case, deed: str, rest: list[str]) -> Replies:
    match deed, rest:
        case "log", []:
            return [Say(await history(turn.tx, case, internal=False), _back(case))]
        case "doc", []:
            work = {"case": case.id, "to": turn.chat_id, "internal": False}
            await jobs.add(turn.tx, RECORD, work, turn.now)
            return [Toast("正在排版，马上发来。")]
        case "wd", [version]:
            return _sure(case, version)
        case "wd", [version, "yes"]:
            return await _withdraw(turn, case, version)
    return await details(turn, case)


async def _list(turn: Turn, page: int) -> Replies:
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    rows = await cases.of_person(turn.tx, turn.user_id, PAGE + 1, page * PAGE)
    if not rows and page:
        return await _list(turn, 0)
    if not rows:
        words = Text.of("您还没有办件。", "要报变更或申请新增，从下面开始。")
        return [Say(words, keyboard(*_ENDS))]
    buttons = [[_entry(row)] for row in rows[:PAGE]]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"my:page:{page - 1}"))
    if len(rows) > PAGE:
        moves.append(Button("下一页", data=f"my:page:{page + 1}"))
    head = "我的办件" + (f"　第{page + 1}页" if page or len(rows) > PAGE else "")
    words = Text.of(bold(head), "点一件看详情、补交、撤回。")
    rows_shown = keyboard(*buttons, moves, *_ENDS)
    if turn.incoming.data.startswith("my:page:"):
        return [Edit(words, rows_shown, message_id=turn.incoming.message_id)]
    return [Say(words, rows_shown)]


def _entry(row: Brief) -> Button:
    if row.state is State.DRAFT:
        return Button(f"草稿　{row.title}", data=f"case:s:{row.id}")
    return Button(f"{row.reference}　{row.title}　{row.state.label}"[:60], data=f"my:c:{row.id}")


async def details(turn: Turn, case: Case) -> Replies:
    """One case with all ways on."""
    assert case.submitted_at is not None
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    text = Text.of(
        lines(
            bold(f"{case.reference}　{case.state.label}"),
            f"{case.subject}　{moment(case.submitted_at)}提交",
        ),
        next_step(case),
        *(copies.later(case) if case.open else []),
        describe.institution(case),
        describe.request(case),
        describe.self_check(case),
        lines(bold("材料"), *describe.materials(case)),
        *copies.marks(case),
    )
    return [Say(text, keyboard(*_ways(case), [MINE, HOME]))]


def next_step(case: Case) -> Markup:
    """What the state means and whose turn it is."""
    words = {
        State.SUBMITTED: "等工作人员查看，暂时不用做什么。",
        State.ACCEPTED: "已受理，正在办理，暂时不用做什么。",
        State.CORRECTING: "请按要求补正，然后重新提交。",
        State.RESUBMITTED: "已重新提交，等工作人员查看。",
        State.FINISHED: "已办结。",
        State.REPORTED: "已办结，并已按季度报备。",
        State.REFUSED: "不予办理。",
        State.WITHDRAWN: "您已撤回。需要时可以重新提交一件。",
    }[case.state]
    said = Markup("\n{}").format(theirs(case.result)) if case.result else Markup()
    return Markup("{}{}").format(words, said)


def _ways(case: Case) -> list[list[Button]]:
    may = allowed(Role.CONTACT, case.state, case.kind)
    rows = []
    if Action.RESUBMIT in may:
        rows.append([Button("去补正", data=f"case:s:{case.id}")])
    if Action.SUPPLEMENT in may and any(x.state is not LineState.GIVEN for x in case.needed):
        rows.append([Button("补交材料", data=f"case:s:{case.id}")])
    rows.append(
        [
            Button("办理经过", data=f"my:log:{case.id}"),
            Button("办件记录（Word）", data=f"my:doc:{case.id}"),
        ]
    )
    if Action.WITHDRAW in may:
        rows.append([Button("撤回", data=f"my:wd:{case.id}:{case.version}")])
    return rows


def _sure(case: Case, version: str) -> Replies:
    words = Text.of(
        f"确定撤回 {case.reference} 吗？", "撤回后这件就不再办理；需要时要重新提交一件。"
    )
    yes = Button("确定撤回", data=f"my:wd:{case.id}:{version}:yes"[:64])
    return [Say(words, keyboard([yes], [Button("不撤回", data=f"my:c:{case.id}")]))]


async def _withdraw(turn: Turn, case: Case, version: str) -> Replies:
    if version != str(case.version):
        return [*await details(turn, case), Toast("办件有了新进展，请看过再决定。", alert=True)]
    try:
        case = await lifecycle.perform(
            turn.tx,
            case,
            Action.WITHDRAW,
            sending.actor(turn),
            turn.now,
            closed_at=turn.now,
            step="",
        )
    except NotAllowed as error:
        return [*await details(turn, case), Toast(str(error))]
    words = Text.of(bold(f"{case.reference}　已撤回"), "需要时可以重新提交一件。")
    return [
        Say(words, keyboard([Button("办件详情", data=f"my:c:{case.id}")], [MINE, HOME])),
        *await card.show(turn.tx, turn.services, case, turn.now),
        *await card.notify(turn.tx, turn.services, case, "机构已撤回。"),
    ]


def _resume(case: Case) -> Button:
    return Button("接着填", data=f"case:s:{case.id}")


def _back(case: Case) -> tuple[tuple[Button, ...], ...]:
    return keyboard([Button("办件详情", data=f"my:c:{case.id}")], [MINE, HOME])


async def cancel(turn: Turn) -> Replies:
    """/cancel: stops what is being filled in; nothing is lost."""
    waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    ends = [MINE, HOME] if turn.incoming.private else []
    if waiting is None:
        return [Say(Text.of("现在没有正在填的内容。"), keyboard(ends))]
    number = waiting.ref.partition(":")[0]
    if waiting.name == _CHECK:
        return [Say(_CHECK_KEPT, keyboard(*_check_ways(number), ends))]
    case = await access.own(turn, number) if waiting.name.startswith("case_") else None
    if case is None:
        return [Say(Text.of("好的，已停下。"), keyboard(ends))]
    again = [Button("接着办", data=f"case:s:{case.id}")]
    words = Text.of("好的，已停下，填过的内容都保存着。")
    drop = [Button("放弃这份草稿", data=f"case:d:{case.id}:{case.form}")]
    return [Say(words, keyboard(again, drop if case.state is State.DRAFT else [], ends))]


_CHECK = "check"
"""The flow of a self-check."""
_CHECK_KEPT = Text.of("好的，已停下，自查填过的都在。什么时候想接着做，按“接着做”。")


def _check_ways(number: str) -> list[list[Button]]:
    keep = Button("接着做", data=f"check:resume:{number}")
    return [[keep, Button("放弃", data=f"check:drop:{number}")]]
