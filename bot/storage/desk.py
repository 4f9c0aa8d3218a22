"""What a clerk is putting together, and the centre's own settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage.database import Row, Transaction


@dataclass(frozen=True)
class Form:
    """A request for correction, a reason, a notice: open until it is sent or dropped."""

    id: int
    user_id: int
    kind: str
    case_id: int | None
    version: int
    data: Mapping[str, Any]


async def open_form(
    tx: Transaction,
    user_id: int,
    kind: str,
    case_id: int | None,
    data: Mapping[str, Any],
    now: datetime,
) -> Form:
    """A new form; an earlier one of the same clerk for the same thing is dropped."""
    await tx.execute(
        "UPDATE desk_forms SET state = 'dropped'"
        " WHERE user_id = ? AND kind = ? AND case_id IS ? AND state = 'open'",
        (user_id, kind, case_id),
    )
    number = await tx.insert(
        "INSERT INTO desk_forms (user_id, kind, case_id, data, state, created_at)"
        " VALUES (?, ?, ?, ?, 'open', ?)",
        (user_id, kind, case_id, _json(data), now.isoformat()),
    )
    return Form(number, user_id, kind, case_id, 1, data)


async def form(tx: Transaction, number: int) -> Form | None:
    """A form that is still open."""
    row = await tx.one("SELECT * FROM desk_forms WHERE id = ? AND state = 'open'", (number,))
    return None if row is None else _form(row)


async def owner(tx: Transaction, number: int) -> int | None:
    """Who opened a form, whatever has become of it."""
    row = await tx.one("SELECT user_id FROM desk_forms WHERE id = ?", (number,))
    return None if row is None else int(row["user_id"])


async def change(tx: Transaction, found: Form, data: Mapping[str, Any]) -> Form:
    """The form with other data; buttons shown before count as old."""
    await tx.execute(
        "UPDATE desk_forms SET data = ?, version = version + 1 WHERE id = ?",
        (_json(data), found.id),
    )
    return Form(found.id, found.user_id, found.kind, found.case_id, found.version + 1, data)


async def close(tx: Transaction, number: int, *, done: bool) -> None:
    """Sent, or dropped."""
    await tx.execute(
        "UPDATE desk_forms SET state = ? WHERE id = ?", ("done" if done else "dropped", number)
    )


async def setting(tx: Transaction, key: str) -> int | None:
    """A setting that the centre has changed."""
    row = await tx.one("SELECT value FROM desk_settings WHERE key = ?", (key,))
    return None if row is None else int(row["value"])


async def set_setting(tx: Transaction, key: str, value: int, who: str, now: datetime) -> None:
    """Changes a setting."""
    await tx.execute(
        "INSERT INTO desk_settings (key, value, set_by, set_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value, set_by = excluded.set_by,"
        " set_at = excluded.set_at",
        (key, value, who, now.isoformat()),
    )


def _form(row: Row) -> Form:
    return Form(
        row["id"],
        row["user_id"],
        row["kind"],
        row["case_id"],
        row["version"],
        json.loads(row["data"]),
    )


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)
