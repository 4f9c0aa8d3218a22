"""The tables of the reading, number by number."""

from datetime import date, timedelta

import pytest

from bot.rules import Status, evaluate
from bot.rules.articles.article_26 import swap
from bot.rules.articles.coverage import countable, fewest, reaches_two_thirds
from bot.rules.retention import judge_destroyed, kept_for
from tests.rules.cases import MET

FEWEST = dict(zip(range(1, 16), (1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10), strict=True))


@pytest.mark.parametrize(("filed", "least"), FEWEST.items())
def test_two_thirds_are_reached_from_the_tabled_number_on(filed: int, least: int) -> None:
    assert fewest(filed) == least
    assert [n for n in range(filed + 1) if reaches_two_thirds(filed, n)] == list(
        range(least, filed + 1)
    )


def test_the_fewest_is_the_fewest_for_large_numbers_too() -> None:
    for filed in range(1, 2000):
        least = fewest(filed)
        assert reaches_two_thirds(filed, least)
        assert not reaches_two_thirds(filed, least - 1)


def coverage(**facts: object) -> tuple[Status, str]:
    verdict = evaluate("new_occupation", MET["new_occupation"]["school"] | facts)
    [finding] = [f for f in verdict.findings if f.clause.title == "三分之二覆盖面"]
    return finding.status, finding.result.remedy


@pytest.mark.parametrize("filed", range(1, 16))
def test_the_smallest_change_passes_and_one_less_does_not(filed: int) -> None:
    for done in range(FEWEST[filed]):
        status, remedy = coverage(filed_occupation_count=filed, evaluated_occupation_count=done)
        assert status is Status.FAILED
        assert remedy == f"还需再开展至少{FEWEST[filed] - done}个职业（工种）"


@pytest.mark.parametrize(
    ("filed", "evaluated"),
    [(0, 0), (-3, 0), (3, -1), (3, 4), (3, 2.0), (3.0, 2), ("3", 2), (3, True), (None, 2)],
)
def test_numbers_that_cannot_be_true_are_not_computed(filed: object, evaluated: object) -> None:
    facts = {"filed_occupation_count": filed, "evaluated_occupation_count": evaluated}
    assert coverage(**facts) == (Status.OPEN, "")


def test_countable_is_exactly_what_a_filed_institution_can_have() -> None:
    possible = {(f, e) for f in range(-2, 4) for e in range(-2, 5) if countable(f, e)}
    assert possible == {(f, e) for f in (1, 2, 3) for e in range(f + 1)}
    assert not countable(None, 1)
    assert not countable(1, None)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"certified_occupation_count": 2}, Status.MET),
        ({"certified_occupation_count": 1}, Status.OPEN),
        ({"certified_occupation_count": 3}, Status.OPEN),
        ({"certified_occupation_count": -1}, Status.OPEN),
        ({"certified_occupation_count": "unknown"}, Status.MET),
        ({"filed_trade_count": 6, "evaluated_trade_count": 4}, Status.MET),
        ({"filed_trade_count": 6, "evaluated_trade_count": 3}, Status.OPEN),
        ({"filed_trade_count": 6, "evaluated_trade_count": 7}, Status.OPEN),
        ({"filed_trade_count": 6}, Status.MET),
        ({"earlier_swapped_out_count": 1}, Status.OPEN),
        ({"earlier_swapped_out_count": 0}, Status.MET),
        (
            {"earlier_swapped_out_count": 3, "earlier_swapped_out_evaluated_count": 2},
            Status.MET,
        ),
        (
            {"earlier_swapped_out_count": 3, "earlier_swapped_out_evaluated_count": 1},
            Status.OPEN,
        ),
        ({"earlier_swapped_out_count": -1}, Status.OPEN),
        (
            {"earlier_swapped_out_count": 1, "earlier_swapped_out_evaluated_count": 2},
            Status.OPEN,
        ),
        (
            {"earlier_swapped_out_count": 1, "earlier_swapped_out_evaluated_count": -1},
            Status.OPEN,
        ),
    ],
)
def test_another_way_of_counting_matters_only_where_it_changes_the_result(
    facts: dict[str, object], status: Status
) -> None:
    assert coverage(**facts)[0] is status


SWAPS = [
    (4, 1, 0, Status.MET, 0),
    (5, 1, 1, Status.MET, 0),
    (6, 1, 2, Status.MET, 0),
    (0, 5, 0, Status.MET, 0),
    (5, 1, 0, Status.FAILED, 1),
    (4, 2, 0, Status.FAILED, 1),
    (5, 2, 1, Status.FAILED, 1),
    (3, 5, 1, Status.FAILED, 2),
    (6, 1, 1, Status.OPEN, 0),
    (7, 2, 2, Status.OPEN, 0),
    (7, 2, 3, Status.OPEN, 0),
    (6, 1, 0, Status.FAILED, 1),
    (7, 3, 1, Status.FAILED, 2),
]


@pytest.mark.parametrize(("filed", "new", "out", "status", "more"), SWAPS)
def test_old_for_new(filed: int, new: int, out: int, status: Status, more: int) -> None:
    result = swap(filed, new, out)
    assert result.status is status
    assert f"{filed}＋{new}－{out}＝{filed + new - out}个" in result.reason
    assert result.remedy == (f"还需再换出至少{more}个旧职业（工种）" if more else "")


