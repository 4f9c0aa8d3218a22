"""/quarter: the list of 第二十一条 as xlsx, and marked as reported, once.

Routes: qt:list:<quarter>, qt:mark:<quarter>[:yes]. A quarter is written 2026Q4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.cases import lifecycle, reporting
from bot.cases.transitions import Action
from bot.delivery.worker import Finish, Work
from bot.handlers.cases.parts import bold, lines
from bot.handlers.cases.temporary import forget_later
from bot.handlers.desk import guard
from bot.handlers.desk.record_event import record
from bot.replies import Button, Replies, Reply, Say, SendFile, Text, Toast, keyboard
from bot.reports import make
from bot.reports.data import Quarter, is_late
from bot.reports.wording import long_date
from bot.services import Services
from bot.storage import cases, jobs, quarters
from bot.storage.database import Transaction
from bot.turn import Turn

JOB = "quarter_list"
_SHOWN = 4
_KEY = re.compile(r"(20\d\d)Q([1-4])", re.ASCII)


@guard.command
async def command(turn: Turn) -> Replies:
    """/quarter."""
    now = Quarter.of(turn.now.date())
    shown = [now]
    while len(shown) < _SHOWN:
        shown.append(reporting.before(shown[-1]))
    last = await quarters.last(turn.tx)
    said, rows = [], []
    for quarter in shown:
        name = reporting.key(quarter)
        said.append(await _state(turn.tx, quarter, now, last))
        rows.append([Button(f"{quarter.label}清单", data=f"qt:list:{name}")])
        if quarter < now and name > last:
            rows.append([Button(f"把{quarter.label}标为已报备", data=f"qt:mark:{name}")])
    text = Text.of(
        bold("季度报备（第二十一条）"),
        lines(*said),
        "报出以后请标为已报备。没有列入的件会出现在下一张清单里；早于该季度办结的注明“补报”。",
    )
    return [Say(text, keyboard(*rows))]


async def _state(tx: Transaction, quarter: Quarter, now: Quarter, last: str) -> str:
    name = reporting.key(quarter)
    done = await quarters.get(tx, name)
    if done is not None:
        at = long_date(datetime.fromisoformat(done["reported_at"]))
        return f"{quarter.label}：{at}已报备，{done['cases']}件"
    if name < last:
        return f"{quarter.label}：没有单独报备"
    count = len(await quarters.waiting(tx, quarter.end))
    ends = "还没有结束，" if quarter == now else ""
    return f"{quarter.label}：{ends}待报备{count}件"


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``qt:``."""
    match turn.incoming.data.split(":"):
        case ["qt", "list", name] if found := _KEY.fullmatch(name):
            work = {"year": int(found[1]), "number": int(found[2]), "chat": turn.chat_id}
            await jobs.add(turn.tx, JOB, work, turn.now)
            return [Toast("正在生成清单，稍后发来。")]
        case ["qt", "mark", name, *sure] if found := _KEY.fullmatch(name):
            return await _mark(turn, Quarter(int(found[1]), int(found[2])), sure == ["yes"])
    return [Toast("这个按钮已经失效。")]


async def _mark(turn: Turn, quarter: Quarter, sure: bool) -> Replies:
    name = reporting.key(quarter)
    done = await quarters.get(turn.tx, name)
    if done is not None:
        words = f"{quarter.label}已由{done['reported_by'][:20]}标为已报备，不能重复。"
        return [Toast(words, alert=True)]
    if name < await quarters.last(turn.tx):
        return [Toast("后面的季度已经报备，这一季度不能再单独标。", alert=True)]
    if quarter >= Quarter.of(turn.now.date()):
        return [Toast(f"{quarter.label}还没有结束，结束以后再标。", alert=True)]
    numbers = await quarters.waiting(turn.tx, quarter.end)
    if not sure:
        text = Text.of(
            f"确定把{quarter.label}清单里的{len(numbers)}件标为已报备吗？",
            "请在报出以后再标。标了不能撤回；再打印会注明“重印”。",
        )
        yes = Button("确定已报备", data=f"qt:mark:{name}:yes")
        return [Say(text, keyboard([yes], [Button("再看清单", data=f"qt:list:{name}")]))]
    await quarters.mark(turn.tx, name, len(numbers), turn.incoming.user_name, turn.now)
    for number in numbers:
        await lifecycle.perform(
            turn.tx,
            await cases.get(turn.tx, number),
            Action.REPORT,
            guard.actor(turn),
            turn.now,
            detail={"quarter": name},
            reported_in=name,
        )
    await record(turn, f"quarter:{name}", "report", detail={"cases": len(numbers)})
    return [Say(Text.of(f"{quarter.label}的{len(numbers)}件已标为已报备。"))]


def work(services: Services) -> Work:
    """Work for jobs {"year", "number", "chat"}."""

    async def do(payload: Mapping[str, Any]) -> Finish:
        quarter = Quarter(int(payload["year"]), int(payload["number"]))
        async with services.db.transaction() as tx:
            content = await reporting.content(tx, quarter, services.clock.now().date())
        path = await services.files.save(await make.quarter_list(content))
        late = sum(is_late(change, quarter) for change in content.changes)
        again = "（重印）" if content.reprinted_on else ""
        caption = Text.of(
            lines(
                f"{quarter.label}变更报备清单{again}：{len(content.changes)}件",
                f"其中补报{late}件" if late else None,
                f"报备日期：{long_date(content.prepared_on)}" if again else None,
            )
        )

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, services.clock.now(), path)
            name = f"{quarter.label}变更报备清单{again}.xlsx"
            return [SendFile(name, caption, path, to=int(payload["chat"]))]

        return finish

    return do
