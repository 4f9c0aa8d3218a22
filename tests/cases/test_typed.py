"""What people type: codes, names, telephones, questions."""

import pytest

from bot.cases import institution
from bot.cases.institution import WrongWords
from bot.cases.questions import looks_like_a_question


def test_a_code_is_checked_and_tells_the_registered_form() -> None:
    assert institution.code(" 5214 0900 mj00 0000 11 ") == "52140900MJ00000011"
    assert institution.form_of("52140900MJ00000011") == "private_non_enterprise"
    assert institution.form_of("91140900MA0K00001G") == "company"
    assert institution.form_of("N2140900MF00000011") == "unknown"


@pytest.mark.parametrize(
    "words", ["", "123", "52140900MJ0000001X", "52140900MJ0000001I", "x" * 5000]
)
def test_a_wrong_code_is_refused_with_a_reason(words: str) -> None:
    with pytest.raises(WrongWords, match="统一社会信用代码不对"):
        institution.code(words)


@pytest.mark.parametrize(
    ("words", "person", "phone"),
    [
        ("张文 13800000000", "张文", "13800000000"),
        ("联系人：张文，电话：0350-3020718", "张文", "0350-3020718"),
        ("１３８００００００００张文", "张文", "13800000000"),
        ("阿卜杜拉·买买提 13800000000", "阿卜杜拉·买买提", "13800000000"),
    ],
)
def test_a_contact_is_read_from_one_line(words: str, person: str, phone: str) -> None:
    assert institution.contact(words) == (person, phone)


@pytest.mark.parametrize("words", ["张文", "13800000000", "张文 123", "？" * 61])
def test_a_contact_without_name_or_telephone_is_asked_for_again(words: str) -> None:
    with pytest.raises(WrongWords):
        institution.contact(words)


def test_values_lose_what_hides_and_keep_the_rest() -> None:
    assert institution.value(" 甲\u202e乙\x00\u200b ", 10, "名称") == "甲乙"
    with pytest.raises(WrongWords, match="太长"):
        institution.value("长" * 121, 120, "名称")
    with pytest.raises(WrongWords, match="身份证"):
        institution.value("钱二，14010519491001001X", 120, "名称")
    with pytest.raises(WrongWords, match="没有看到"):
        institution.value("\u200b\x00", 120, "名称")


@pytest.mark.parametrize(
    "words",
    [
        "要交什么",
        "能不能租场地",
        "26条",
        "第二十二条怎么说",
        "这样行吗",
        "要几份？",
        "请问在哪里交",
    ],
)
def test_questions_are_recognised(words: str) -> None:
    assert looks_like_a_question(words)


@pytest.mark.parametrize(
    "words",
    [
        "忻州虚构职业培训学校",
        "赵一",
        "忻州市忻府区长征西街25号",
        "理事会换届，原法定代表人退休。",
        "张文 13800000000",
    ],
)
def test_answers_are_not_taken_for_questions(words: str) -> None:
    assert not looks_like_a_question(words)
