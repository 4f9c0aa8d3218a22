"""/stats: the desk's figures as words and as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.cases.figures import Figures, first_month
from bot.cases.workdays import is_known
from bot.delivery.worker import Finish, Work
from bot.handlers.cases.parts import bold, lines
from bot.handlers.cases.temporary import forget_later
from bot.handlers.desk import guard
from bot.replies import Button, Replies, Reply, Say, SendFile, Text, keyboard
from bot.reports import make
from bot.reports.data import Statistics
from bot.services import Services
from bot.storage import jobs, queue
from bot.storage.database import Transaction
from bot.turn import Turn

JOB = "desk_stats"
_PIECE = 5000


@guard.command
async def command(turn: Turn) -> Replies:
    """/stats."""
    await jobs.add(turn.tx, JOB, {"chat": turn.chat_id}, turn.now)
    return [Say(Text.of("正在统计，稍后发来。"))]


def work(services: Services) -> Work:
    """Work for jobs {"chat"}."""

    async def do(payload: Mapping[str, Any]) -> Finish:
        found = await gather(services)
        path = await services.files.save(await make.chart(found))

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, services.clock.now(), path)
            everything = keyboard([Button("办件列表", data="q:from:all")])
            caption, chat = _words(found), int(payload["chat"])
            return [
                SendFile("办件统计.png", caption, path, photo=True, buttons=everything, to=chat)
            ]

        return finish

    return do


async def gather(services: Services) -> Statistics:
    """The figures of the last twelve months, read piece by piece."""
    today = services.clock.now().date()
    figures, after = Figures(today), 0
    while True:
        async with services.db.transaction() as tx:
            since = first_month(today).isoformat()
            rows = await queue.submitted_since(tx, since, after, _PIECE)
        figures.add([dict(row) for row in rows])
        if len(rows) < _PIECE:
            note = "" if is_known(today.year) else f"{today.year}年按周末估算。"
            return replace(figures.result(), note=note)
        after = rows[-1]["id"]


def _words(found: Statistics) -> Text:
    median = found.median_workdays
    return Text.of(
        bold("近12个月办件统计"),
        lines(
            f"收件{found.received}件，在办{found.open}件",
            f"办理用时中位数：{median:g}个工作日" if median is not None else "还没有办完的件",
        ),
        lines(*(f"{t.name}：{t.received}件，在办{t.open}件" for t in found.types[:10])),
    )
