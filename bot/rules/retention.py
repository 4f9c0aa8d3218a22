"""第二十条第二款: how long records are kept, by whole dates."""

from __future__ import annotations

from datetime import date

from bot.rules.clause import Test
from bot.rules.fact import Fact
from bot.rules.given import Given
from bot.rules.result import Result, failed, met, still_open

IN_FORCE = date(2024, 3, 21)
"""「本办法自印发之日起执行」: an earlier version is not at hand."""


def kept_for(years: int, start: date, end: date) -> bool:
    """Whether `years` whole years had passed on the day `end`; the day itself is enough.

    A period from 29 February is full on 1 March of a year without that day.
    """
    return (start.year + years, start.month, start.day) <= (end.year, end.month, end.day)


def judge_destroyed(years: int, evaluated: date, certified: date, destroyed: date) -> Result:
    """Records destroyed on a day. The period starts, unsaid, between evaluation and certificate."""
    if not evaluated <= certified <= destroyed:
        return still_open("评价、发证、销毁的日期先后对不上，请核对")
    if kept_for(years, certified, destroyed) and (destroyed >= IN_FORCE):
        return met(f"从发证之日算起也已满{years}年")
    if evaluated < IN_FORCE:
        return still_open("是本办法印发以前的资料；当时的规定不在手头")
    if kept_for(years, evaluated, destroyed):
        return still_open(f"从评价之日算已满{years}年，从发证之日算不满；起算日文件没有写")
    return failed(f"从评价之日算起还不满{years}年就销毁了", "停止销毁，其余资料继续妥善保管")


def _cannot_tell(years: int, *days: date | None) -> str:
    named = zip(("评价日期", "发证日期", "销毁日期"), days, strict=True)
    unsure = "、".join(name for name, day in named if day is None)
    return f"{unsure}不清楚，保管满不满{years}年算不出来；从哪天起算，文件没有写"


def retention(years: int, destroyed: Fact, on: Fact, evaluated: Fact, certified: Fact) -> Test:
    """Nothing destroyed meets it; what was destroyed is judged by its dates."""

    def judge(given: Given) -> Result:
        if given.choice(destroyed) == "none":
            return met(given.says(destroyed))
        if given.choice(destroyed) is None:
            return still_open(given.says(destroyed))
        start, issued, end = (given.day(fact) for fact in (evaluated, certified, on))
        if start is None or issued is None or end is None:
            return still_open(_cannot_tell(years, start, issued, end))
        return judge_destroyed(years, start, issued, end)

    return Test((destroyed, on, evaluated, certified), judge)
