from datetime import UTC, date, datetime, timedelta

import pytest
from chinese_calendar import is_workday as published
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.workdays import (
    DueDay,
    Workdays,
    add_workdays,
    in_shanghai,
    is_known,
    is_workday,
    workdays_between,
)

UNKNOWN = 2099
"""A year whose holidays nobody has published."""

known_days = st.dates(date(2015, 1, 1), date(2026, 12, 31))
all_days = st.dates(date(1990, 1, 1), date(2150, 12, 31))


def test_from_monday_to_tuesday_is_one_and_over_a_weekend_too() -> None:
    assert workdays_between(date(2026, 11, 23), date(2026, 11, 24)) == Workdays(1, True)
    assert workdays_between(date(2026, 11, 20), date(2026, 11, 23)) == Workdays(1, True)
    assert workdays_between(date(2026, 11, 23), date(2026, 11, 23)) == Workdays(0, True)


def test_national_day_and_make_up_days_count_as_published() -> None:
    assert not is_workday(date(2025, 10, 1))
    assert is_workday(date(2025, 9, 28)), "a Sunday on which offices work"
    assert workdays_between(date(2025, 9, 30), date(2025, 10, 9)) == Workdays(1, True)
    assert add_workdays(date(2025, 9, 30), 1) == DueDay(date(2025, 10, 9), True)


def test_the_turn_of_a_year() -> None:
    assert workdays_between(date(2024, 12, 31), date(2025, 1, 2)) == Workdays(1, True)
    assert add_workdays(date(2024, 12, 31), 1) == DueDay(date(2025, 1, 2), True)


def test_an_end_before_the_start_is_no_time() -> None:
    assert workdays_between(date(2026, 11, 24), date(2026, 11, 23)).days == 0


def test_a_year_that_is_not_published_counts_weekends_only_and_says_so() -> None:
    assert not is_known(UNKNOWN)
    assert is_workday(date(UNKNOWN, 10, 1)), "a Thursday; that it is a holiday is not known"
    assert not is_workday(date(UNKNOWN, 10, 3))
    assert workdays_between(date(UNKNOWN, 9, 30), date(UNKNOWN, 10, 9)) == Workdays(7, False)
    assert add_workdays(date(UNKNOWN, 9, 30), 1) == DueDay(date(UNKNOWN, 10, 1), False)


def test_a_span_that_reaches_into_an_unknown_year_says_so() -> None:
    assert is_known(2026)
    assert workdays_between(date(2026, 12, 1), date(UNKNOWN, 1, 1)).known is False
    assert workdays_between(date(2026, 12, 1), date(2026, 12, 31)).known is True
    assert add_workdays(date(2026, 12, 1), 30_000).known is False


def test_the_end_of_the_calendar_does_not_crash() -> None:
    assert workdays_between(date(9999, 12, 1), date.max).days > 0
    assert is_workday(date.min)


def test_a_moment_is_the_day_it_is_in_shanghai() -> None:
    late = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert in_shanghai(late) == date(2026, 11, 23)
    assert workdays_between(late, datetime(2026, 11, 24, 1, tzinfo=UTC)).days == 1
    assert is_workday(late)
    with pytest.raises(ValueError, match="没有时区"):
        in_shanghai(datetime(2026, 11, 23))


def test_days_are_counted_from_the_day_itself_and_never_back() -> None:
    assert add_workdays(date(2026, 11, 22), 0).day == date(2026, 11, 22)
    with pytest.raises(ValueError, match="不能是负数"):
        add_workdays(date(2026, 11, 22), -1)


@given(known_days)
def test_a_known_day_is_what_was_published(day: date) -> None:
    assert is_workday(day) == published(day)


@given(all_days, st.integers(0, 800))
def test_counting_equals_counting_one_by_one(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    days = (start + timedelta(days=n) for n in range(1, length + 1))
    assert workdays_between(start, end).days == sum(map(is_workday, days))


@given(all_days, st.integers(1, 300))
def test_the_day_found_is_a_working_day_at_that_distance(start: date, count: int) -> None:
    due = add_workdays(start, count)
    assert is_workday(due.day)
    assert workdays_between(start, due.day) == Workdays(count, due.known)
