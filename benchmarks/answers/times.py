"""How long an answer, a taught phrasing, a start and the index take."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.answers import table
from benchmarks.answers.sets import sets
from bot.answers.answer import Layer
from bot.answers.engine import Answerer
from bot.measures.text import KNOWLEDGE

ROUNDS = 3


def _seconds(what: Callable[[], object]) -> float:
    begun = time.process_time()
    what()
    return time.process_time() - begun


def times(folder: Path = KNOWLEDGE) -> None:
    """Prints processor time: on a busy machine the clock on the wall says nothing."""
    with TemporaryDirectory() as place:
        cache = Path(place) / "cache"
        first = _seconds(lambda: Answerer.load(folder, cache=cache))
        again = _seconds(lambda: Answerer.load(folder, cache=cache))
        answerer = Answerer.load(folder, cache=cache)
    questions = [str(line["question"]) for lines in sets().values() for line in lines]
    kinds = (Layer.CARD, Layer.REFUSAL)
    sought = [q for q in questions if answerer.answer(q).layer in kinds]
    card = next(iter(answerer.knowledge.cards))
    teach = _seconds(lambda: answerer.taught({card: ["没见过的一种说法"]}))
    table.titles(["事", "处理器时间"])
    for name, asked in (("全部题目", questions), ("其中要靠匹配的", sought)):
        spent = sorted(
            _seconds(lambda text=text: answerer.answer(text))  # type: ignore[misc]
            for _ in range(ROUNDS)
            for text in asked
        )
        middle, late = spent[len(spent) // 2], spent[len(spent) * 99 // 100]
        table.printed(f"回答，{name}（{len(asked)}题）", f"中位{middle:.4f}秒，p99 {late:.4f}秒")
    table.printed("群里教一个问法", f"{teach:.3f}秒")
    table.printed("启动，缓存是现成的", f"{again:.2f}秒")
    table.printed("从头建索引（读、核对、计数）", f"{first:.1f}秒")
