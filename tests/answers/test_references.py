import pytest

from bot.answers.normalise import plain
from bot.answers.references import Reference, number, references
from bot.measures import load


def read(text: str) -> list[tuple[int | None, int | None, int | None]]:
    found, _ = references(plain(text), load())
    return [(r.article, r.paragraph, r.item) for r in found]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("第26条", [(26, None, None)]),
        ("26条", [(26, None, None)]),
        ("26", [(26, None, None)]),
        ("第２６条", [(26, None, None)]),
        ("二十六条第一款", [(26, 1, None)]),
        ("第二十六条说的啥", [(26, None, None)]),
        ("二六条", [(26, None, None)]),
        ("第廿六条", [(26, None, None)]),
        ("贰拾陆条", [(26, None, None)]),
        ("24条(二)", [(24, None, 2)]),
        ("24条（二）要求什么", [(24, None, 2)]),
        ("24(1)", [(24, None, 1)]),
        ("第24条第2点", [(24, None, 2)]),
        ("第24条的第一项说啥", [(24, None, 1)]),
        ("20条第二段", [(20, 2, None)]),
        ("21和22条", [(21, None, None), (22, None, None)]),
        ("第二、七条", [(2, None, None), (7, None, None)]),
        ("第二十一至二十三条", [(21, None, None), (22, None, None), (23, None, None)]),
        ("最后一条", [(34, None, None)]),
        ("第四十条写了什么", [(40, None, None)]),
        ("第二十四条第四项", [(24, None, 4)]),
        ("第一百条", [(100, None, None)]),
    ],
)
def test_article_numbers_in_any_writing(text: str, places: list[tuple[int, int, int]]) -> None:
    assert read(text) == places


@pytest.mark.parametrize(
    "text", ["我提了3条意见", "三条建议", "一共多少条", "备了6个只开了3个", "40", "条"]
)
def test_what_counts_something_else_is_no_article(text: str) -> None:
    assert read(text) == []


def test_a_small_number_without_di_is_only_doubtful() -> None:
    found, _ = references("三条条件少一条能加工种吗", load())
    assert found
    assert not any(reference.sure for reference in found)


def test_chapters() -> None:
    found, rest = references("第五章讲些啥", load())
    assert [r.chapter for r in found] == [5]
    assert rest == "讲些啥"


@pytest.mark.parametrize(
    ("reference", "what"),
    [
        (Reference("", 24, None, 3), None),
        (Reference("", 24, None, 4), "项"),
        (Reference("", 24, 2), "款"),
        (Reference("", 35), "条"),
        (Reference("", chapter=9), "章"),
        (Reference("", chapter=8), None),
    ],
)
def test_what_is_missing(reference: Reference, what: str | None) -> None:
    assert reference.missing(load()) == what


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("24", 24),
        ("二十四", 24),
        ("廿四", 24),
        ("二四", 24),
        ("十", 10),
        ("一百零三", 103),
        ("两", 2),
    ],
)
def test_numerals(words: str, value: int) -> None:
    assert number(words) == value
