"""The jobs that write Word files: the application of 第二十二条 and the record of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.cases import materials
from bot.cases.case import Case, LineState
from bot.cases.institution import FORMS, KINDS
from bot.cases.lifecycle import changes_of
from bot.delivery.worker import Finish, Hopeless, Work
from bot.handlers.cases.parts import lines
from bot.handlers.cases.summary import summary
from bot.handlers.cases.temporary import forget_later
from bot.replies import Reply, SendFile, Text
from bot.reports import make
from bot.reports.data import Application, Change
from bot.reports.data.application import ADDRESS, LEGAL_PERSON, NAME, OTHER
from bot.services import Services
from bot.storage import cases
from bot.storage.database import Transaction

_ITEMS = {"legal_rep": LEGAL_PERSON, "address": ADDRESS, "name": NAME, "other": OTHER}


def applications(services: Services) -> Work:
    """Work for jobs {"case", "form"}."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        async with services.db.transaction() as tx:
            case = await cases.load(tx, int(payload["case"]))
        if case is None:
            return _nothing
        now = services.clock.now()
        try:
            content = await make.application(content_of(case, now))
        except ValueError as error:
            raise Hopeless(type(error).__name__) from error
        path = await services.files.save(content)
        caption = Text.of(
            lines(
                "书面申请已按您填写的内容排好。",
                "请核对、签字盖章后，拍照或扫描，作为“书面申请材料”上传。",
            ),
            "签字盖章是通常做法，办法没有写；申请的格式办法也没有规定，您可以用自己的。",
        )

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, now, path)
            return [SendFile("变更申请.docx", caption, path=path, to=case.contact_id)]

        return finish

    return work


def records(services: Services) -> Work:
    """Work for jobs {"case", "to", "internal"}: the record as Word."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        internal = bool(payload["internal"])
        async with services.db.transaction() as tx:
            case = await cases.get(tx, int(payload["case"]))
            content = await summary(tx, case, services.clock.now(), internal=internal)
        path = await services.files.save(await make.case_summary(content))
        name = f"办件记录{case.reference}.docx"

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, services.clock.now(), path)
            caption = Text.of(f"{case.reference}　办件记录")
            return [SendFile(name, caption, path=path, to=int(payload["to"]))]

        return finish

    return work


async def _nothing(_: Transaction) -> Iterable[Reply]:
    return ()


def content_of(case: Case, now: datetime) -> Application:
    """What the written application says."""
    facts = case.facts
    kind = KINDS.get(facts.get("kind", ""), "")
    form = FORMS.get(facts.get("form", ""), "")
    found = changes_of(facts)
    return Application(
        institution=facts.get("name", ""),
        credit_code=facts.get("code", ""),
        kind=kind or form,
        changes=tuple(Change(_ITEMS[c.item], c.before, c.after, c.detail) for c in found),
        reason=facts.get("reason", ""),
        materials=tuple(
            line.name
            for line in case.needed
            if line.state not in (LineState.SKIPPED, LineState.CANNOT)
            and line.name != materials.WRITTEN_APPLICATION
        ),
        contact=facts.get("contact", ""),
        phone=facts.get("phone", ""),
        prepared_on=now.date(),
        reference=case.reference,
    )
