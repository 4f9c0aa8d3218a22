from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import Stage, on_stage

settings.register_profile("any machine", deadline=None, derandomize=True, database=None)
settings.load_profile("any machine")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as ready:
        yield ready
