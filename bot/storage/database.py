"""One SQLite file: one writer, transactions one after another, committed in groups."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.storage.migrate import migrate

Row = aiosqlite.Row
_GROUP = 64  # at most so many transactions share one fsync


class Transaction:
    """The right to write; alive only inside `Database.transaction`."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self.has_jobs = False
        """Whether work was stored that should be started after the commit."""

    async def execute(self, sql: str, values: Iterable[Any] = ()) -> int:
        """Runs one statement; the number of rows changed."""
        return (await self._connection.execute(sql, tuple(values))).rowcount

    async def insert(self, sql: str, values: Iterable[Any] = ()) -> int:
        """Runs one INSERT; the new row's id."""
        number = (await self._connection.execute(sql, tuple(values))).lastrowid
        assert number is not None
        return number

    async def all(self, sql: str, values: Iterable[Any] = ()) -> Sequence[Row]:
        """All rows of a query, seeing what this transaction has written."""
        return list(await self._connection.execute_fetchall(sql, tuple(values)))

    async def one(self, sql: str, values: Iterable[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = await self.all(sql, values)
        return rows[0] if rows else None


class Database:
    """Opened with `Database.open`; closed with `close`.

    Transactions that wait for each other are committed together: the later ones of a group are
    savepoints, and none of them returns before the commit that holds it is on the disk.
    """

    def __init__(self, writer: aiosqlite.Connection) -> None:
        self._writer = writer
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._grouped = 0
        self._committed: asyncio.Future[None] | None = None
        self._flushing: asyncio.Future[None] | None = None

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Opens or creates the file and brings it to the newest schema."""
        await asyncio.to_thread(path.parent.mkdir, mode=0o700, parents=True, exist_ok=True)
        connection = await aiosqlite.connect(path, isolation_level=None)
        connection.row_factory = aiosqlite.Row
        try:
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                await connection.execute(f"PRAGMA {pragma}")
            await connection.execute("PRAGMA busy_timeout = 5000")
            await migrate(connection)
        except BaseException:
            await connection.close()
            raise
        await asyncio.to_thread(path.chmod, 0o600)
        return cls(connection)

    async def close(self) -> None:
        """Waits for the transaction in hand and closes the file."""
        async with self._turn:
            await self._writer.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing: an exception undoes it; after the block it is on the disk."""
        await self._queue_up()
        try:
            committed, first = await self._begin()
            try:
                async with self._unit(first):
                    yield Transaction(self._writer)
            finally:
                await self._end(committed)
        finally:
            self._turn.release()
        await asyncio.shield(committed)

    async def _queue_up(self) -> None:
        self._waiting += 1
        try:
            await self._turn.acquire()
        except BaseException:
            # Those before us may have left the commit to us.
            self._flushing = asyncio.ensure_future(self._flush())
            raise
        finally:
            self._waiting -= 1

    async def _flush(self) -> None:
        async with self._turn:
            if self._committed is not None:
                await self._end(self._committed)

    async def _begin(self) -> tuple[asyncio.Future[None], bool]:
        first = self._committed is None
        if self._committed is None:
            if self._writer.in_transaction:  # begun by a task that was cancelled at that moment
                await self._control("ROLLBACK")
            await self._control("BEGIN IMMEDIATE")
            self._committed = asyncio.get_running_loop().create_future()
            self._grouped = 0
        self._grouped += 1
        return self._committed, first

    @asynccontextmanager
    async def _unit(self, first: bool) -> AsyncIterator[None]:
        """One of a group; undoing the first undoes all there is, so it needs no savepoint."""
        if not first:
            await self._control("SAVEPOINT unit")
        try:
            yield
        except BaseException:
            # A full disk makes SQLite undo everything by itself: then there is nothing left to do.
            if self._writer.in_transaction and first:
                await self._control("ROLLBACK")
                await self._control("BEGIN IMMEDIATE")
            elif self._writer.in_transaction:
                await self._control("ROLLBACK TO unit")
                await self._control("RELEASE unit")
            raise
        if not first:
            await self._control("RELEASE unit")

    async def _end(self, committed: asyncio.Future[None]) -> None:
        alive = self._writer.in_transaction
        if alive and self._waiting and self._grouped < _GROUP:
            return  # the next one in the queue commits for us
        self._committed = None
        try:
            if not alive:
                raise sqlite3.OperationalError("the transaction was undone by SQLite")
            await self._control("COMMIT")
        except asyncio.CancelledError:
            committed.set_result(None)  # carried out all the same, see `_control`
            raise
        except BaseException as error:
            if self._writer.in_transaction:
                await self._control("ROLLBACK")
            committed.set_exception(error)
            committed.exception()  # marks it as read: its waiters may all have been cancelled
        else:
            committed.set_result(None)

    async def _control(self, sql: str) -> None:
        """Carries out a statement whole: cancelling the task does not tear it."""

        async def run() -> None:
            await self._writer.execute(sql)

        task = asyncio.ensure_future(run())
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait([task])
            task.result()
            raise
