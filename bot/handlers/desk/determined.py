"""A determination under 第二十五条 in words."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from bot.cases.case import Case
from bot.cases.kinds import Kind
from bot.handlers.cases.parts import theirs
from bot.reports.wording import long_date
from bot.storage import determinations
from bot.storage.database import Row, Transaction


def said(row: Row) -> Markup:
    """Occupation, reached or not, when, by whom, recorded by whom."""
    reached = "已达到三分之二" if row["reached"] else "未达到三分之二"
    decided = long_date(date.fromisoformat(row["decided_on"]))
    return Markup("{}：{}（{}，{}认定，{}登记）").format(
        theirs(row["occupation"]), reached, decided, row["decided_by"], theirs(row["recorded_by"])
    )


async def about(tx: Transaction, case: Case) -> Markup | str | None:
    """What is recorded about the occupation that a case asks for."""
    if case.kind is not Kind.NEW_OCCUPATION:
        return None
    row = await determinations.current(tx, case.facts.get("occupation", ""))
    if row is None:
        return "第二十五条：还没有登记过这个职业（工种）的认定"
    return Markup("第二十五条的认定：{}").format(said(row))
