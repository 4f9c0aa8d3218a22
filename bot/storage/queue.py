"""Lists of cases for the desk: open ones by state, age and clerk; by institution or contact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cases.states import State
from bot.storage.case_rows import Brief, brief
from bot.storage.database import Row, Transaction

_OPEN = "state IN ('submitted', 'accepted', 'correcting', 'resubmitted')"
"""Written exactly as in the partial indexes."""
COUNTED = 1000
"""Counting ends here; more is shown as 999+."""


async def open_cases(
    tx: Transaction,
    limit: int,
    *,
    after: int = 0,
    state: State | None = None,
    assignee: int | None = None,
    unclaimed: bool = False,
    before: datetime | None = None,
) -> Sequence[Brief]:
    """Open cases, the oldest first, after the case with the id `after`."""
    parts, values = [_OPEN], list[str | int]()
    if state is not None:
        parts.append("state = ?")
        values.append(state)
    if assignee is not None or unclaimed:
        parts.append("assignee IS ?")
        values.append(assignee)  # type: ignore[arg-type]
    if before is not None:
        parts.append("submitted_at < ?")
        values.append(before.isoformat())
    if after:
        parts.append("(submitted_at, id) > (SELECT submitted_at, id FROM cases WHERE id = ?)")
        values.append(after)
    rows = await tx.all(
        f"SELECT * FROM cases WHERE {' AND '.join(parts)} ORDER BY submitted_at, id LIMIT ?",
        (*values, limit),
    )
    return [brief(row) for row in rows]


async def count_open(
    tx: Transaction,
    state: State | None = None,
    *,
    unclaimed: bool = False,
    before: datetime | None = None,
) -> int:
    """How many, at most COUNTED."""
    parts, values = [_OPEN], list[str | int]()
    if state is not None:
        parts.append("state = ?")
        values.append(state)
    if unclaimed:
        parts.append("assignee IS NULL")
    if before is not None:
        parts.append("submitted_at < ?")
        values.append(before.isoformat())
    row = await tx.one(
        f"SELECT count(*) AS n FROM (SELECT 1 FROM cases WHERE {' AND '.join(parts)} LIMIT ?)",
        (*values, COUNTED),
    )
    return 0 if row is None else int(row["n"])


async def waiting_for_correction(
    tx: Transaction, asked_before: datetime, limit: int
) -> Sequence[Row]:
    """Cases in which the institution has not answered a request for correction."""
    return await tx.all(
        f"SELECT id, asked_at FROM cases WHERE {_OPEN} AND state = 'correcting'"
        " AND asked_at < ? ORDER BY submitted_at, id LIMIT ?",
        (asked_before.isoformat(), limit),
    )


async def by_number(tx: Transaction, number: str) -> Sequence[Brief]:
    """By the whole reference number, or by its last part."""
    column = "reference" if "-" in number else "short"
    rows = await tx.all(
        f"SELECT * FROM cases WHERE {column} = ? ORDER BY id DESC LIMIT 20", (number,)
    )
    return [brief(row) for row in rows]


async def institutions_like(tx: Transaction, words: str, limit: int) -> Sequence[Row]:
    """Institutions whose name or code contains the words; filed ones first."""
    return await tx.all(
        "SELECT id, name, code, filed FROM institutions"
        " WHERE name LIKE ?1 ESCAPE '\\' OR code LIKE ?1 ESCAPE '\\'"
        " ORDER BY filed DESC, name LIMIT ?2",
        (_like(words), limit),
    )


async def contacts_like(tx: Transaction, words: str, limit: int) -> Sequence[Row]:
    """People who speak for an institution, by name or telephone."""
    return await tx.all(
        "SELECT m.user_id, m.institution_id, i.name AS institution,"
        " json_extract(m.facts, '$.contact') AS contact FROM members m"
        " JOIN institutions i ON i.id = m.institution_id"
        " WHERE json_extract(m.facts, '$.contact') LIKE ?1 ESCAPE '\\'"
        " OR json_extract(m.facts, '$.phone') LIKE ?1 ESCAPE '\\' ORDER BY m.id LIMIT ?2",
        (_like(words), limit),
    )


async def of_institution(
    tx: Transaction, institution_id: int, limit: int, before: int
) -> Sequence[Brief]:
    """The cases of an institution, the newest first, below the id `before`."""
    rows = await tx.all(
        "SELECT * FROM cases WHERE institution_id = ? AND id < ? AND state != 'draft'"
        " ORDER BY id DESC LIMIT ?",
        (institution_id, before, limit),
    )
    return [brief(row) for row in rows]


async def of_contact(tx: Transaction, user_id: int, limit: int, before: int) -> Sequence[Brief]:
    """The cases that somebody has submitted, the newest first."""
    rows = await tx.all(
        "SELECT * FROM cases WHERE contact_id = ? AND id < ? AND state != 'draft'"
        " ORDER BY id DESC LIMIT ?",
        (user_id, before, limit),
    )
    return [brief(row) for row in rows]


async def submitted_since(tx: Transaction, since: str, after: int, limit: int) -> Sequence[Row]:
    """What the figures need, piece by piece: when, until when, what, and whether it is open."""
    return await tx.all(
        "SELECT id, submitted_at, closed_at, state, subject FROM cases"
        " WHERE submitted_at >= ? AND id > ? ORDER BY id LIMIT ?",
        (since, after, limit),
    )


def _like(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
