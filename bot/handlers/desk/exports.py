"""导出: one case as an archive; /export: all cases as a table. Both by jobs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.cases import export
from bot.delivery.worker import Finish, Work
from bot.handlers.cases.parts import theirs
from bot.handlers.cases.summary import summary
from bot.handlers.cases.temporary import forget_later
from bot.handlers.desk import guard
from bot.handlers.desk.files import EXPORT
from bot.handlers.desk.record_event import record
from bot.replies import Replies, Reply, Say, SendFile, Text
from bot.reports import make
from bot.services import Services
from bot.storage import cases, jobs
from bot.storage.database import Transaction
from bot.turn import Turn

TABLE = "cases_table"


@guard.command
async def command(turn: Turn) -> Replies:
    """/export."""
    await jobs.add(turn.tx, TABLE, {"chat": turn.chat_id}, turn.now)
    await record(turn, "export", "export")
    return [Say(Text.of("正在导出全部办件，稍后发来。"))]


def one(services: Services) -> Work:
    """Work for jobs {"case"}."""

    async def do(payload: Mapping[str, Any]) -> Finish:
        now = services.clock.now()
        async with services.db.transaction() as tx:
            case = await cases.get(tx, int(payload["case"]))
            content = await summary(tx, case, now, internal=True)
        record_ = await make.case_summary(content)
        async with services.db.transaction() as tx:
            found = await export.folder(tx, services.files, case, record_)
        path = await services.files.save(export.packed(found.content, now))
        lost = "、".join(name.rpartition("/")[2] for name in found.unreadable)
        caption = Text.of(
            f"{case.reference}　办件记录、{found.papers}个文件和办理经过。",
            theirs(f"读不出的文件（已损坏或丢失）：{lost}"[:300]) if lost else None,
            "内有个人信息，请妥善保管。",
        )

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, now, path)
            return [SendFile(f"{case.reference}.zip", caption, path, to=services.staff_chat)]

        return finish

    return do


def everything(services: Services) -> Work:
    """Work for jobs {"chat"}."""

    async def do(payload: Mapping[str, Any]) -> Finish:
        now = services.clock.now()
        found = [line async for line in export.lines(services.db)]
        path = await services.files.save(await make.cases_table(found, now.date()))

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, now, path)
            caption = Text.of(f"全部办件，共{len(found)}件。", "内有个人信息，请妥善保管。")
            name = f"办件一览{now:%Y%m%d}.xlsx"
            return [SendFile(name, caption, path, to=int(payload["chat"]))]

        return finish

    return do


__all__ = ["EXPORT", "TABLE", "command", "everything", "one"]
