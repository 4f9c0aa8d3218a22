import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import NewerDatabase, scripts

INSERT = "INSERT INTO people (user_id, name, last_seen_at) VALUES (?, ?, '')"


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "x.db")
    yield database
    await database.close()


def names(path: Path) -> list[str]:
    """What another process would read after a crash now."""
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM people ORDER BY user_id")]


async def add(db: Database, number: int, fail: bool = False) -> None:
    async with db.transaction() as tx:
        await tx.execute(INSERT, (number, f"人{number}"))
        await asyncio.sleep(0)
        if fail:
            raise RuntimeError(number)


async def test_after_the_block_it_is_on_the_disk(db: Database, tmp_path: Path) -> None:
    await add(db, 1)
    assert names(tmp_path / "x.db") == ["人1"]


async def test_an_exception_undoes_its_own_transaction_only(db: Database, tmp_path: Path) -> None:
    results = await asyncio.gather(
        *(add(db, n, fail=n % 3 == 0) for n in range(1, 31)), return_exceptions=True
    )
    failed = {n for n, result in enumerate(results, start=1) if isinstance(result, RuntimeError)}
    assert failed == set(range(3, 31, 3))
    assert names(tmp_path / "x.db") == [f"人{n}" for n in range(1, 31) if n % 3]


async def test_one_that_is_cancelled_in_the_queue_does_not_keep_the_others(
    db: Database, tmp_path: Path
) -> None:
    first = asyncio.ensure_future(add(db, 1))
    second = asyncio.ensure_future(add(db, 2))
    await asyncio.sleep(0)
    second.cancel()
    await first
    assert names(tmp_path / "x.db") == ["人1"]


async def test_one_that_is_cancelled_at_work_is_undone(db: Database, tmp_path: Path) -> None:
    started = asyncio.Event()

    async def slow() -> None:
        async with db.transaction() as tx:
            await tx.execute(INSERT, (1, "慢"))
            started.set()
            await asyncio.Event().wait()

    task = asyncio.ensure_future(slow())
    await started.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await add(db, 2)
    assert names(tmp_path / "x.db") == ["人2"]


@pytest.mark.parametrize("steps", range(1, 12))
async def test_cancelled_at_any_moment_the_database_stays_usable(
    db: Database, tmp_path: Path, steps: int
) -> None:
    """Also while BEGIN or COMMIT is under way: those are never torn."""
    task = asyncio.ensure_future(add(db, 1))
    other = asyncio.ensure_future(add(db, 2))
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, other, return_exceptions=True)
    await add(db, 3)
    assert {"人2", "人3"} <= set(names(tmp_path / "x.db"))


async def test_a_failed_statement_leaves_the_database_usable(db: Database, tmp_path: Path) -> None:
    await add(db, 1)
    with pytest.raises(sqlite3.IntegrityError):
        await add(db, 1)
    await add(db, 2)
    assert names(tmp_path / "x.db") == ["人1", "人2"]


async def test_opening_again_keeps_everything_and_migrates_nothing_twice(tmp_path: Path) -> None:
    for number in (1, 2):
        db = await Database.open(tmp_path / "x.db")
        await add(db, number)
        await db.close()
    assert names(tmp_path / "x.db") == ["人1", "人2"]


async def test_a_file_of_a_later_version_is_not_touched(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute(f"PRAGMA user_version = {scripts()[-1][0] + 1}")
    with pytest.raises(NewerDatabase, match="较新的程序"):
        await Database.open(tmp_path / "x.db")


def test_migrations_are_numbered_without_a_gap() -> None:
    numbers = [number for number, _ in scripts()]
    assert numbers == list(range(1, len(numbers) + 1))
