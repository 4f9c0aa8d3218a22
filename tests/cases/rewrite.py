"""`python -m tests.cases.rewrite [name …]`: plays the transcripts and writes them anew."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cases.books import books
from tests.cases.conftest import connect
from tests.cases.test_transcripts import FOLDER
from tests.cases.theatre import Theatre
from tests.support import on_stage


async def rewritten(text: str) -> str:
    """One transcript anew."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        connect(patch)
        async with on_stage(Path(folder)) as stage:
            return await Theatre(stage, books).play(text)


def main() -> None:
    """All of them, or those named."""
    for path in sorted(FOLDER.glob("*.txt")):
        if len(sys.argv) == 1 or path.stem in sys.argv[1:]:
            try:
                played = asyncio.run(rewritten(path.read_text(encoding="utf-8")))
            except AssertionError as error:
                print(f"{path.name}：{error}")
                continue
            path.write_text(played, encoding="utf-8")
            print(path.name)


if __name__ == "__main__":
    main()
