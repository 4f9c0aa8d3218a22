import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.answer import Answer, Kind
from bot.answers.engine import Answerer
from bot.answers.gate import check
from bot.answers.matcher import labelled

WORDS = st.sampled_from(
    [
        *("第", "条", "款", "项", "章", "二十四", "24", "四十", "（一）", "最后一条"),
        *(
            "「",
            "」",
            "“",
            "”",
            "<",
            ">",
            "&",
            "？",
            "\n",
            "\t",
            "\x00",
            "\ud800",
            "\u2061",
            "\u2063",
        ),
        *("法人", "变更", "三分之二", "备6个", "开3个", "加工种", "电话", "租", "场地", "社评"),
        *("存了2年", "你好", "谢谢", "滚", "密码", "drop table", "😀"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map("".join))
SLOW = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def sound(answer: Answer, answerer: Answerer) -> None:
    measures = answerer.knowledge.measures
    assert answer.text.strip()
    assert all(measures.exists(citation) for citation in answer.citations)
    assert check(answer.html, measures) == []
    assert len(answer.text) < 4096 * 3
    if answer.kind in (Kind.SMALLTALK, Kind.HELP, Kind.HANDOFF, Kind.REFUSED, Kind.OFF_TOPIC):
        assert not answer.citations
    if answer.kind is Kind.ANSWER:
        assert answer.citations
        assert "「" in answer.text
    if answer.kind is Kind.NOT_STATED:
        assert answerer.composer.phone in answer.text


@SLOW
@given(TEXTS)
def test_any_text_gets_a_sound_answer(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    sound(answer, answerer)
    assert answerer.answer(text) == answer


def test_every_tenth_phrasing_with_a_slip_gets_a_sound_answer(answerer: Answerer) -> None:
    chance = random.Random(7)
    for text, _ in list(labelled(answerer.knowledge))[::10]:
        letters = list(text)
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(["的", "", letters[place] * 2, "？", " "])
        sound(answerer.answer("".join(letters)), answerer)


def test_a_very_long_text_is_no_trouble(answerer: Answerer) -> None:
    for text in ("法人变更" * 5000, "第二十四条" * 3000, "（" * 10000, "a" * 10000, "1" * 5000):
        sound(answerer.answer(text), answerer)
