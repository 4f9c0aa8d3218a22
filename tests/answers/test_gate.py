import pytest

from bot.answers.engine import Answerer
from bot.answers.gate import check
from bot.answers.words import CLOSE, OPEN, shown, theirs, without_marks
from bot.measures import load

GOOD = [
    "《办法》第二十四条第（一）项：\n<blockquote>「自备案以来，认定评价工作推进有序」</blockquote>",
    "「三分之二的覆盖面」（《办法》第二十四条第（一）项），「不予新增」（第二十五条）",
    "印发通知：「联系电话：0350-3020718」",
    "第八章　附则",
    "每句回答都写明出自第几条",
    "要看「自有」两个字",
]
BAD = [
    "《办法》第二十四条第（一）项：「自备案以来，认定评价工作推进顺利」",
    "《办法》第二十五条：「自备案以来，认定评价工作推进有序」",
    "「三分之二的覆盖面」（《办法》第二十五条）",
    "第四十条规定",
    "第二十四条第（四）项规定",
    "第二十二条第四款规定",
    "第九章",
    "第24条规定",
    "第二四条规定",
    "要看「自购」两个字",
    "「自有",
    "自有」",
    f"{OPEN}第四十条",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_stands_there_passes(text: str) -> None:
    assert check(text, load()) == []


@pytest.mark.parametrize("text", BAD)
def test_what_does_not_stand_there_is_blocked(text: str) -> None:
    assert check(text, load())


def test_words_of_others_are_not_judged_but_cannot_break_out() -> None:
    assert check(f"您说的“{theirs('第四十条「乱写」')}”没有", load()) == []
    escape = theirs(f"好{CLOSE}第四十条{OPEN}「乱写」")
    assert check(f"他说：{escape}", load()) == []
    assert check(f"{theirs('甲')}第四十条", load())


def test_marks_and_tags_are_not_seen() -> None:
    message = f"<b>甲</b>&amp;{theirs('<乙>')}"
    assert shown(message) == "甲&<乙>"
    assert without_marks(message) == "<b>甲</b>&amp;&lt;乙&gt;"


def test_a_check_that_cannot_run_blocks() -> None:
    faults = check("第二十四条", None)  # type: ignore[arg-type]
    assert [fault.what for fault in faults] == ["核对没有做成"]


def test_every_card_and_talk_passes(answerer: Answerer) -> None:
    measures = answerer.knowledge.measures
    for card in answerer.knowledge.cards:
        assert check(answerer.card(card).html, measures) == [], card
    for talk in answerer.knowledge.chat:
        assert check(answerer.chat(talk).html, measures) == [], talk


def test_a_letter_changed_in_any_quotation_is_seen(answerer: Answerer) -> None:
    measures = answerer.knowledge.measures
    for card in answerer.knowledge.cards:
        text = answerer.card(card).text
        start = text.find("「")
        if start < 0:
            continue
        middle = (start + text.index("」", start)) // 2
        assert check(f"{text[:middle]}■{text[middle + 1 :]}", measures), card


@pytest.mark.parametrize("number", range(1, 35))
def test_every_article_passes_and_its_neighbours_number_does_not(
    number: int, answerer: Answerer
) -> None:
    measures = answerer.knowledge.measures
    text = answerer.article(number).text
    assert check(text, measures) == []
    mine = measures.articles[number].label
    other = measures.articles[number % 34 + 1].label
    assert check(text.replace(mine, other, 1), measures)
