import pytest

from bot.reports.clean import HIDDEN, free_text, has_identity_number, printable


@pytest.mark.parametrize(
    "number",
    [
        "140902198001011234",
        "14090219800101123X",
        "14090219800101123x",
        "140902 19800101 1234",
        "140902-19800101-123X",
        "１４０９０２１９８００１０１１２３４",
    ],
)
def test_an_identity_card_number_is_hidden_however_it_is_written(number: str) -> None:
    assert free_text(f"新法人，身份证{number}。") == f"新法人，身份证{HIDDEN}。"
    assert has_identity_number(number)


@pytest.mark.parametrize(
    "text",
    [
        "电话13800000000",
        "0350-3020718",
        "52140900MJ00000011",
        "140902188001011234",
        "140902198013011234",
        "1409021980010112345",
        "",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert free_text(text) == text
    assert not has_identity_number(text)


def test_what_word_would_refuse_or_hide_is_dropped() -> None:
    assert printable("甲\x00乙\x0b\u202e丙\ud800\ufffe") == "甲乙丙"
    assert printable(" 一\r\n二\r三\u2028四\t五 ") == "一\n二\n三\n四 五"


def test_astral_characters_and_rare_hanzi_stay() -> None:
    assert printable("𠮷㛃🙂") == "𠮷㛃🙂"
