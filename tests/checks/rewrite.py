"""`python -m tests.checks.rewrite [name …]`: plays the transcripts and writes them anew.

Those of self-checks (tests/transcripts/checks) and of questions (tests/transcripts/questions).
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.checks.playing import performance

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
FOLDERS = ("checks", "questions")


async def rewritten(text: str) -> str:
    """One transcript anew."""
    with tempfile.TemporaryDirectory() as folder:
        async with performance(Path(folder)) as play:
            return await play.play(text)


def scripts(folder: str) -> dict[str, Path]:
    """The transcripts of a folder by what they are called: 分类/名称."""
    root = TRANSCRIPTS / folder
    return {str(p.relative_to(root).with_suffix("")): p for p in sorted(root.rglob("*.txt"))}


def main() -> None:
    """All of them, or those whose names contain one of the words given."""
    wanted, failed = sys.argv[1:], False
    for folder in FOLDERS:
        for name, path in scripts(folder).items():
            if wanted and not any(word in f"{folder}/{name}" for word in wanted):
                continue
            try:
                played = asyncio.run(rewritten(path.read_text(encoding="utf-8")))
            except AssertionError as error:
                print(f"{folder}/{name}：{error}")
                failed = True
                continue
            path.write_text(played, encoding="utf-8")
            print(f"{folder}/{name}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
