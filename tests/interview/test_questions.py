"""The declarations: every word quoted, every answer a value of the contract, every id lasting."""

import pytest

from bot.interview.journey import known_question
from bot.interview.question import NOT_SURE, Choice, Kind, Question
from bot.interview.questions import JOURNEYS
from bot.interview.run import Known, Run
from bot.measures import load
from bot.rules import PROCEDURES
from bot.rules.facts import BY_KEY
from bot.rules.given import Gap, read

ALL = [(procedure, q) for procedure, questions in JOURNEYS.items() for q in questions]
IDS = [f"{procedure} {q.id}" for procedure, q in ALL]


def options(question: Question) -> list[Choice]:
    return [*question.choices, *(state for line in question.lines for state in line.states)]


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_the_quotation_stands_in_the_cited_place(procedure: str, question: Question) -> None:
    assert load().quotes(question.citation, question.quotation)


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_every_answer_is_a_value_of_the_contract(procedure: str, question: Question) -> None:
    for option in options(question):
        for key, raw in option.sets.items():
            value = read(BY_KEY[key], raw)
            assert value not in (Gap.UNREADABLE, Gap.CONTRADICTORY), (key, raw)


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_what_is_asked_is_read_by_the_rules_of_the_check(
    procedure: str, question: Question
) -> None:
    read_by_rules = {fact.key for fact in PROCEDURES[procedure].facts}
    assert set(question.sets) <= read_by_rules


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_not_knowing_can_be_said_everywhere(procedure: str, question: Question) -> None:
    if question.kind is Kind.CHOICE:
        words = {choice.words for choice in question.choices}
        assert "不清楚" in words
    for line in question.lines:
        assert line.states[-1].id == NOT_SURE
        assert line.states[-1].words == "不清楚"


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_ids_are_short_ascii_and_unique(procedure: str, question: Question) -> None:
    names = [question.id, *(o.id for o in options(question)), *(x.id for x in question.lines)]
    assert all(name.isascii() and len(name) <= 40 for name in names if name not in LEVELS)
    for group in (question.choices, *(line.states for line in question.lines)):
        assert len({option.id for option in group}) == len(group)
    assert len({line.id for line in question.lines}) == len(question.lines)


LEVELS = {"初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师", "学徒工"}
"""The values of the level are Chinese by contract; ten bytes at most, so they fit a button."""


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_no_question_stands_twice_in_a_journey(procedure: str) -> None:
    ids = [question.id for question in JOURNEYS[procedure]]
    names = [question.name for question in JOURNEYS[procedure]]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_words_are_short_polite_and_end_like_a_question(procedure: str, question: Question) -> None:
    assert len(question.words) <= 40
    assert question.words[-1] in "？：。）"
    assert len(question.name) <= 12
    assert not any(word in question.words for word in ("必须", "不得", "请立即"))
    assert question.help or question.kind is Kind.NUMBER


@pytest.mark.parametrize(("procedure", "question"), ALL, ids=IDS)
def test_the_kind_has_what_it_needs(procedure: str, question: Question) -> None:
    assert bool(question.choices) == (question.kind is Kind.CHOICE)
    assert bool(question.lines) == (question.kind is Kind.CHECKLIST)
    typed = question.kind in (Kind.NUMBER, Kind.DATE, Kind.TEXT)
    assert (question.fact is not None) == typed


def test_a_check_has_a_journey_and_a_journey_a_check() -> None:
    assert set(JOURNEYS) == set(PROCEDURES)


def test_known_facts_make_a_card_with_their_source() -> None:
    assert known_question(Run("change")) is None
    run = Run("change", known=(Known("filed_by", "xinzhou", "登记信息", "2025年3月2日"),))
    card = known_question(run)
    assert card is not None
    assert card.lines[0].words == "在哪里备案：忻州市"
    assert card.lines[0].hint == "登记信息，2025年3月2日"
