"""Cases: drafts and what has been submitted, with their lines, changes and open requests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.cases.case import Case, Change, Facts, LineState
from bot.cases.kinds import Item, Kind
from bot.cases.materials import Wanted
from bot.storage import attachments, checks
from bot.storage import case_rows as rows
from bot.storage.case_rows import Brief, brief
from bot.storage.database import Transaction

_COLUMNS = frozenset(
    (
        *("state", "institution_id", "reference", "short", "subject", "facts", "step", "pending"),
        *("marks", "verdict", "rules", "knowledge", "assignee", "result", "screen"),
        "reported_in",
        *("submitted_at", "accepted_at", "asked_at", "closed_at"),
    )
)


async def create(tx: Transaction, kind: Kind, contact_id: int, facts: Facts, now: datetime) -> int:
    """A new draft; its id."""
    return await tx.insert(
        "INSERT INTO cases (kind, state, contact_id, facts, created_at, touched_at)"
        " VALUES (?, 'draft', ?, ?, ?, ?)",
        (kind, contact_id, _json(facts), now.isoformat(), now.isoformat()),
    )


async def load(tx: Transaction, case_id: int) -> Case | None:
    """A case with everything that belongs to it."""
    row = await tx.one("SELECT * FROM cases WHERE id = ?", (case_id,))
    if row is None:
        return None
    files = await attachments.of_case(tx, case_id)
    lines = await tx.all("SELECT * FROM case_lines WHERE case_id = ? ORDER BY position", (case_id,))
    changes = await tx.all("SELECT * FROM case_changes WHERE case_id = ?", (case_id,))
    asks = await tx.all("SELECT * FROM case_asks WHERE case_id = ? ORDER BY place", (case_id,))
    order = list(Item)
    check = await checks.of_case(tx, case_id) if row["kind"] != Kind.CHANGE else None
    return rows.case(
        row,
        check,
        tuple(rows.line(r, tuple(f for f in files if f.line_id == r["id"])) for r in lines),
        tuple(sorted((rows.change(r) for r in changes), key=lambda c: order.index(c.item))),
        tuple(rows.ask(r) for r in asks),
    )


async def get(tx: Transaction, case_id: int) -> Case:
    """A case that must be there. Raises LookupError."""
    case = await load(tx, case_id)
    if case is None:
        raise LookupError(f"case {case_id}")
    return case


async def update(
    tx: Transaction, case_id: int, now: datetime, *, bump: tuple[str, ...] = (), **columns: Any
) -> None:
    """Changes columns. `bump` makes buttons count as old that were shown before: `version` those
    of the staff, `form` those of the contact."""
    unknown = set(columns) - _COLUMNS
    if unknown:
        raise ValueError(f"no such columns: {unknown}")
    values = {name: _stored(value) for name, value in columns.items()}
    parts = [f"{name} = ?" for name in values]
    parts += [f"{name} = {name} + 1" for name in ("version", "form") if name in bump]
    await tx.execute(
        f"UPDATE cases SET {', '.join((*parts, 'touched_at = ?'))} WHERE id = ?",
        (*values.values(), now.isoformat(), case_id),
    )


async def discard(tx: Transaction, case_id: int) -> Sequence[str]:
    """Removes a draft and all that belongs to it; the stored files to be deleted."""
    paths = await attachments.paths(tx, case_id)
    await tx.execute("DELETE FROM cases WHERE id = ? AND state = 'draft'", (case_id,))
    return paths


async def set_lines(tx: Transaction, case_id: int, wanted: Sequence[Wanted]) -> None:
    """The lines that are needed now; a line that is needed no more keeps its files."""
    await tx.execute("UPDATE case_lines SET needed = 0 WHERE case_id = ?", (case_id,))
    for position, line in enumerate(wanted):
        await tx.execute(
            "INSERT INTO case_lines"
            " (case_id, position, name, item, article, quotation, optional, needed, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 1, 'empty')"
            " ON CONFLICT (case_id, name) DO UPDATE SET position = excluded.position,"
            " optional = excluded.optional, needed = 1,"
            " state = CASE WHEN state = 'skipped' AND excluded.optional = 0 THEN 'empty'"
            " ELSE state END",
            (
                case_id,
                position,
                line.name,
                line.item,
                line.article,
                line.quotation,
                int(line.optional),
            ),
        )


async def set_line(tx: Transaction, line_id: int, state: LineState, note: str = "") -> None:
    """How it stands with one line now."""
    await tx.execute(
        "UPDATE case_lines SET state = ?, note = ? WHERE id = ?", (state, note, line_id)
    )


async def set_changes(tx: Transaction, case_id: int, changes: Sequence[Change]) -> None:
    """What changes, old and new."""
    await tx.execute("DELETE FROM case_changes WHERE case_id = ?", (case_id,))
    for c in changes:
        await tx.execute(
            "INSERT INTO case_changes (case_id, item, detail, before, after)"
            " VALUES (?, ?, ?, ?, ?)",
            (case_id, c.item, c.detail, c.before, c.after),
        )


async def set_asks(tx: Transaction, case_id: int, asks: Mapping[str, str]) -> None:
    """What the centre asks for now, by target."""
    await tx.execute("DELETE FROM case_asks WHERE case_id = ?", (case_id,))
    for place, (target, words) in enumerate(asks.items()):
        await tx.execute(
            "INSERT INTO case_asks (case_id, target, words, place) VALUES (?, ?, ?, ?)",
            (case_id, target, words, place),
        )


async def ask_done(tx: Transaction, case_id: int, target: str) -> None:
    """One of the requests has been dealt with."""
    await tx.execute(
        "UPDATE case_asks SET done = 1 WHERE case_id = ? AND target = ?", (case_id, target)
    )


async def reference_taken(tx: Transaction, reference: str) -> bool:
    """Whether this number is in use."""
    row = await tx.one("SELECT 1 FROM cases WHERE reference = ?", (reference,))
    return row is not None


async def draft_of(tx: Transaction, contact_id: int, kinds: Sequence[Kind]) -> int | None:
    """The newest draft of somebody among these kinds."""
    marks = ", ".join("?" * len(kinds))
    row = await tx.one(
        "SELECT id FROM cases WHERE contact_id = ? AND state = 'draft'"
        f" AND kind IN ({marks}) ORDER BY id DESC LIMIT 1",
        (contact_id, *kinds),
    )
    return None if row is None else int(row["id"])


async def open_of(tx: Transaction, institution_id: int, contact_id: int) -> int:
    """How many open cases of an institution somebody has submitted."""
    row = await tx.one(
        "SELECT count(*) AS n FROM cases WHERE institution_id = ? AND contact_id = ?"
        " AND state IN ('submitted', 'accepted', 'correcting', 'resubmitted')",
        (institution_id, contact_id),
    )
    return 0 if row is None else int(row["n"])


async def count_drafts(tx: Transaction, contact_id: int) -> int:
    """How many drafts somebody has."""
    row = await tx.one(
        "SELECT count(*) AS n FROM cases WHERE contact_id = ? AND state = 'draft'", (contact_id,)
    )
    return 0 if row is None else int(row["n"])


async def of_person(tx: Transaction, user_id: int, limit: int, offset: int) -> Sequence[Brief]:
    """Somebody's own cases and those of institutions they are bound to, the newest first."""
    found = await tx.all(
        "SELECT * FROM cases WHERE id IN ("
        " SELECT id FROM (SELECT id FROM cases WHERE contact_id = ?1"
        "  AND (state != 'draft' OR length(facts) > 20)"
        "  AND (institution_id IS NULL OR institution_id NOT IN (SELECT institution_id"
        "   FROM members WHERE user_id = ?1 AND state = 'unbound'))"
        "  ORDER BY id DESC LIMIT ?2 + ?3)"
        " UNION SELECT id FROM (SELECT id FROM cases WHERE institution_id IN"
        "   (SELECT institution_id FROM members WHERE user_id = ?1 AND state = 'bound')"
        "  AND state != 'draft' ORDER BY id DESC LIMIT ?2 + ?3))"
        " ORDER BY id DESC LIMIT ?2 OFFSET ?3",
        (user_id, limit, offset),
    )
    return [brief(row) for row in found]


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return _json(value) if isinstance(value, Mapping | tuple | list) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
