from datetime import date, datetime

import pytest

from bot.reports.typed import credit_code, day
from tests.reports.samples import SCHOOL_CODE, TODAY


@pytest.mark.parametrize(
    "text",
    [
        SCHOOL_CODE,
        f" {SCHOOL_CODE.lower()} ",
        "5214 0900 MJ00 0000 11",
        "５２１４０９００MJ00000011",
    ],
)
def test_a_credit_code_is_read_however_it_is_spaced(text: str) -> None:
    assert credit_code(text) == SCHOOL_CODE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("52140900MJ00000012", "校验位不对"),
        ("52140900MJ0000001", "应为18位，这里是17位"),
        ("52140900MJO0000011", "含有不会出现的字符“O”（字母I、O常是数字1、0之误）"),
        ("52140900MJ0S0000Z1", "含有不会出现的字符“S”“Z”"),
        ("A2140900MJ00000011", "前8位应为数字"),
        ("虚构虚构虚构虚构虚构虚构虚构虚构虚构", "含有不会出现的字符"),
    ],
)
def test_what_is_wrong_with_a_code_is_said(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="^" + message.replace("（", "（")):
        credit_code(text)


@pytest.mark.parametrize(
    "value",
    [
        "2024年3月21日",
        "2024-03-21",
        "2024/3/21",
        "2024.3.21",
        "２０２４－３－２１",
        "2024 年 3 月 21 日",
        "2024-03-21 00:00:00",
        "20240321",
        20240321,
        45372,
        45372.0,
        date(2024, 3, 21),
        datetime(2024, 3, 21, 8, 30),
    ],
)
def test_a_date_is_read_however_it_is_written(value: object) -> None:
    assert day(value, TODAY) == date(2024, 3, 21)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("昨天", "看不懂“昨天”"),
        ("2024年2月30日", "没有“2024年2月30日”这一天"),
        ("2026-11-24", "2026年11月24日还没有到"),
        ("1900-01-01", "1900年1月1日太早"),
        (3.5, "看不懂“3.5”"),
        (True, "看不懂"),
        (float("nan"), "看不懂"),
        (float("inf"), "看不懂"),
        ("3/21/2024", "看不懂"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(value: object, message: str) -> None:
    with pytest.raises(ValueError, match="^" + message):
        day(value, TODAY)


def test_today_is_not_too_late() -> None:
    assert day("2026-11-23", TODAY) == TODAY
