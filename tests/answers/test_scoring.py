from markupsafe import Markup

from bot.answers.answer import Answer, Kind
from bot.answers.scoring import scored
from bot.measures import NOTICE, Citation

PHONE = "0350-3020718"


def answer(kind: Kind, text: str = "", *places: Citation) -> Answer:
    return Answer(kind, (Markup(text),), places)


def test_in_scope_counts_the_first_citation_and_the_words() -> None:
    line = {"gold": ["article:24"], "also_ok": ["notice"], "must_contain": ["自有"]}
    good = scored(line, answer(Kind.ANSWER, "自有", Citation(24, None, 3), Citation(1)), PHONE)
    assert [s.right for s in good] == [True, True]
    other = scored(line, answer(Kind.ANSWER, "自", NOTICE), PHONE)
    assert [s.right for s in other] == [True, False]
    wrong = scored(line, answer(Kind.NOT_STATED, "自有", Citation(24)), PHONE)
    assert [s.right for s in wrong] == [False, False]


def test_near_needs_the_refusal_and_the_telephone() -> None:
    line = {"group": "near", "expect": "abstain"}
    assert scored(line, answer(Kind.NOT_STATED, PHONE), PHONE)[0].right
    assert not scored(line, answer(Kind.NOT_STATED, "无"), PHONE)[0].right
    assert not scored(line, answer(Kind.OFF_TOPIC, PHONE), PHONE)[0].right


def test_far_and_chat() -> None:
    assert scored({"group": "far"}, answer(Kind.NOT_STATED), PHONE)[0].right
    assert not scored({"group": "far"}, answer(Kind.ANSWER), PHONE)[0].right
    chat = {"group": "chat", "expect": "greet"}
    assert scored(chat, answer(Kind.SMALLTALK), PHONE)[0].right
    assert not scored(chat, answer(Kind.HELP), PHONE)[0].right


def test_a_line_of_no_known_form_is_wrong() -> None:
    assert not scored({}, answer(Kind.ANSWER), PHONE)[0].right
