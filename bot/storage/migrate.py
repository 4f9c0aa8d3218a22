"""Numbered migrations: `migrations/0001_….sql` and on, each applied once, in order."""

from __future__ import annotations

from pathlib import Path

import aiosqlite

FOLDER = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The file was written by a later version of the program."""


def scripts() -> list[tuple[int, Path]]:
    """Number and file of each migration, in order."""
    return sorted((int(path.name[:4]), path) for path in FOLDER.glob("[0-9]*.sql"))


async def migrate(connection: aiosqlite.Connection) -> None:
    """Brings the schema up to date; each step and its number in one transaction.

    Raises NewerDatabase rather than touching a file that a later version has written.
    """
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    assert row is not None
    current, newest = int(row[0]), scripts()[-1][0]
    if current > newest:
        raise NewerDatabase(f"数据库是第{current}版，本程序只到第{newest}版，请用较新的程序打开。")
    for number, path in scripts():
        if number > current:
            sql = path.read_text(encoding="utf-8")
            await connection.executescript(
                f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;"
            )
