"""Our own questions, written from the text before any card was seen, against the bars.

They prove nothing about other people's questions: `eval/` and fresh pairs of eyes do.
"""

import json
from collections import defaultdict

import pytest

from bot.answers.engine import Answerer
from bot.answers.scoring import scored
from bot.cli.evaluate import BARS
from bot.measures.text import KNOWLEDGE

FILES = sorted((KNOWLEDGE / "questions").glob("*.jsonl"))
LEAST = {bar: due for bar, (_, due) in BARS.items()} | {"near": 0.80, "far": 0.95}
"""Our near questions hold some that cards answer with 待核实: their bar is lower than design's.

Of 36 far questions one may be wrong.
"""


@pytest.fixture(scope="module")
def shares(answerer: Answerer) -> dict[str, float]:
    results: dict[str, list[bool]] = defaultdict(list)
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            answer = answerer.answer(record["question"])
            for score in scored(record, answer, answerer.composer.phone):
                results[score.bar].append(score.right)
    return {bar: sum(right) / len(right) for bar, right in results.items()}


@pytest.mark.parametrize("bar", ["in", "words", "near", "far", "chat"])
def test_the_bar_is_met(bar: str, shares: dict[str, float]) -> None:
    assert shares[bar] >= LEAST[bar]


def test_no_question_was_copied_into_a_card(answerer: Answerer) -> None:
    from bot.answers.matcher import CARD, question
    from bot.answers.normalise import plain

    copied = []
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["question"]
            label = answerer.matcher.phrase(question(plain(text)))
            if label and label.room == CARD and len(text) > 8:
                copied.append(text)
    assert len(copied) <= 5, copied
