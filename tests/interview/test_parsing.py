from datetime import date

import pytest

from bot.interview.parsing import Unreadable, day, number, spoken_day


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5", 5),
        ("５", 5),
        ("五", 5),
        ("五个", 5),
        ("5个", 5),
        (" 5 个 ", 5),
        ("共5个", 5),
        ("一共五个职业", 5),
        ("有3个工种", 3),
        ("备案了6个", 6),
        ("是两个", 2),
        ("俩", 2),
        ("零", 0),
        ("0", 0),
        ("〇", 0),
        ("没有", 0),
        ("一个都没有", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("一百", 100),
        ("一百零五", 105),
        ("一百二十", 120),
        ("壹拾贰", 12),
        ("伍", 5),
        ("12", 12),
        ("012", 12),
        ("999", 999),
        ("5。", 5),
        ("只有3个", 3),
    ],
)
def test_a_count_is_read_in_any_writing(typed: str, value: int) -> None:
    assert number(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "三四个", "5-6", "5到6个", "五六", "1000", "-1", "3.5", "5 6 7", "三分之二"),
        *("大概5个", "5个左右", "不知道", "五5", "十十", "二十三十", "一零", "5元", "2024年"),
        *("一百一百", "零十", "99999999999999999999", "个", "a5", "五个半"),
    ],
)
def test_a_guess_or_anything_else_is_no_count(typed: str) -> None:
    with pytest.raises(Unreadable, match="请填一个数"):
        number(typed)


@pytest.mark.parametrize(
    "typed",
    ["2025-03-02", "2025-3-2", "2025年3月2日", "2025.3.2", "2025/3/2", "２０２５年３月２号"],
)
def test_a_day_is_read_in_any_writing(typed: str) -> None:
    assert day(typed) == "2025-03-02"


def test_a_day_of_eight_digits_is_read() -> None:
    assert day("20250302") == "2025-03-02"
    assert day("20251112") == "2025-11-12"


@pytest.mark.parametrize(
    "typed", ["", "昨天", "2025-2-30", "3月2日", "2025年13月1日", "25-3-2", "2025-3", "202532"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="请填一个日期"):
        day(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("今天", "2026-03-01"), ("昨天。", "2026-02-28"), ("前天", "2026-02-27"), ("去年", "去年")],
)
def test_a_day_may_be_told_from_today(typed: str, meant: str) -> None:
    assert spoken_day(typed, date(2026, 3, 1)) == meant
