"""第二十一条: the changes completed in a quarter, as the list for 人社厅 and 省鉴定中心."""

from __future__ import annotations

from datetime import date, datetime

from bot.cases.case import Case
from bot.cases.institution import KINDS
from bot.cases.kinds import Item
from bot.reports.data import ChangedItem, CompletedChange, Quarter, QuarterList
from bot.reports.wording import local
from bot.storage import cases, quarters
from bot.storage.database import Transaction


def key(quarter: Quarter) -> str:
    """How a quarter is stored: 2026Q4."""
    return quarters.name(quarter.year, quarter.number)


def label(stored: str) -> str:
    """2026Q4 → 2026年第四季度; nothing for nothing."""
    return Quarter(int(stored[:4]), int(stored[-1])).label if stored else ""


def before(quarter: Quarter) -> Quarter:
    """The quarter before."""
    year, number = quarter.year, quarter.number - 1
    return Quarter(year, number) if number else Quarter(year - 1, 4)


async def content(tx: Transaction, quarter: Quarter, today: date) -> QuarterList:
    """The list; of a quarter that has been reported exactly what was reported, as a reprint."""
    done = await quarters.get(tx, key(quarter))
    numbers = (
        await quarters.waiting(tx, quarter.end)
        if done is None
        else await quarters.reported_in(tx, key(quarter))
    )
    changes = tuple([completed(await cases.get(tx, number)) for number in numbers])
    if done is None:
        return QuarterList(quarter, changes, today)
    reported = local(datetime.fromisoformat(done["reported_at"])).date()
    return QuarterList(quarter, changes, reported, reprinted_on=today)


def completed(case: Case) -> CompletedChange:
    """One line of the list."""
    assert case.closed_at is not None
    facts = case.facts
    closed = local(case.closed_at).date()
    return CompletedChange(
        reference=case.reference,
        institution=facts.get("name", ""),
        credit_code=facts.get("code", ""),
        kind=_category(facts.get("kind", "")),
        items=tuple(
            ChangedItem(
                "法人" if c.item is Item.LEGAL_REP else c.detail or c.item.label, c.before, c.after
            )
            for c in case.changes
        ),
        reason=facts.get("reason", ""),
        accepted_on=local(case.accepted_at).date() if case.accepted_at else closed,
        completed_on=closed,
    )


def _category(kind: str) -> str:
    return KINDS.get(kind, "待核实").partition("（")[0]
