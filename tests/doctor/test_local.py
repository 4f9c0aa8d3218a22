import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.doctor import Finding, local
from bot.settings import Settings
from bot.storage.database import Database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr("1:x"),
        data_dir=tmp_path / "data",
        staff_chat_id=-1,
        staff_user_ids=frozenset({1}),
    )


async def found(findings: AsyncIterator[Finding]) -> list[Finding]:
    return [finding async for finding in findings]


async def test_a_new_installation_is_told_what_will_come(settings: Settings) -> None:
    (folder,) = await found(local.data_folder(settings))
    assert folder.well
    assert "自动建立" in folder.what
    (database,) = await found(local.database(settings))
    assert database.well


async def test_a_sound_database_and_its_record_are_well(settings: Settings) -> None:
    await (await Database.open(settings.database)).close()
    findings = await found(local.database(settings))
    assert all(finding.well for finding in findings)
    assert "没有被改动" in findings[-1].what


async def test_what_is_stuck_is_named_with_a_remedy(settings: Settings) -> None:
    await (await Database.open(settings.database)).close()
    with sqlite3.connect(settings.database) as connection:
        connection.execute(
            "INSERT INTO jobs (kind, payload, state, not_before, created_at)"
            " VALUES ('x', '{}', 'failed', '', '')"
        )
    findings = await found(local.database(settings))
    assert [f.what for f in findings if not f.well] == ["有1项后台任务没有做成"]


async def test_a_damaged_file_is_recognised(settings: Settings) -> None:
    settings.data_dir.mkdir()
    settings.database.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    (finding,) = await found(local.database(settings))
    assert "restore" in finding.remedy


async def test_a_folder_that_others_can_read_is_not_well(settings: Settings) -> None:
    settings.data_dir.mkdir(mode=0o755)
    settings.data_dir.chmod(0o755)
    findings = await found(local.data_folder(settings))
    assert "chmod 700" in findings[0].remedy


async def test_the_knowledge_is_counted() -> None:
    text, cards = await found(local.knowledge())
    assert "8章34条" in text.what
    assert cards.well