def test_the_smallest_swap_that_is_named_is_no_longer_failed_and_one_less_still_is() -> None:
    for filed in range(1, 10):
        for new in range(1, filed + 1):
            for out in range(filed + 1):
                result = swap(filed, new, out)
                if result.status is Status.FAILED:
                    more = int("".join(c for c in result.remedy if c.isdigit()))
                    assert swap(filed, new, out + more).status is not Status.FAILED
                    assert swap(filed, new, out + more - 1).status is Status.FAILED


def ceiling(**facts: object) -> Status:
    verdict = evaluate("new_occupation", MET["new_occupation"]["social"] | facts)
    return next(f.status for f in verdict.findings if f.clause.code == "26")


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"filed_occupation_count": 4, "swap_out_count": "unknown"}, Status.MET),
        ({"filed_occupation_count": 5, "swap_out_count": "unknown"}, Status.OPEN),
        ({"swap_out_count": 6}, Status.OPEN),
        ({"swap_out_count": -1}, Status.OPEN),
        ({"new_occupation_count": 0}, Status.OPEN),
        ({"new_occupation_count": 0, "swap_out_count": "unknown"}, Status.OPEN),
        ({"new_occupation_count": "unknown"}, Status.OPEN),
        ({"filed_occupation_count": -1, "swap_out_count": "unknown"}, Status.OPEN),
        ({"filed_occupation_count": "unknown"}, Status.OPEN),
        ({"filed_occupation_count": 0, "swap_out_count": 0}, Status.MET),
        ({"filed_trade_count": 5}, Status.MET),
        ({"filed_trade_count": 7}, Status.OPEN),
        ({"swap_out_count": 0, "authority_agreed_to_exceed": "no"}, Status.FAILED),
        ({"swap_out_count": 0, "authority_agreed_to_exceed": "unknown"}, Status.FAILED),
        ({"swap_out_count": 0, "authority_agreed_to_exceed": "yes"}, Status.OPEN),
        ({"authority_agreed_to_exceed": "yes"}, Status.MET),
        ({"institution_type": "unknown"}, Status.MET),
        ({"institution_type": "several", "swap_out_count": 0}, Status.OPEN),
        ({"institution_type": "other", "swap_out_count": 0}, Status.OUTSIDE),
        ({"institution_type": "vocational_school", "swap_out_count": 0}, Status.OUTSIDE),
    ],
)
def test_the_ceiling_of_additions(facts: dict[str, object], status: Status) -> None:
    assert ceiling(**facts) is status


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"declared_occupation_count": 5}, Status.MET),
        ({"declared_occupation_count": 6}, Status.OPEN),
        ({"declared_occupation_count": 1}, Status.MET),
        ({"declared_occupation_count": 0}, Status.OPEN),
        ({"declared_occupation_count": "unknown"}, Status.OPEN),
        ({"declared_trade_count": 6}, Status.OPEN),
        ({"declared_trade_count": 5}, Status.MET),
    ],
)
def test_the_ceiling_of_a_first_filing(facts: dict[str, object], status: Status) -> None:
    verdict = evaluate("first_filing", MET["first_filing"]["social"] | facts)
    assert next(f.status for f in verdict.findings if f.clause.code == "26") is status


EVALUATED, CERTIFIED = date(2024, 5, 8), date(2024, 6, 10)
A_DAY = timedelta(days=1)


@pytest.mark.parametrize("years", [3, 5])
def test_the_full_term_is_enough_and_a_day_less_is_not(years: int) -> None:
    short = EVALUATED.replace(year=2024 + years)
    full = CERTIFIED.replace(year=2024 + years)
    results = {
        short - A_DAY: Status.FAILED,
        short: Status.OPEN,
        full - A_DAY: Status.OPEN,
        full: Status.MET,
        full + A_DAY: Status.MET,
    }
    for day, status in results.items():
        assert judge_destroyed(years, EVALUATED, CERTIFIED, day).status is status


def test_a_term_from_29_february_is_full_on_1_march() -> None:
    assert not kept_for(3, date(2024, 2, 29), date(2027, 2, 28))
    assert kept_for(3, date(2024, 2, 29), date(2027, 3, 1))


@pytest.mark.parametrize(
    ("evaluated", "certified", "destroyed", "status"),
    [
        (date(2024, 3, 20), date(2024, 6, 10), date(2025, 1, 1), Status.OPEN),
        (date(2024, 3, 21), date(2024, 6, 10), date(2025, 1, 1), Status.FAILED),
        (date(2020, 1, 1), date(2020, 2, 1), date(2024, 3, 20), Status.OPEN),
        (date(2020, 1, 1), date(2020, 2, 1), date(2024, 3, 21), Status.MET),
        (date(2024, 6, 10), date(2024, 5, 8), date(2029, 1, 1), Status.OPEN),
        (date(2024, 5, 8), date(2024, 6, 10), date(2024, 6, 9), Status.OPEN),
        (date(2024, 5, 8), date(2024, 5, 8), date(2024, 5, 8), Status.FAILED),
    ],
)
def test_records_from_before_the_document_and_dates_out_of_order(
    evaluated: date, certified: date, destroyed: date, status: Status
) -> None:
    assert judge_destroyed(3, evaluated, certified, destroyed).status is status
