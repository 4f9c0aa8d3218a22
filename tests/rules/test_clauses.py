import re

import pytest

from bot.measures import load
from bot.rules import ORDER, PROCEDURES
from bot.rules.clause import INCLUSIVE_WORDS, Clause
from bot.rules.materials import MATERIALS
from bot.rules.verdict import Note
from tests.rules.cases import CLAUSES, title

NOTES = [r.note for p in PROCEDURES.values() for r in p.reminders]


@pytest.mark.parametrize("case", CLAUSES, ids=title)
def test_the_quotation_stands_in_the_cited_place(case: tuple[str, Clause]) -> None:
    clause = case[1]
    assert load().quotes(clause.citation, clause.quotation)


@pytest.mark.parametrize("case", CLAUSES, ids=title)
def test_code_and_citation_name_the_same_place(case: tuple[str, Clause]) -> None:
    clause = case[1]
    match = re.fullmatch(r"(\d+)(?:\((\d)\)|p(\d))?", clause.code)
    assert match
    article, item, paragraph = (int(part) if part else None for part in match.groups())
    assert clause.citation.article == article
    assert clause.citation.item == item
    assert paragraph in (None, clause.citation.paragraph)
    assert clause.code in ORDER


@pytest.mark.parametrize("case", CLAUSES, ids=title)
def test_the_word_that_only_the_authority_judges_is_quoted(case: tuple[str, Clause]) -> None:
    clause = case[1]
    assert clause.judged in clause.quotation


@pytest.mark.parametrize("case", CLAUSES, ids=title)
def test_the_word_of_a_bound_is_quoted_and_includes_its_number(case: tuple[str, Clause]) -> None:
    clause = case[1]
    if clause.bound is None:
        assert not any(word in clause.quotation for word in INCLUSIVE_WORDS)
        return
    assert clause.bound.word in INCLUSIVE_WORDS
    assert clause.bound.word + clause.bound.figure in clause.quotation.replace(
        "备案职业（工种）的", ""
    )


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.text[:12])
def test_a_reminder_quotes_what_stands_there(note: Note) -> None:
    assert load().exists(note.citation)
    assert not note.quotation or load().quotes(note.citation, note.quotation)


def test_the_words_behind_each_material_stand_there() -> None:
    for material in MATERIALS:
        assert load().quotes(material.citation, material.quotation)


def test_codes_are_listed_once_and_all_are_used() -> None:
    assert len(ORDER) == len(set(ORDER))
    assert set(ORDER) == {clause.code for _, clause in CLAUSES}


def test_clauses_stand_in_the_order_of_the_contract_within_each_check() -> None:
    for procedure in PROCEDURES.values():
        for article in {clause.citation.article for clause in procedure.clauses}:
            codes = [c.code for c in procedure.clauses if c.citation.article == article]
            last = [ORDER.index(code) for code in codes if code != "11(1)"]
            assert last == sorted(last), article
