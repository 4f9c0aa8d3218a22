"""The self-check as a Word file, made outside the chat's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.delivery.worker import Finish, Hopeless, Work
from bot.interview import VerdictCard, VerdictLine, conclude
from bot.replies import Reply, SendFile, Text
from bot.reports import make
from bot.reports.data import ClauseRow, Outcome, SelfCheck
from bot.rules import PROCEDURES, Status
from bot.services import Services
from bot.storage import runs
from bot.storage.database import Transaction

JOB = "verdict_paper"
_OUTCOMES = {
    Status.MET: Outcome.MET,
    Status.FAILED: Outcome.FAILED,
    Status.OPEN: Outcome.UNKNOWN,
}


def work(services: Services) -> Work:
    """Writes the paper and sends it."""

    async def do(payload: Mapping[str, Any]) -> Finish:
        number, chat = int(payload["run"]), int(payload["chat"])
        async with services.db.transaction() as tx:
            row = await runs.get(tx, number, chat)
        if row is None:
            raise Hopeless("自查已删除")
        day = date.fromisoformat(row["finished_at"][:10])
        card = conclude(runs.run_of(row), day)
        content = await make.verdict(_sheet(row["procedure"], card))
        path = await services.files.save(content)
        name = f"{PROCEDURES[row['procedure']].name}自查表_{day:%Y%m%d}.docx"
        caption = Text.of("自查表已生成，可打印存档。它只是自查记录，不是受理或批准。")

        async def finish(_: Transaction) -> list[Reply]:
            return [SendFile(name, caption, path=path, to=chat)]

        return finish

    return do


def _sheet(procedure: str, card: VerdictCard) -> SelfCheck:
    return SelfCheck(
        subject=PROCEDURES[procedure].name,
        overall=card.label,
        overall_reason=card.meaning,
        clauses=tuple(_row(line) for line in card.lines),
        answers=tuple((line.name, line.words) for line in card.answers),
        checked_on=card.day,
        rules_version=card.version,
    )


def _row(line: VerdictLine) -> ClauseRow:
    return ClauseRow(
        clause=line.place,
        quotation=line.quotation,
        answer="；".join(line.answers),
        outcome=_OUTCOMES.get(line.status, Outcome.NOT_APPLICABLE),
        word=line.note or line.title,
        explanation=line.reason,
        remedy=line.remedy,
    )
