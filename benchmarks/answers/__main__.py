"""The figures of question answering.

    python -m benchmarks.answers methods|layers|sets|times [--knowledge FOLDER]

Without a name all tables are printed, which takes about twenty minutes. `--knowledge` measures an
older folder, e.g. one from before the sets were written.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from benchmarks.answers import table
from benchmarks.answers.layers import contributions
from benchmarks.answers.methods import compare
from benchmarks.answers.sets import head, row, unseen
from benchmarks.answers.times import times
from bot.answers.compiled import compile_knowledge
from bot.answers.engine import Answerer
from bot.answers.knowledge import read_knowledge
from bot.measures.text import KNOWLEDGE


def _sets(folder: Path) -> None:
    knowledge = read_knowledge(folder)
    answerer = Answerer.of(compile_knowledge(knowledge, unseen(knowledge)))
    table.titles(head())
    table.printed(*row(answerer))


TABLES: dict[str, Callable[[Path], None]] = {
    "sets": _sets,
    "methods": lambda folder: compare(read_knowledge(folder)),
    "layers": lambda folder: contributions(read_knowledge(folder)),
    "times": times,
}


def main() -> None:
    """Prints the tables named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers")
    parser.add_argument("tables", nargs="*", choices=[*TABLES, []], help="哪些表")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, help="用哪个知识目录")
    given = parser.parse_args()
    for name in given.tables or TABLES:
        print(f"\n{name}：", flush=True)
        TABLES[name](given.knowledge)


if __name__ == "__main__":
    main()
