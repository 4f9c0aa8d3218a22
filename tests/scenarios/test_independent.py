"""Scenarios by somebody who had read the text and the reading, and not the rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.rules import evaluate

LINES = (Path(__file__).parent / "independent.jsonl").read_text(encoding="utf-8").splitlines()
SCENARIOS: list[dict[str, Any]] = [json.loads(line) for line in LINES]


def test_there_are_enough_of_them() -> None:
    assert len(SCENARIOS) >= 150


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
def test_the_rules_come_to_the_same_result(scenario: dict[str, Any]) -> None:
    verdict = evaluate(scenario["procedure"], scenario["facts"])
    expected = scenario["expected"]
    assert verdict.word.value == expected["verdict"], scenario["why"]
    assert list(verdict.failed) == expected["failed"], scenario["why"]
    assert list(verdict.unknown) == expected["unknown"], scenario["why"]
    if "materials" in expected:
        assert list(verdict.materials) == expected["materials"], scenario["why"]
