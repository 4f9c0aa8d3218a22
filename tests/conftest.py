from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import Stage, on_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as ready:
        yield ready
