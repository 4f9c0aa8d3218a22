"""Working days in China, holidays and make-up Saturdays included.

The arrangement of a year is published in the autumn before; until the calendar library has it,
only weekends are known. Every result says whether the whole span was known: show that it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from chinese_calendar import is_workday as published_workday

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Workdays:
    """A number of working days. `known` is False when holidays of a year were not published."""

    days: int
    known: bool


@dataclass(frozen=True)
class DueDay:
    """A day found by counting working days."""

    day: date
    known: bool


def is_workday(when: date | datetime) -> bool:
    """Whether offices work on this day (weekends only where holidays are not known)."""
    day = in_shanghai(when)
    counts = _year(day.year).until
    return counts[_index(day)] > (counts[_index(day) - 1] if _index(day) else 0)


def is_known(year: int) -> bool:
    """Whether the holidays of this year are known."""
    return _year(year).known


def workdays_between(start: date | datetime, end: date | datetime) -> Workdays:
    """Working days after `start` up to and including `end`: from Monday to Tuesday is 1.

    An `end` before `start` gives 0, so that a wrong clock cannot make a negative age.
    """
    first, last = in_shanghai(start), in_shanghai(end)
    if last <= first:
        return Workdays(0, _year(first.year).known and _year(last.year).known)
    known = all(_year(year).known for year in range(first.year, last.year + 1))
    if first.year == last.year:
        return Workdays(_until(last) - _until(first), known)
    whole = sum(_year(year).until[-1] for year in range(first.year, last.year))
    return Workdays(whole - _until(first) + _until(last), known)


def add_workdays(start: date | datetime, count: int) -> DueDay:
    """The `count`-th working day after `start`; `start` itself for 0. Raises ValueError below 0."""
    if count < 0:
        raise ValueError(f"工作日数不能是负数：{count}")
    day = in_shanghai(start)
    known = _year(day.year).known
    while count:
        day += timedelta(days=1)
        known = known and _year(day.year).known
        count -= is_workday(day)
    return DueDay(day, known)


def in_shanghai(when: date | datetime) -> date:
    """The calendar day in Shanghai. Raises ValueError for a time without a zone."""
    if not isinstance(when, datetime):
        return when
    if when.tzinfo is None:
        raise ValueError(f"时间没有时区：{when.isoformat()}")
    return when.astimezone(SHANGHAI).date()


@dataclass(frozen=True)
class _Year:
    known: bool
    until: tuple[int, ...]
    """Working days from 1 January up to and including each day."""


@lru_cache(maxsize=64)
def _year(year: int) -> _Year:
    day, count, until = date(year, 1, 1), 0, []
    known = _is_published(day)
    while day.year == year:
        count += published_workday(day) if known else day.weekday() < 5
        until.append(count)
        if day == date.max:
            break
        day += timedelta(days=1)
    return _Year(known, tuple(until))


def _is_published(day: date) -> bool:
    try:
        published_workday(day)
    except NotImplementedError:
        return False
    return True


def _until(day: date) -> int:
    return _year(day.year).until[_index(day)]


def _index(day: date) -> int:
    return day.timetuple().tm_yday - 1
