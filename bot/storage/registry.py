"""The registry of filed institutions: as a whole, row by row, and what it said before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.reports.data import FiledOccupation, RegisteredInstitution
from bot.storage.database import Row, Transaction

FIELDS = ("name", "kind", "form", "legal_person", "address", "contact", "phone", "note")


async def everything(tx: Transaction) -> tuple[RegisteredInstitution, ...]:
    """All filed institutions with their occupations, by name."""
    rows = await tx.all("SELECT * FROM institutions WHERE filed = 1 ORDER BY name, id")
    filed: dict[int, list[FiledOccupation]] = {}
    for row in await tx.all("SELECT * FROM occupations ORDER BY id"):
        filed.setdefault(row["institution_id"], []).append(_occupation(row))
    return tuple(
        replace(_institution(row), occupations=tuple(filed.get(row["id"], ()))) for row in rows
    )


async def occupations(tx: Transaction, institution_id: int) -> Sequence[FiledOccupation]:
    """The filed occupations of an institution."""
    rows = await tx.all(
        "SELECT * FROM occupations WHERE institution_id = ? ORDER BY id", (institution_id,)
    )
    return [_occupation(row) for row in rows]


async def put(tx: Transaction, row: RegisteredInstitution, now: datetime) -> int:
    """Writes an institution as filed, with exactly these occupations; its id."""
    await tx.execute(
        "INSERT INTO institutions (code, name, kind, form, legal_person, address, contact, phone,"
        " filed_on, note, filed, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)"
        " ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
        " form = excluded.form, legal_person = excluded.legal_person,"
        " address = excluded.address, contact = excluded.contact, phone = excluded.phone,"
        " filed_on = excluded.filed_on, note = excluded.note, filed = 1,"
        " updated_at = excluded.updated_at",
        (
            row.code,
            *(getattr(row, name) for name in FIELDS[:-1]),
            row.filed_on.isoformat() if row.filed_on else None,
            row.note,
            now.isoformat(),
        ),
    )
    found = await tx.one("SELECT id FROM institutions WHERE code = ?", (row.code,))
    assert found is not None
    await tx.execute("DELETE FROM occupations WHERE institution_id = ?", (found["id"],))
    for occupation in row.occupations:
        await put_occupation(tx, found["id"], occupation)
    return int(found["id"])


async def put_occupation(tx: Transaction, institution_id: int, filed: FiledOccupation) -> None:
    """Writes one filed occupation."""
    await tx.execute(
        "INSERT INTO occupations (institution_id, name, levels, code, filed_on, note)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (institution_id, name) DO UPDATE SET"
        " levels = excluded.levels, code = excluded.code, filed_on = excluded.filed_on,"
        " note = excluded.note",
        (
            institution_id,
            filed.name,
            json.dumps(filed.levels, ensure_ascii=False),
            filed.code,
            filed.filed_on.isoformat() if filed.filed_on else None,
            filed.note,
        ),
    )


async def set_field(
    tx: Transaction, institution_id: int, field: str, value: str, now: datetime
) -> None:
    """Changes one value."""
    if field not in FIELDS:
        raise ValueError(f"no such field: {field}")
    await tx.execute(
        f"UPDATE institutions SET {field} = ?, updated_at = ? WHERE id = ?",
        (value, now.isoformat(), institution_id),
    )


async def unfile(tx: Transaction, code: str, now: datetime) -> None:
    """The institution is in the registry no more; its cases stay."""
    await tx.execute(
        "UPDATE institutions SET filed = 0, updated_at = ? WHERE code = ?",
        (now.isoformat(), code),
    )


async def keep_old(
    tx: Transaction,
    institution_id: int,
    what: str,
    before: str,
    after: str,
    source: str,
    now: datetime,
) -> None:
    """What the registry said until now, and what took its place."""
    await tx.execute(
        "INSERT INTO institution_history (institution_id, what, before, after, source, until)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (institution_id, what, before, after, source, now.isoformat()),
    )


async def history(tx: Transaction, institution_id: int, limit: int = 20) -> Sequence[Row]:
    """What the registry said before, the newest first."""
    return await tx.all(
        "SELECT * FROM institution_history WHERE institution_id = ? ORDER BY id DESC LIMIT ?",
        (institution_id, limit),
    )


async def set_by_case(tx: Transaction, code: str, what: str) -> str:
    """The reference number of the case that gave a value its present form, if one did."""
    row = await tx.one(
        "SELECT source FROM institution_history WHERE what = ? AND institution_id ="
        " (SELECT id FROM institutions WHERE code = ?) ORDER BY id DESC LIMIT 1",
        (what, code),
    )
    return str(row["source"]) if row is not None and row["source"] != "导入" else ""


async def page(tx: Transaction, limit: int, offset: int) -> Sequence[Row]:
    """Filed institutions with the number of bound contacts, by name."""
    return await tx.all(
        "SELECT i.*, (SELECT count(*) FROM members m WHERE m.institution_id = i.id"
        " AND m.state = 'bound') AS bound FROM institutions i WHERE filed = 1"
        " ORDER BY name, id LIMIT ? OFFSET ?",
        (limit, offset),
    )


async def count(tx: Transaction) -> tuple[int, int]:
    """Filed institutions, and filed occupations."""
    row = await tx.one(
        "SELECT (SELECT count(*) FROM institutions WHERE filed = 1) AS institutions,"
        " (SELECT count(*) FROM occupations o JOIN institutions i ON i.id = o.institution_id"
        " WHERE i.filed = 1) AS occupations"
    )
    return (0, 0) if row is None else (int(row["institutions"]), int(row["occupations"]))


def _institution(row: Row) -> RegisteredInstitution:
    return RegisteredInstitution(
        name=row["name"],
        kind=row["kind"],
        code=row["code"],
        form=row["form"],
        legal_person=row["legal_person"],
        address=row["address"],
        contact=row["contact"],
        phone=row["phone"],
        filed_on=_day(row["filed_on"]),
        note=row["note"],
    )


def _occupation(row: Row) -> FiledOccupation:
    levels = tuple(json.loads(row["levels"]))
    return FiledOccupation(row["name"], levels, row["code"], _day(row["filed_on"]), row["note"])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
