"""The desk's figures, added up piece by piece so that a million cases need no memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.cases.states import OPEN, State
from bot.cases.workdays import workdays_between
from bot.reports.data import MonthFigures, Statistics, TypeFigures

MONTHS = 12


@dataclass
class _Sum:
    received: int = 0
    open: int = 0
    days: Counter[int] = field(default_factory=Counter)

    def add(self, state: State, submitted: datetime, closed: datetime | None) -> None:
        self.received += 1
        if state in OPEN:
            self.open += 1
        elif state is not State.WITHDRAWN and closed is not None:
            self.days[workdays_between(submitted, closed).days] += 1

    @property
    def median(self) -> float | None:
        """The median of the closed ones; those withdrawn do not count."""
        total = self.days.total()
        if not total:
            return None
        middle = ((total - 1) // 2, total // 2)
        seen, found = 0, list[int]()
        for value in sorted(self.days):
            found += [value for place in middle if seen <= place < seen + self.days[value]]
            seen += self.days[value]
        return sum(found) / 2


def first_month(today: date) -> date:
    """The first day of the twelve months that are shown."""
    months = today.year * 12 + today.month - 1 - (MONTHS - 1)
    return date(months // 12, months % 12 + 1, 1)


class Figures:
    """Add rows (submitted_at, closed_at, state, subject), then ask for the result."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._months = {month: _Sum() for month in _months(today)}
        self._types: dict[str, _Sum] = {}
        self._all = _Sum()

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Some more cases."""
        for row in rows:
            submitted = datetime.fromisoformat(row["submitted_at"])
            closed = datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None
            kind = row["subject"].partition("（")[0] if "组合" in row["subject"] else row["subject"]
            month = self._months.get((submitted.year, submitted.month))
            for total in (month, self._types.setdefault(kind, _Sum()), self._all):
                if total is not None:
                    total.add(State(row["state"]), submitted, closed)

    def result(self) -> Statistics:
        """For the picture."""
        return Statistics(
            months=tuple(
                MonthFigures(year, month, s.received, s.open, s.median)
                for (year, month), s in self._months.items()
            ),
            types=tuple(
                TypeFigures(name, s.received, s.open, s.median)
                for name, s in sorted(self._types.items(), key=lambda t: -t[1].received)
            ),
            received=self._all.received,
            open=self._all.open,
            median_workdays=self._all.median,
            as_of=self._today,
        )


def _months(today: date) -> Iterator[tuple[int, int]]:
    start = first_month(today)
    for number in range(MONTHS):
        months = start.year * 12 + start.month - 1 + number
        yield months // 12, months % 12 + 1
