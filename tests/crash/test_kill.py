"""The real process, real HTTP, real SIGKILL. It does not prove anything about a lost power supply
(the disk's own cache), nor about albums, whose sending cannot be looked up afterwards."""

import pytest

from tests.crash.kill import run


@pytest.mark.timeout(280)
async def test_killed_at_random_moments_in_50_conversations_nothing_is_lost_or_doubled() -> None:
    outcome = await run(conversations=50, kills=10, seed=20261123)
    print(outcome)
    assert outcome.kills == 10
    assert outcome.lost == []
    assert outcome.doubled == []
    assert outcome.refused == []
