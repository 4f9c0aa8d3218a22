import pytest

from bot.answers.matcher import question
from bot.answers.normalise import plain, sounds, squeezed, without_courtesy


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("證書樣式是不是全國統一", "证书样式是不是全国统一"),
        ("第２６条　第１款", "第26条第1款"),
        ("第 二 十 六 条", "第二十六条"),
        ("㈡和①", "(二)和1"),
        ("HELLO\u200b  World\n", "hello world"),
    ],
)
def test_many_ways_of_writing_become_one(typed: str, read: str) -> None:
    assert plain(typed) == read


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("您好老师，请问换法人要什么材料？谢谢！", "换法人要什么材料"),
        ("麻烦问一下，租的场地行不", "租的场地行不"),
        ("您好", "您好"),
        ("谢谢啦", "谢谢啦"),
    ],
)
def test_courtesy_is_left_out_unless_it_is_all_there_is(typed: str, asked: str) -> None:
    assert question(plain(typed)) == asked


def test_spaces_and_punctuation_do_not_matter() -> None:
    assert squeezed(plain("换法人，要 什么？")) == squeezed(plain("换法人要什么"))
    assert squeezed("三分之二(2/3),66%") == "三分之二2/366%"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("考平人员", "考评人员"), ("工钟", "工种"), ("便更", "变更"), ("评价归范", "评价规范")],
)
def test_words_that_sound_alike_are_alike(wrong: str, right: str) -> None:
    assert sounds(wrong) == sounds(right)


def test_without_courtesy_keeps_plain_texts() -> None:
    assert without_courtesy("换法人") == "换法人"
