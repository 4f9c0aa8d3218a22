"""Questions of people who had seen neither cards nor program (`sets/`), and what of them is known.

Since they were first measured, their wordings have gone into the cards. To measure with them
nevertheless, phrasings that are such a question letter for letter are left out of the index; what
else was learned from them stays, so the figures flatter. With `--knowledge` an older folder is
measured, from before anybody had seen them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.answers.engine import Answerer
from bot.answers.knowledge import Knowledge
from bot.answers.matcher import Label, labelled, question
from bot.answers.normalise import plain
from bot.answers.scoring import scored

FOLDER = Path(__file__).parent / "sets"
BARS = ("in", "words", "near", "far", "chat")
Line = Mapping[str, Any]


def sets() -> dict[str, list[Line]]:
    """The lines of every set, by its name."""
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted(FOLDER.glob("*.jsonl"))
    }


def unseen(knowledge: Knowledge) -> list[tuple[str, Label]]:
    """All phrasings that are not one of the sets' questions."""
    asked = {question(plain(str(line["question"]))) for lines in sets().values() for line in lines}
    return [(text, label) for text, label in labelled(knowledge) if not _in(text, asked)]


def _in(text: str, asked: set[str]) -> bool:
    return question(plain(text)) in asked


def shares(answerer: Answerer, lines: Iterable[Line]) -> dict[str, float]:
    """For each bar the share of lines that meet it."""
    right: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        answer = answerer.answer(str(line["question"]))
        for score in scored(line, answer, answerer.composer.phone):
            right[score.bar].append(score.right)
    return {bar: sum(right[bar]) / len(right[bar]) for bar in BARS if bar in right}


def polite(line: Line) -> Line:
    """The same question with courtesies around it; talk is left alone."""
    if line.get("group") == "chat":
        return line
    return {**line, "question": f"您好，老师们，请教一下，{line['question']}，谢谢了，麻烦您"}


def row(answerer: Answerer, said: Callable[[Line], Line] = dict) -> list[str]:
    """The cells of a table: a set after the other, each `in near far chat` in percent."""
    cells = []
    for lines in sets().values():
        share = shares(answerer, map(said, lines))
        cells += [f"{share[bar] * 100:.1f}" for bar in ("in", "near", "far", "chat")]
    return cells


def head() -> list[str]:
    """The titles of these cells."""
    return [f"{name} {bar}" for name in sets() for bar in ("in", "near", "far", "chat")]
