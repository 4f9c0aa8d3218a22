"""A case as a folder: complete, and whoever has it can check it."""

import hashlib
import io
import json
import zipfile

import pytest

from bot.cases import chain, export
from bot.storage import cases
from bot.storage.staff import seen
from tests.cases.samples import submitted, with_card
from tests.cases.test_files import at_the_first_paper
from tests.cases.theatre import content_of
from tests.support import Stage


async def test_the_archive_holds_record_files_events_and_digests(stage: Stage) -> None:
    number = await at_the_first_paper(stage)
    stage.contact.sends_document("../../决议?.pdf", content_of("决议.pdf"))
    await stage.pump()
    stage.contact.presses("交齐了，下一步")
    await stage.pump()
    stage.contact.sends_document("新执照.pdf", b"MZ no paper")
    stage.contact.sends_photo(content_of("照片.jpg"))
    await stage.pump()
    stage.contact.presses("交齐了，下一步")
    await stage.pump()
    stage.contact.presses("提交")
    await stage.pump()
    stage.clerk.presses("导出", in_chat=stage.group)
    await stage.pump()
    sent = stage.group.chat.last.content.document
    assert sent is not None
    assert sent.content is not None
    with zipfile.ZipFile(io.BytesIO(sent.content)) as archive:
        names = archive.namelist()
        content = {name: archive.read(name) for name in names}
    assert [n.rpartition(".")[2] for n in names] == [
        *("docx", "pdf", "pdf", "jpg", "jsonl", "sha256")
    ]
    assert all(".." not in n and "?" not in n for n in names)
    assert "（未采用）.pdf" in names[2]
    assert content[names[1]] == content_of("决议.pdf")
    for line in content["校验值.sha256"].decode().splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256(content[name]).hexdigest() == digest
    rows = [json.loads(x) for x in content["经过.jsonl"].decode().splitlines()]
    assert [r["what"] for r in rows] == ["submit"]
    assert chain.seal(chain.START, rows[0]) == rows[0]["hash"]
    async with stage.bot.services.db.transaction() as tx:
        assert (await cases.get(tx, number)).reference in sent.name


async def test_the_table_of_all_cases_is_read_piece_by_piece(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_PIECE", 3)
    async with stage.bot.services.db.transaction() as tx:
        made = [await submitted(tx, stage) for _ in range(8)]
        await seen(tx, 7, "王芳", stage.clock.now())
        await cases.update(tx, made[2].id, stage.clock.now(), assignee=7)
    found = [line async for line in export.lines(stage.bot.services.db)]
    assert [line.reference for line in found] == [c.reference for c in made]
    assert found[2].assignee == "王芳"


async def test_files_are_deleted_when_their_time_is_over_and_the_record_stays(stage: Stage) -> None:
    from datetime import timedelta

    from bot.cases.case import FileState
    from bot.cases.limits import KEEP_ATTACHMENTS
    from bot.cases.states import State
    from bot.handlers.desk import daily

    number = await at_the_first_paper(stage)
    stage.contact.sends_document("决议.pdf", content_of("决议.pdf"))
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        now = stage.clock.now()
        case = await cases.get(tx, number)
        await cases.update(
            tx, number, now, state=State.FINISHED, reference="忻变-2026-XXXX", closed_at=now
        )
        await daily.schedule(tx, now)
    (file,) = case.needed[0].counted
    assert file.path is not None
    stage.hand.advance((KEEP_ATTACHMENTS - timedelta(days=1)).total_seconds())
    stage.bot.worker.wake()
    await stage.pump()
    assert await stage.bot.services.files.read(file.path)
    stage.later(days=5)
    stage.bot.worker.wake()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        (kept,) = (await cases.get(tx, number)).needed[0].files
    assert (kept.state, kept.path, kept.sha256) == (FileState.PURGED, None, file.sha256)
    await with_card(stage)
