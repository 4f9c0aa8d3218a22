"""Every self-check transcript is played on the whole bot and compared word for word.

`python -m tests.checks.rewrite` writes them anew: read the difference before you commit it.
"""

from pathlib import Path

import pytest

from tests.checks.playing import performance
from tests.checks.rewrite import scripts

SCRIPTS = {name: p.read_text(encoding="utf-8") for name, p in scripts("checks").items()}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
async def test_the_conversation_goes_as_written(text: str, tmp_path: Path) -> None:
    async with performance(tmp_path) as play:
        assert await play.play(text) == text
