"""What is not beyond doubt is shown as such. Does not prove where the thresholds should lie."""

import pytest

from bot.answers.answer import Kind
from bot.answers.engine import Answerer
from bot.answers.features import features
from bot.answers.gate import check


def test_a_doubtful_answer_says_first_how_the_question_was_understood(answerer: Answerer) -> None:
    for card in answerer.knowledge.cards.values():
        doubtful = answerer.composer.card(card, confidence=0.3)
        assert doubtful.doubtful
        assert card.question in doubtful.paragraphs[0]
        assert check(doubtful.html, answerer.knowledge.measures) == []
        sure = answerer.composer.card(card, confidence=1.0)
        assert not sure.doubtful
        assert sure.paragraphs == doubtful.paragraphs[1:]


@pytest.mark.parametrize("word", ["材料", "审核", "谁管"])
def test_a_bare_word_that_may_mean_several_things_is_asked_back(
    answerer: Answerer, word: str
) -> None:
    answer = answerer.answer(word)
    assert answer.kind is Kind.CLARIFY
    assert len(answer.options) > 1


def test_amid_chinese_the_spelling_of_a_foreign_word_says_nothing(answerer: Answerer) -> None:
    terms = answerer.matcher.terms
    mixed = features("谁负责feedback", terms)
    assert "feedback" in mixed
    assert "ee" not in mixed
    assert "ee" in features("feedback", terms)


def test_what_else_was_asked_is_named(answerer: Answerer) -> None:
    answer = answerer.answer("换法人要什么材料，多久能办完")
    assert "您好像还问了“法人变更要交什么材料？”" in answer.text
    assert "a22_legal_rep_materials" in answer.related
    once = answerer.answer("我们是技校，校长换了，要交啥？")
    assert "好像还问了" not in once.text
