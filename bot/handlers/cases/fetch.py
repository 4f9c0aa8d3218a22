"""The job that fetches a file from Telegram, finds out what it is, and seals it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.cases import sniff
from bot.cases.case import Case, File, FileState, LineState
from bot.delivery.worker import Finish, Work
from bot.handlers.cases.parts import HOME, theirs
from bot.replies import Button, Reply, Say, Text, WhenUnsure, keyboard
from bot.services import Services
from bot.storage import attachments, cases
from bot.storage.database import Transaction

_WHY = {
    sniff.PACKED: "是压缩包。请解开后，把里面的材料一个一个发来。",
    sniff.EMPTY: "是空的，里面没有内容。请检查后再发一次。",
    sniff.UNKNOWN: "不是 PDF、图片、Word 或 Excel。请换成其中一种再发，拍照也可以。",
}


def fetching(services: Services) -> Work:
    """Work for jobs {"file": id}; safe to do twice."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        number = int(payload["file"])
        async with services.db.transaction() as tx:
            found = await attachments.get(tx, number)
        if found is None or found[1].state is not FileState.FETCHING:
            return _nothing
        assert services.telegram is not None, "set when the bot is made"
        return await _fetched(services, services.telegram, found[0], found[1])

    return work


async def _nothing(_: Transaction) -> Iterable[Reply]:
    return ()


async def _fetched(services: Services, bot: Bot, case_id: int, file: File) -> Finish:
    try:
        source = await bot.get_file(file.file_id)
        content = bytes(await source.download_as_bytearray())
    except BadRequest as error:
        state = FileState.TOO_BIG if "too big" in error.message.lower() else FileState.LOST
        return _failed(case_id, file, state)
    kind = sniff.sniff(content)
    path = await services.files.save(content) if content else None
    state = FileState.STORED if kind in sniff.ACCEPTED else FileState.ODD

    async def finish(tx: Transaction) -> Iterable[Reply]:
        now = await attachments.get(tx, file.id)
        if now is None:  # the draft was thrown away meanwhile
            if path is not None:
                await services.files.delete(path)
            return ()
        kept = state if now[1].state is FileState.FETCHING else now[1].state
        await attachments.settle(
            tx,
            file.id,
            kept,
            type_=kind,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            path=path,
        )
        if kept is not FileState.ODD:
            return ()
        return await _ask_again(tx, case_id, file, _WHY[kind])

    return finish


def _failed(case_id: int, file: File, state: FileState) -> Finish:
    async def finish(tx: Transaction) -> Iterable[Reply]:
        await attachments.mark(tx, file.id, state)
        if state is FileState.TOO_BIG:
            return ()
        return await _ask_again(tx, case_id, file, "没有取到。请再发一次。")

    return finish


async def _ask_again(tx: Transaction, case_id: int, file: File, why: str) -> Iterable[Reply]:
    """The line is open again where nothing else was handed in for it."""
    case = await cases.load(tx, case_id)
    line = case.line(file.line_id) if case else None
    if case is None or line is None:
        return ()
    if not line.counted and line.state is LineState.GIVEN:
        await cases.set_line(tx, line.id, LineState.EMPTY)
    text = Text.of(theirs(f"“{file.name}”{why}"), f"它是为“{line.name}”发来的，现在不算已交。")
    again = Button("重新发这份材料", data=_way(case))
    return [Say(text, keyboard([again], [HOME]), to=case.contact_id, unsure=WhenUnsure.RESEND)]


def _way(case: Case) -> str:
    return f"case:s:{case.id}"
