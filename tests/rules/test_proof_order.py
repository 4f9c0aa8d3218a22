"""Learning more never flips 符合 to 不符合 or back.

The order of knowledge: a fact that is absent or unknown lies below each of its values. A fact that
only raises a doubt (换一种数法 …) may turn either word into 待核实, never into the other one.
"""

from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from bot.rules import PROCEDURES, Status, Word, evaluate
from bot.rules.fact import UNKNOWN, Fact
from bot.rules.facts import addition, first_filing, institution
from bot.rules.facts.institution import institution_type
from bot.rules.facts.target import target_level
from bot.rules.given import Given
from tests.rules.cases import MET
from tests.rules.search import domain

OPPOSITE = {Word.ELIGIBLE, Word.INELIGIBLE}
SECOND_THOUGHTS = {
    addition.filed_trade_count,
    addition.evaluated_trade_count,
    addition.earlier_swapped_out_count,
    addition.earlier_swapped_out_evaluated_count,
    addition.certified_occupation_count,
    addition.authority_agreed_to_exceed,
    addition.national_standard_exists,
    addition.one_person_two_roles,
    addition.resources_for_new_level,
    first_filing.declared_trade_count,
    first_filing.site_tenure,
    institution.legal_form,
    institution.is_school,
}
"""Facts whose absence is no gap: told, they can raise a doubt about what seemed settled."""


def _more_known(procedure: str) -> st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]:
    """Two cases of which the second knows whatever the first knows."""
    facts = PROCEDURES[procedure].facts
    bases = st.sampled_from(list(MET[procedure].values()))

    def one(fact: Fact) -> st.SearchStrategy[object]:
        return st.sampled_from(domain(fact))

    changes = st.dictionaries(st.sampled_from(facts), st.none(), max_size=4).flatmap(
        lambda chosen: st.fixed_dictionaries({fact.key: one(fact) for fact in chosen})
    )
    hidden = st.sets(st.sampled_from([fact.key for fact in facts]), max_size=6)
    absent = st.booleans()

    def build(
        base: dict[str, Any], change: dict[str, Any], hide: set[str], gone: bool
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        full = base | change
        known = {k: v for k, v in full.items() if k not in hide}
        return (known if gone else known | dict.fromkeys(hide, UNKNOWN)), full

    return st.builds(build, bases, changes, hidden, absent)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_learning_more_never_turns_one_word_into_its_opposite(procedure: str) -> None:
    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @hypothesis_given(_more_known(procedure))
    def prove(cases: tuple[dict[str, Any], dict[str, Any]]) -> None:
        less, more = (evaluate(procedure, facts) for facts in cases)
        assert less.word is more.word or {less.word, more.word} != OPPOSITE

    prove()


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_clause_once_met_or_failed_never_becomes_the_opposite(procedure: str) -> None:
    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @hypothesis_given(_more_known(procedure))
    def prove(cases: tuple[dict[str, Any], dict[str, Any]]) -> None:
        less, more = cases
        for before, after in zip(
            _statuses(procedure, less), _statuses(procedure, more), strict=True
        ):
            assert {before, after} != {Status.MET, Status.FAILED}

    prove()


def _statuses(procedure: str, facts: dict[str, Any]) -> list[Status]:
    return [clause.judge(Given(facts)).status for clause in PROCEDURES[procedure].clauses]


SETTLED = {Status.MET, Status.FAILED}
TOLD_LATER = {"机构类别", "受理单位"}
"""Met while unsaid, because the text itself answers; open only if told otherwise."""


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_only_second_thoughts_reopen_what_was_settled(procedure: str) -> None:
    """Every clause is monotone in all facts but those that exist to raise a doubt."""
    doubting = {fact.key for fact in SECOND_THOUGHTS}

    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @hypothesis_given(_more_known(procedure))
    def prove(cases: tuple[dict[str, Any], dict[str, Any]]) -> None:
        less, more = ({k: v for k, v in c.items() if k not in doubting} for c in cases)
        before, after = _statuses(procedure, less), _statuses(procedure, more)
        for clause, old, new in zip(PROCEDURES[procedure].clauses, before, after, strict=True):
            reopened = old in SETTLED and new is Status.OPEN
            by_level = target_level in clause.reads and institution_type in clause.reads
            assert not reopened or by_level or clause.title in TOLD_LATER, clause.title

    prove()
