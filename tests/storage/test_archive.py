import sqlite3
from pathlib import Path

import pytest

from bot.storage.archive import BadArchive, back_up, restore
from bot.storage.database import Database
from bot.storage.files import DamagedFile, FileStore


async def some_data(folder: Path) -> str:
    db = await Database.open(folder / "xinping.db")
    async with db.transaction() as tx:
        await tx.execute("INSERT INTO people VALUES (1, '张文', NULL, '')")
    await db.close()
    return await FileStore(folder / "files", folder / "keys" / "files.key").save(b"%PDF")


async def test_a_backup_restores_rows_files_and_keys(tmp_path: Path) -> None:
    name = await some_data(tmp_path / "data")
    back_up(tmp_path / "data", tmp_path / "b.tar.gz")
    restore(tmp_path / "b.tar.gz", tmp_path / "new")
    with sqlite3.connect(tmp_path / "new" / "xinping.db") as connection:
        assert connection.execute("SELECT name FROM people").fetchall() == [("张文",)]
    files = FileStore(tmp_path / "new" / "files", tmp_path / "new" / "keys" / "files.key")
    assert await files.read(name) == b"%PDF"


async def test_nothing_is_overwritten(tmp_path: Path) -> None:
    await some_data(tmp_path / "data")
    back_up(tmp_path / "data", tmp_path / "b.tar.gz")
    with pytest.raises(BadArchive, match="已存在"):
        back_up(tmp_path / "data", tmp_path / "b.tar.gz")
    with pytest.raises(BadArchive, match="不是空的"):
        restore(tmp_path / "b.tar.gz", tmp_path / "data")


def test_a_file_that_is_not_there_is_named_first(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x").touch()
    with pytest.raises(BadArchive, match=r"没有 .*备份.tar.gz 这个文件"):
        restore(tmp_path / "备份.tar.gz", tmp_path / "data")


def test_a_file_that_is_no_backup_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"nonsense")
    with pytest.raises(BadArchive, match="不是完好的备份"):
        restore(tmp_path / "x", tmp_path / "new")
    assert not (tmp_path / "new").exists()


async def test_a_stored_file_is_unreadable_without_the_key_and_when_exchanged(
    tmp_path: Path,
) -> None:
    files = FileStore(tmp_path / "files", tmp_path / "key")
    one, two = await files.save("身份证".encode()), await files.save(b"other")
    assert "身份证".encode() not in (tmp_path / "files" / one).read_bytes()
    (tmp_path / "files" / two).write_bytes((tmp_path / "files" / one).read_bytes())
    with pytest.raises(DamagedFile):
        await files.read(two)
    with pytest.raises(DamagedFile):
        await FileStore(tmp_path / "files", tmp_path / "key2").read(one)
