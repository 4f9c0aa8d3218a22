"""The record cannot be changed unnoticed."""

import sqlite3
from pathlib import Path

import pytest

from bot.storage import events
from bot.storage.database import Database, Transaction
from tests.support import MONDAY


async def some(tx: Transaction, count: int) -> None:
    for number in range(count):
        await events.append(
            tx,
            f"case:{number % 3}",
            MONDAY,
            actor=1,
            actor_name="王芳",
            role="工作人员",
            what="note",
            why=f"第{number}条",
        )


async def test_events_can_be_neither_changed_nor_removed(tmp_path: Path) -> None:
    db = await Database.open(tmp_path / "x.db")
    async with db.transaction() as tx:
        await some(tx, 5)
    for sql in ("UPDATE events SET why = '别的' WHERE id = 2", "DELETE FROM events WHERE id = 2"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            async with db.transaction() as tx:
                await tx.execute(sql)
    async with db.transaction() as tx:
        assert await events.first_break(tx) is None
    await db.close()


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE events SET why = '别的' WHERE id = 3", 3),
        ("UPDATE events SET actor_name = '别人' WHERE id = 1", 1),
        ("UPDATE events SET at = '2020-01-01' WHERE id = 5", 5),
        ("DELETE FROM events WHERE id = 2", 3),
        ("DELETE FROM events WHERE id = 1", 2),
        ("UPDATE events SET id = 99 WHERE id = 5", 99),
    ],
)
async def test_whoever_goes_around_the_program_is_found_out(
    tmp_path: Path, sql: str, found: int
) -> None:
    path = tmp_path / "x.db"
    db = await Database.open(path)
    async with db.transaction() as tx:
        await some(tx, 5)
    await db.close()
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TRIGGER events_are_not_changed")
        raw.execute("DROP TRIGGER events_are_not_removed")
        raw.execute(sql)
    raw.close()
    db = await Database.open(path)
    async with db.transaction() as tx:
        assert await events.first_break(tx) == found
    await db.close()


async def test_a_long_record_is_checked_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_CHUNK", 7)
    db = await Database.open(tmp_path / "x.db")
    async with db.transaction() as tx:
        await some(tx, 50)
        assert await events.first_break(tx) is None
        assert len(await events.of(tx, "case:1")) == 17
    await db.close()
