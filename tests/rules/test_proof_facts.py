"""Facts: each is used, each reading is declared, no spelling means two things."""

from collections import Counter

import pytest

from bot.rules import PROCEDURES
from bot.rules.clause import Clause
from bot.rules.fact import NOT_ASKED, UNKNOWN, Fact, Kind
from bot.rules.facts import ALIASES, BY_KEY
from bot.rules.given import Gap, Given, Value, _plain
from tests.rules.cases import CLAUSES, MET, title
from tests.rules.search import variations


class Watched(Given):
    """Remembers which facts were asked for."""

    def __init__(self, raw: dict[str, object]) -> None:
        super().__init__(raw)
        self.asked: set[Fact] = set()

    def value(self, fact: Fact) -> Value | Gap:
        self.asked.add(fact)
        return super().value(fact)


def test_every_fact_is_read_by_a_clause_or_a_reminder() -> None:
    used = {fact for procedure in PROCEDURES.values() for fact in procedure.facts}
    assert set(BY_KEY.values()) == used


@pytest.mark.parametrize("case", CLAUSES, ids=title)
def test_a_clause_reads_what_it_declares_and_nothing_else(case: tuple[str, Clause]) -> None:
    procedure, clause = case
    asked: set[Fact] = set()
    for base in MET[procedure].values():
        for facts in variations(base, clause.reads):
            given = Watched(facts)
            clause.judge(given)
            asked |= given.asked
    assert asked == set(clause.reads)


def test_a_reminder_reads_what_it_declares() -> None:
    for procedure in PROCEDURES.values():
        for reminder in procedure.reminders:
            given = Watched({})
            reminder.shown(given)
            assert given.asked <= set(reminder.reads)


@pytest.mark.parametrize("fact", BY_KEY.values(), ids=lambda fact: fact.key)
def test_no_spelling_means_two_values_or_not_knowing(fact: Fact) -> None:
    spellings = [
        _plain(spelling)
        for option in fact.options
        for spelling in {_plain(s) for s in (option.value, option.words, *option.also)}
    ]
    assert [s for s, times in Counter(spellings).items() if times > 1] == []
    assert not {UNKNOWN, NOT_ASKED, "不清楚", ""} & set(spellings)
    assert bool(fact.options) == (fact.kind is Kind.CHOICE)


def test_no_key_and_no_label_names_two_facts() -> None:
    assert not set(ALIASES) & set(BY_KEY)
    aliases = [alias for fact in BY_KEY.values() for alias in fact.also]
    assert len(aliases) == len(set(aliases))
    labels = [fact.label for fact in BY_KEY.values()]
    assert len(labels) == len(set(labels))


def test_every_word_for_people_is_chinese() -> None:
    for fact in BY_KEY.values():
        for words in (fact.label, *(option.words for option in fact.options)):
            assert not any("a" <= letter.casefold() <= "z" for letter in words), words
