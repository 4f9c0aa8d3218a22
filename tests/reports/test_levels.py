import pytest

from bot.measures import Citation, load
from bot.reports.levels import NUMBERED, parse_levels

FIVE, FOUR, THREE, TWO, ONE = NUMBERED


def test_the_words_are_those_of_article_8() -> None:
    measures = load()
    assert measures.quotes(Citation(8, 1), "、".join(NUMBERED[:4]) + "和" + ONE)
    assert measures.quotes(Citation(8, 2), "设立特级技师、首席技师等")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("五级", (FIVE,)),
        ("三级、五级，四级", (FIVE, FOUR, THREE)),
        ("5级/4级", (FIVE, FOUR)),
        ("5 4 3", (FIVE, FOUR, THREE)),
        ("５－３级", (FIVE, FOUR, THREE)),
        ("五级至三级", (FIVE, FOUR, THREE)),
        ("三级到五级", (FIVE, FOUR, THREE)),
        ("初级工（五级）；高级工", (FIVE, THREE)),
        ("初级、中级、高级、技师、高级技师", NUMBERED),
        ("高技工", (THREE,)),
        ("二级/技师", (TWO,)),
        ("一级(高级技师)、特级技师、首席技师", (ONE, "特级技师", "首席技师")),
        ("五级、五级", (FIVE,)),
        ("", ()),
    ],
)
def test_levels_are_read_as_people_write_them(text: str, levels: tuple[str, ...]) -> None:
    assert parse_levels(text) == levels


@pytest.mark.parametrize("text", ["六级", "五级、超级", "0", "五级至六级", "全部"])
def test_an_odd_word_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"六级|超级|0|五级至六级|全部"):
        parse_levels(text)


def test_what_is_printed_is_read_back() -> None:
    assert parse_levels("、".join(NUMBERED)) == NUMBERED
