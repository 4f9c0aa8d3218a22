"""/queue: what is open, by state, age and clerk. Routes: q:list:<filter>:<after> (in
place), q:from:<filter> (from another message), q:open:<case>, q:inst:<institution>:<before>,
q:who:<person>:<before>."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cases import limits
from bot.cases.states import State
from bot.handlers.cases.parts import bold, whole
from bot.handlers.desk import find, guard, lists
from bot.handlers.desk.settings import cutoff
from bot.replies import Button, Edit, Replies, Say, Text, Toast, keyboard
from bot.storage import cases, queue
from bot.storage.case_rows import Brief
from bot.turn import Turn

FILTERS = {
    "all": "全部",
    "new": "未领取",
    "mine": "我的",
    "late": "超期",
    "correcting": "待补正",
    "resubmitted": "重新提交",
}


@guard.command
async def command(turn: Turn) -> Replies:
    """/queue."""
    return [await page(turn, "all", 0)]


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``q:``."""
    match turn.incoming.data.split(":"):
        case ["q", "list", name, after] if name in FILTERS:
            shown = await page(turn, name, whole(after) or 0)
            return [Edit(shown.text, shown.buttons, message_id=turn.incoming.message_id)]
        case ["q", "from", name] if name in FILTERS:
            return [await page(turn, name, 0)]
        case ["q", "open", number]:
            case = await cases.load(turn.tx, whole(number) or 0)
            if case is None or case.state is State.DRAFT:
                return [Toast("没有找到这件办件。", alert=True)]
            return await lists.bring_down(turn, case)
        case ["q", "inst", number, before]:
            return await find.of_institution(turn, whole(number) or 0, whole(before) or 0)
        case ["q", "who", number, before]:
            return await find.of_contact(turn, whole(number) or 0, whole(before) or 0)
    return [Toast("这个按钮已经失效。")]


async def page(turn: Turn, name: str, after: int) -> Say:
    """A page of the list, the oldest first."""
    found = await _found(turn, name, after)
    shown = found[: lists.PAGE]
    head = f"在办的件：{await _counts(turn)}"
    body = await lists.rows(turn, shown) if shown else "这一类现在没有办件。"
    text = Text.of(bold(f"办件列表　{FILTERS[name]}"), head, body)
    ways = []
    if after:
        ways.append(Button("从头看", data=f"q:list:{name}:0"))
    if len(found) > lists.PAGE:
        ways.append(Button("下一页", data=f"q:list:{name}:{shown[-1].id}"))
    rows = keyboard(*lists.openers(shown), ways, *_filters(name))
    return Say(text, rows)


def _filters(current: str) -> list[list[Button]]:
    each = [
        Button(("● " if key == current else "") + words, data=f"q:list:{key}:0")
        for key, words in FILTERS.items()
    ]
    return [each[:3], each[3:]]


async def _found(turn: Turn, name: str, after: int) -> Sequence[Brief]:
    limit = lists.PAGE + 1
    match name:
        case "new":
            return await queue.open_cases(turn.tx, limit, after=after, unclaimed=True)
        case "mine":
            return await queue.open_cases(turn.tx, limit, after=after, assignee=turn.user_id)
        case "late":
            before = await cutoff(turn.tx, limits.OPEN, turn.now)
            if before is None:
                return []
            return await queue.open_cases(turn.tx, limit, after=after, before=before)
        case "correcting" | "resubmitted":
            return await queue.open_cases(turn.tx, limit, after=after, state=State(name))
    return await queue.open_cases(turn.tx, limit, after=after)


async def _counts(turn: Turn) -> str:
    parts = []
    for state in (State.SUBMITTED, State.ACCEPTED, State.CORRECTING, State.RESUBMITTED):
        number = await queue.count_open(turn.tx, state)
        words = str(number) if number < queue.COUNTED else f"{queue.COUNTED - 1}+"
        parts.append(f"{state.label}{words}")
    return "，".join(parts)
