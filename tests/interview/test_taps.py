"""The taps in docs/figures.md are those of the questions, and no way takes more than the bound."""

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.taps import KINDS, bound, count, fewest, registered, typical
from bot.interview import NotAnswer
from bot.interview.questions import JOURNEYS
from bot.rules import PROCEDURES
from tests.interview.driving import travel
from tests.interview.test_paths import any_answer

FIGURES = Path(__file__).parents[2] / "docs" / "figures.md"
WALKS = 25
CASES = [(procedure, kind) for procedure in PROCEDURES for kind in KINDS]


def stated() -> dict[tuple[str, str], tuple[str, ...]]:
    """The rows of the table by check and kind of institution."""
    text = FIGURES.read_text(encoding="utf-8")
    section = text.partition("## 自查要点几下")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in re.findall(r"^\|.*\|$", section, re.M)[2:]]
    return {(name, kind): tuple(cells) for name, kind, *cells in rows}


def test_every_check_and_kind_has_its_row() -> None:
    assert set(stated()) == {(PROCEDURES[procedure].name, kind) for procedure, kind in CASES}


@pytest.mark.parametrize(("procedure", "kind"), CASES)
def test_the_stated_numbers_are_those_of_the_questions(procedure: str, kind: str) -> None:
    least, known, usual, most, limit = stated()[PROCEDURES[procedure].name, kind]
    here = registered(procedure, kind)
    assert least == str(fewest(procedure))
    assert known == ("—" if here is None else str(here))
    assert usual == str(typical(procedure, kind))
    assert limit == str(bound(procedure, kind))
    assert int(usual) <= int(most) <= int(limit)


@pytest.mark.parametrize(("procedure", "kind"), CASES)
def test_no_way_takes_more_than_the_bound(procedure: str, kind: str) -> None:
    fixed = {key: said for key, said in KINDS[kind].items() if key in ("type", "employer_kind")}
    walked = 0
    for seed in range(WALKS):
        try:
            way = travel(procedure, fixed, otherwise=any_answer(Random(seed)))
        except NotAnswer:
            continue  # an answer that contradicts an earlier one is refused
        walked += 1
        assert count(way) <= bound(procedure, kind)
        assert len(way.asked) <= len(JOURNEYS[procedure])
    assert walked
