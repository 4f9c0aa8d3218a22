"""A short run of the chaos with the tests; the long one is `python -m tests.chaos.run`."""

from tests.chaos.run import chaos

UPDATES, SEED, LIFE = 1500, 20261123, 600


async def test_hostile_people_find_no_error_no_silence_and_no_refused_call() -> None:
    report = await chaos(UPDATES, SEED, LIFE)
    assert not report.failures, f"\n{report}"
    assert report.states["cases"] > 10
    assert report.states["runs"] > 3
