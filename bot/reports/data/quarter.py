"""A quarter, and the changes completed in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_NUMBERS: Final = "一二三四"


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a calendar year; `number` is 1 to 4."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4:
            raise ValueError(f"没有第{self.number}季度")

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        after = date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)
        return after - timedelta(days=1)

    @property
    def label(self) -> str:
        """2026年第四季度."""
        return f"{self.year}年第{_NUMBERS[self.number - 1]}季度"


@dataclass(frozen=True)
class ChangedItem:
    """变更事项, 变更前, 变更后."""

    item: str
    before: str
    after: str


@dataclass(frozen=True)
class CompletedChange:
    """One case; a combined change has several items."""

    reference: str
    institution: str
    credit_code: str
    kind: str
    items: tuple[ChangedItem, ...]
    reason: str
    accepted_on: date
    completed_on: date
    remark: str = ""


@dataclass(frozen=True)
class QuarterList:
    """`reprinted_on` when the list had been produced before."""

    quarter: Quarter
    changes: tuple[CompletedChange, ...]
    prepared_on: date
    reprinted_on: date | None = None


def is_late(change: CompletedChange, quarter: Quarter) -> bool:
    """Completed before the quarter in whose list it stands."""
    return change.completed_on < quarter.start
