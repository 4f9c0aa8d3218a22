"""Self-checks that came with requests."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import date

from bot.cases.self_check import AttachedCheck, CheckLine
from bot.storage.database import Transaction


async def attach(tx: Transaction, case_id: int, check: AttachedCheck) -> None:
    """Keeps a self-check with a case; a later one takes its place."""
    await tx.execute(
        "INSERT OR REPLACE INTO case_checks"
        " (case_id, procedure, label, failed, unknown, lines, facts, rules, checked_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            case_id,
            check.procedure,
            check.label,
            json.dumps(check.failed, ensure_ascii=False),
            json.dumps(check.unknown, ensure_ascii=False),
            json.dumps([astuple(line) for line in check.lines], ensure_ascii=False),
            json.dumps(dict(check.facts), ensure_ascii=False),
            check.rules,
            check.checked_on.isoformat(),
        ),
    )


async def of_case(tx: Transaction, case_id: int) -> AttachedCheck | None:
    """The self-check that came with a case."""
    row = await tx.one("SELECT * FROM case_checks WHERE case_id = ?", (case_id,))
    if row is None:
        return None
    return AttachedCheck(
        row["procedure"],
        row["label"],
        tuple(json.loads(row["failed"])),
        tuple(json.loads(row["unknown"])),
        tuple(CheckLine(*line) for line in json.loads(row["lines"])),
        json.loads(row["facts"]),
        row["rules"],
        date.fromisoformat(row["checked_on"]),
    )
