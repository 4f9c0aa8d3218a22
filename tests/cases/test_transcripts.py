"""Every transcript is played on the whole bot and compared word for word.

`python -m tests.cases.rewrite` writes them anew: read the difference before you commit it.
"""

from pathlib import Path

import pytest

from tests.cases.books import books
from tests.cases.theatre import Theatre
from tests.support import Stage

FOLDER = Path(__file__).parents[1] / "transcripts" / "cases"


SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
async def test_the_conversation_goes_as_written(text: str, stage: Stage) -> None:
    assert await Theatre(stage, books).play(text) == text
