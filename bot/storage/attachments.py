"""Files that were sent to a case: known to Telegram at once, fetched and sealed by a job."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.cases.case import File, FileState
from bot.storage.database import Row, Transaction

if TYPE_CHECKING:
    from bot.delivery.incoming import SentFile


async def add(
    tx: Transaction,
    case_id: int,
    line_id: int,
    sent: SentFile,
    state: FileState,
    now: datetime,
    *,
    name: str,
    album: str = "",
) -> int:
    """Keeps what Telegram told of a file; the row's id."""
    return await tx.insert(
        "INSERT INTO attachments (case_id, line_id, file_id, unique_id, name, photo, album,"
        " state, size, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            case_id,
            line_id,
            sent.file_id,
            sent.unique_id,
            name,
            int(sent.photo),
            album,
            state,
            sent.size or 0,
            now.isoformat(),
        ),
    )


async def get(tx: Transaction, file_id: int) -> tuple[int, File] | None:
    """A file and the case that it belongs to."""
    row = await tx.one("SELECT * FROM attachments WHERE id = ?", (file_id,))
    return None if row is None else (row["case_id"], _file(row))


async def of_case(tx: Transaction, case_id: int) -> Sequence[File]:
    """All files of a case, in the order in which they came."""
    rows = await tx.all("SELECT * FROM attachments WHERE case_id = ? ORDER BY id", (case_id,))
    return [_file(row) for row in rows]


async def settle(
    tx: Transaction,
    file_id: int,
    state: FileState,
    *,
    type_: str = "",
    size: int = 0,
    sha256: str = "",
    path: str | None = None,
) -> None:
    """Records what became of a file."""
    await tx.execute(
        "UPDATE attachments SET state = ?, type = ?, sha256 = ?, path = ?,"
        " size = CASE ? WHEN 0 THEN size ELSE ? END WHERE id = ?",
        (state, type_, sha256, path, size, size, file_id),
    )


async def mark(tx: Transaction, file_id: int, state: FileState) -> None:
    """Changes nothing but the state."""
    await tx.execute("UPDATE attachments SET state = ? WHERE id = ?", (state, file_id))


async def replace(tx: Transaction, files: Iterable[File]) -> None:
    """These files count no more; they are kept."""
    for file in files:
        await mark(tx, file.id, FileState.REPLACED)


async def expired(tx: Transaction, closed_before: str, limit: int) -> Sequence[Row]:
    """Stored files of cases that were closed before a day."""
    return await tx.all(
        "SELECT a.id, a.case_id, a.path, a.sha256 FROM cases c JOIN attachments a"
        " ON a.case_id = c.id WHERE c.closed_at < ? AND a.state != 'purged' LIMIT ?",
        (closed_before, limit),
    )


async def paths(tx: Transaction, case_id: int) -> Sequence[str]:
    """The stored files of a case."""
    rows = await tx.all(
        "SELECT path FROM attachments WHERE case_id = ? AND path IS NOT NULL", (case_id,)
    )
    return [row["path"] for row in rows]


def _file(row: Row) -> File:
    return File(
        id=row["id"],
        line_id=row["line_id"],
        file_id=row["file_id"],
        unique_id=row["unique_id"],
        name=row["name"],
        photo=bool(row["photo"]),
        album=row["album"],
        state=FileState(row["state"]),
        type=row["type"],
        size=row["size"],
        sha256=row["sha256"],
        path=row["path"],
        sent_at=datetime.fromisoformat(row["sent_at"]),
    )
