import pytest

from bot.answers.normalise import plain, squeezed
from bot.answers.numbers import Numbers, numbers


def told(text: str) -> Numbers:
    return numbers(squeezed(plain(text)))


@pytest.mark.parametrize(
    ("text", "filed", "evaluated"),
    [
        ("备6个开3个能加不", 6, 3),
        ("备6开4能加吗", 6, 4),
        ("俺们备了6个只开了3个", 6, 3),
        ("备案十二个，开展过八个，够不够", 12, 8),
        ("九个工种都备案了，其中六个考过了", 9, 6),
        ("备案的有9个，其中6个开展了评价", 9, 6),
        ("备了五个工种，有三个一直没开过", 5, 2),
        ("备案6个，一个没开", 6, 0),
        ("备案了六个，都开过了", 6, 6),
        ("已经备满五个了", 5, None),
        ("想备案要什么条件", None, None),
        ("从交材料到批下来一共几个工作日", None, None),
    ],
)
def test_how_many_are_filed_and_evaluated(
    text: str, filed: int | None, evaluated: int | None
) -> None:
    assert (told(text).filed, told(text).evaluated) == (filed, evaluated)


def test_what_is_wanted() -> None:
    assert told("备6个，再加2个").add == 2
    assert told("备6个，想再加个工种").add == 1
    assert told("备五个，想把其中一个换成养老护理员").swap == 1
    assert told("备7个要开几个才够").asks_least


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("纸质的存了2年能扔吗", 2),
        ("五年前的电子档能删吗", 5),
        ("资料为啥要保存三年", None),
        ("纸质资料从哪天起算三年", None),
        ("2024年发的文", None),
    ],
)
def test_years_of_keeping(text: str, years: int | None) -> None:
    assert told(text).years == years
