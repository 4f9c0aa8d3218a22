"""The answers of a run, line by line, each of which can be changed."""

from __future__ import annotations

from dataclasses import dataclass

from bot.interview.answers import words_of
from bot.interview.journey import KNOWN, walk
from bot.interview.run import Run
from bot.rules.facts import BY_KEY
from bot.rules.given import Given


@dataclass(frozen=True)
class ReviewLine:
    """One answer; `goto(run, question_id)` changes it. `source` is 您的回答 or where it is from."""

    question_id: str
    name: str
    words: str
    source: str = "您的回答"


def review(run: Run) -> tuple[ReviewLine, ...]:
    """All answers on the way, confirmed facts first."""
    lines: list[ReviewLine] = []
    confirmed = run.answers.get(KNOWN, {})
    for known in run.known:
        if confirmed.get(known.key) == "right":
            words = Given({known.key: known.value}).words(BY_KEY[known.key])
            origin = f"{known.source}，{known.as_of}" if known.as_of else known.source
            lines.append(ReviewLine(KNOWN, BY_KEY[known.key].label, words, origin))
    for step in walk(run).steps:
        if step.question.id != KNOWN and step.answer is not None and step.done:
            words = words_of(step.question, step.answer)
            lines.append(ReviewLine(step.question.id, step.question.name, words))
    return tuple(lines)


def what_changed(earlier: Run, later: Run) -> tuple[str, ...]:
    """Between two runs of the same check: 备案职业数：3个 → 5个, one line for each difference."""
    old = {line.name: line.words for line in review(earlier)}
    new = {line.name: line.words for line in review(later)}
    names = dict.fromkeys((*old, *new))
    return tuple(
        f"{name}：{old.get(name, '（没有问）')} → {new.get(name, '（没有问）')}"
        for name in names
        if old.get(name) != new.get(name)
    )
