"""The self-check as a Word file, made outside the chat's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.delivery.worker import Finish, Hopeless, Work
from bot.handlers.checks.wording import own_reason, words_for
from bot.interview import VerdictCard, VerdictLine, conclude
from bot.interview.verdict_card import SELF_DECLARED
from bot.replies import Reply, SendFile, Text
from bot.reports import make
from bot.reports.data import ClauseRow, Outcome, SelfCheck
from bot.rules import PROCEDURES, Status
from bot.services import Services
from bot.storage import institutions, runs
from bot.storage.database import Transaction

JOB = "verdict_paper"
_OUTCOMES = {
    Status.MET: Outcome.MET,
    Status.FAILED: Outcome.FAILED,
    Status.OPEN: Outcome.UNKNOWN,
}
_CATEGORY = "机构类别"


def work(services: Services) -> Work:
    """Writes the paper and sends it."""

    async def do(payload: Mapping[str, Any]) -> Finish:
        number, chat = int(payload["run"]), int(payload["chat"])
        async with services.db.transaction() as tx:
            row = await runs.get(tx, number, chat)
            who = await _institution(tx, chat)
        if row is None:
            raise Hopeless("自查已删除")
        day = date.fromisoformat(row["finished_at"][:10])
        procedure = PROCEDURES[row["procedure"]]
        sheet = _sheet(procedure.key, conclude(runs.run_of(row), day))
        content = await make.verdict(replace(sheet, institution=who[0], credit_code=who[1]))
        path = await services.files.save(content)
        name = f"{procedure.name}自查表_{day:%Y%m%d}.docx"
        caption = Text.of("自查表已生成，可打印存档。它只是自查记录，不是受理或批准。")

        async def finish(_: Transaction) -> list[Reply]:
            return [SendFile(name, caption, path=path, to=chat)]

        return finish

    return do


async def _institution(tx: Transaction, user_id: int) -> tuple[str, str]:
    """Name and code, where the person speaks for exactly one institution."""
    known = await institutions.of_user(tx, user_id)
    row = await institutions.by_id(tx, known[0].institution_id) if len(known) == 1 else None
    return ("", "") if row is None else (row["name"], row["code"])


def _sheet(procedure: str, card: VerdictCard) -> SelfCheck:
    category = [line.words for line in card.answers if line.name == _CATEGORY]
    return SelfCheck(
        subject=PROCEDURES[procedure].name,
        overall=card.label,
        overall_reason=card.meaning,
        clauses=tuple(_row(procedure, line) for line in card.lines),
        answers=tuple((line.name, line.words) for line in card.answers),
        checked_on=card.day,
        rules_version=card.version,
        kind=category[0] if category else "",
    )


def _row(procedure: str, line: VerdictLine) -> ClauseRow:
    said = [own_reason(line), line.note.removeprefix(SELF_DECLARED).strip("（）")]
    return ClauseRow(
        clause=f"{line.place}\n{line.title}",
        quotation=line.quotation,
        answer=line.said,
        outcome=_OUTCOMES.get(line.status, Outcome.NOT_APPLICABLE),
        word=SELF_DECLARED if line.note else words_for(procedure)[line.status],
        explanation="\n".join(part for part in said if part),
        remedy=line.remedy,
    )
