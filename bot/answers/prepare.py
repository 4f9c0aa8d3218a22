"""The cache made in a process of its own, so that the memory of building goes back.

    python -m bot.answers.prepare [knowledge [build/knowledge.cache]]

Reading all cards and counting all phrasings takes seconds and some 100 MB more than answering.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.answers.compiled import compiled, current
from bot.answers.places import KnowledgeError
from bot.measures.text import KNOWLEDGE

PATIENCE = 120.0
"""Seconds after which the child is given up."""
_ROOT = Path(__file__).resolve().parents[2]


def cache_of(folder: Path) -> Path:
    """Where the cache of a knowledge folder lies unless another place is named."""
    return folder.parent / "build" / "knowledge.cache"


def prepare(folder: Path, cache: Path) -> bool:
    """Builds the cache in a child unless it is current; whether it is now.

    Never raises: where it could not be built, loading builds in process and says what is wrong.
    """
    if current(folder, cache):
        return True
    command = [sys.executable, "-m", "bot.answers.prepare", str(folder), str(cache)]
    try:
        child = subprocess.run(
            command, cwd=_ROOT, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return child.returncode == 0


def main(arguments: list[str]) -> int:
    """0 when the cache is current."""
    paths = [Path(argument).resolve() for argument in arguments[:2]]
    folder = paths[0] if paths else KNOWLEDGE
    cache = paths[1] if len(paths) > 1 else cache_of(folder)
    try:
        compiled(folder, cache)
    except KnowledgeError as error:
        print(f"knowledge/ 里有{len(error.problems)}处要改：\n{error}", file=sys.stderr)
        return 1
    return 0 if current(folder, cache) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
