"""Figures of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MonthFigures:
    """What came in during a month; `open` of it not yet closed; median of the closed ones."""

    year: int
    month: int
    received: int
    open: int
    median_workdays: float | None = None


@dataclass(frozen=True)
class TypeFigures:
    """The same for one kind of case."""

    name: str
    received: int
    open: int
    median_workdays: float | None = None


@dataclass(frozen=True)
class Statistics:
    """Months in order; the last twelve are shown. `note`: what the reader must know, one line."""

    months: tuple[MonthFigures, ...]
    types: tuple[TypeFigures, ...]
    received: int
    open: int
    median_workdays: float | None
    as_of: date
    title: str = "办件统计"
    note: str = ""
