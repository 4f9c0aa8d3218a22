"""A case as the content of its Word record."""

from __future__ import annotations

from datetime import datetime

from bot.cases.case import Case
from bot.cases.institution import KINDS
from bot.cases.reporting import label
from bot.cases.states import State
from bot.handlers.desk import record
from bot.reports.data import CaseSummary, Change, Event, Material, StoredFile
from bot.storage.database import Transaction


async def summary(tx: Transaction, case: Case, now: datetime, *, internal: bool) -> CaseSummary:
    """Everything that is kept; notes and names of staff only where it is `internal`."""
    rows = await record.shown(tx, case, internal=internal)
    facts = case.facts
    return CaseSummary(
        reference=case.reference,
        procedure=case.subject,
        institution=facts.get("name", ""),
        credit_code=facts.get("code", ""),
        kind=KINDS.get(facts.get("kind", ""), ""),
        state=case.state.label,
        changes=_changes(case),
        reason=facts.get("reason", ""),
        materials=tuple(
            Material(
                line.name,
                line.state.label,
                tuple(StoredFile(f.name, f.size, f.sent_at, f.sha256) for f in line.counted),
                line.note,
            )
            for line in case.needed
        ),
        events=tuple(
            Event(
                datetime.fromisoformat(row["at"]),
                record.deed(row),
                record.who(row, internal=internal),
                record.why(row),
            )
            for row in rows
        ),
        result=_result(case),
        rules_version=case.rules,
        printed_at=now,
        contact=f"{facts.get('contact', '')} {facts.get('phone', '')}",
        chain=rows[-1]["hash"] if rows else "",
    )


def _changes(case: Case) -> tuple[Change, ...]:
    if case.changes:
        return tuple(Change(c.item.label, c.before, c.after, c.detail) for c in case.changes)
    facts = case.facts
    added = (("职业（工种）", "occupation"), ("等级", "levels"), ("换出的职业（工种）", "swap"))
    return tuple(
        Change(label, "", facts[key].replace(" ", "、")) for label, key in added if facts.get(key)
    )


def _result(case: Case) -> str:
    if case.open:
        return ""
    words = {
        State.FINISHED: "已办结。",
        State.REPORTED: f"已办结，已列入{label(case.reported_in)}报备清单。",
        State.REFUSED: "不予办理。",
        State.WITHDRAWN: "申请机构已撤回。",
    }[case.state]
    return f"{words}{case.result}"
