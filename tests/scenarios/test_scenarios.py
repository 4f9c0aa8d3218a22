import pytest

from bot.rules import evaluate
from bot.rules.sheets.scenarios import Scenario, load_all, load_all_single

SCENARIOS = (*load_all(), *load_all_single())


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s.name for s in SCENARIOS])
def test_every_field_of_the_scenario_is_equal(scenario: Scenario) -> None:
    verdict = evaluate(scenario.procedure, scenario.facts)
    assert verdict.label == scenario.label
    assert verdict.failed == scenario.failed
    assert verdict.unknown == scenario.unknown
    assert verdict.materials == scenario.materials


def test_names_are_given_once() -> None:
    names = [scenario.name for scenario in SCENARIOS]
    assert len(names) == len(set(names))
