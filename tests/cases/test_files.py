"""Files: fetched, recognised, sealed; nothing is lost when Telegram or the process fails."""

import hashlib
from pathlib import Path

import pytest

from bot.cases.case import Case, FileState, LineState
from bot.cases.kinds import Kind
from bot.simulator import Fault
from bot.storage import cases
from tests.cases.samples import FACTS
from tests.cases.theatre import content_of
from tests.support import Stage, on_stage


async def at_the_first_paper(stage: Stage) -> int:
    """A draft that waits for 机构名称变更依据."""
    stage.contact.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        facts = {k: v for k, v in FACTS.items() if k != "reason"}
        number = await cases.create(tx, Kind.CHANGE, stage.contact.id, facts, stage.clock.now())
    stage.contact.says("/my")
    await stage.pump()
    stage.contact.presses("草稿")
    await stage.pump()
    stage.contact.says("业务扩大")
    await stage.pump()
    return number


async def load(stage: Stage, number: int) -> Case:
    async with stage.bot.services.db.transaction() as tx:
        return await cases.get(tx, number)


async def test_a_file_is_fetched_recognised_hashed_and_sealed(stage: Stage, tmp_path: Path) -> None:
    number = await at_the_first_paper(stage)
    content = content_of("决议.pdf") * 100
    stage.contact.sends_document("..\\..\\决议.pdf", content)
    await stage.pump()
    line = (await load(stage, number)).needed[0]
    file = line.counted[0]
    assert (file.state, file.type, file.size) == (FileState.STORED, "PDF", len(content))
    assert file.name == "决议.pdf"
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert file.path is not None
    assert await stage.bot.services.files.read(file.path) == content
    assert content not in (tmp_path / "files" / file.path).read_bytes()


async def test_an_album_of_ten_is_ten_files_under_one_message(stage: Stage) -> None:
    number = await at_the_first_paper(stage)
    before = len(stage.contact.chat.from_bot())
    stage.contact.sends_album([content_of(f"{n}.jpg") for n in range(10)])
    await stage.pump()
    line = (await load(stage, number)).needed[0]
    assert [f.state for f in line.counted] == [FileState.STORED] * 10
    assert len(stage.contact.chat.from_bot()) == before + 1


async def test_the_same_file_twice_counts_once(stage: Stage) -> None:
    number = await at_the_first_paper(stage)
    act = stage.contact.sends_document("决议.pdf", content_of("决议.pdf"))
    await stage.pump()
    stage.contact.forwards(act.message)
    await stage.pump()
    assert len((await load(stage, number)).needed[0].counted) == 1
    assert "已经收到" in stage.contact.chat.transcript()


async def test_one_line_takes_twenty_files_and_says_so(stage: Stage) -> None:
    number = await at_the_first_paper(stage)
    for n in range(21):
        stage.contact.sends_document(f"{n}.pdf", content_of(f"{n}.pdf"))
    await stage.pump()
    assert len((await load(stage, number)).needed[0].counted) == 20
    assert "最多20个文件" in stage.contact.chat.transcript()


@pytest.mark.parametrize(
    "fault",
    [Fault.server_error(502), Fault.unreachable(), Fault.timeout(), Fault.flood(5)],
    ids=["5xx", "no connection", "timeout", "429"],
)
async def test_a_file_that_telegram_does_not_give_is_asked_for_again(
    stage: Stage, fault: Fault
) -> None:
    number = await at_the_first_paper(stage)
    stage.telegram.faults.next("getFile", fault, times=2)
    stage.contact.sends_document("决议.pdf", content_of("决议.pdf"))
    await stage.pump()
    assert (await load(stage, number)).needed[0].counted[0].state is FileState.FETCHING
    for _ in range(3):
        stage.later(minutes=30)
        stage.bot.worker.wake()
        await stage.pump()
    assert (await load(stage, number)).needed[0].counted[0].state is FileState.STORED


async def test_a_process_that_dies_before_fetching_fetches_after_the_start(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    async with stage.bot_running() as bot:
        number = await at_the_first_paper(stage)
        await bot.worker.stop()
        bot.worker.wake = lambda: None  # type: ignore[method-assign]
        stage.contact.sends_document("决议.pdf", content_of("决议.pdf"))
        for update in await stage.fetch():
            await bot.queue.put(update)
        await bot.queue.join()
    async with stage.bot_running():
        await stage.pump()
        assert (await load(stage, number)).needed[0].counted[0].state is FileState.STORED


async def test_a_program_in_disguise_does_not_count(stage: Stage) -> None:
    number = await at_the_first_paper(stage)
    stage.contact.sends_document("决议.pdf", b"MZ\x90\x00 not a paper")
    await stage.pump()
    line = (await load(stage, number)).needed[0]
    assert line.counted == ()
    assert line.state is LineState.EMPTY
    assert line.files[0].state is FileState.ODD
    assert line.files[0].path is not None, "收到的东西不丢"
    assert "不算已交" in stage.contact.chat.last.text


async def test_a_draft_thrown_away_takes_its_files_with_it(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        await at_the_first_paper(stage)
        stage.contact.sends_document("决议.pdf", content_of("决议.pdf"))
        await stage.pump()
        assert len(list((tmp_path / "files").iterdir())) == 1
        stage.contact.says("/cancel")
        await stage.pump()
        stage.contact.presses("放弃这份草稿")
        await stage.pump()
        stage.contact.presses("确定放弃")
        await stage.pump()
        assert list((tmp_path / "files").iterdir()) == []
        async with stage.bot.services.db.transaction() as tx:
            for table in ("cases", "case_lines", "attachments"):
                assert await tx.all(f"SELECT * FROM {table}") == []
