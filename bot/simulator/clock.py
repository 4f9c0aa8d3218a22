"""Time for the server: the wall clock, or one that a test turns by hand."""

from __future__ import annotations

from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds since 1970, as `time.time`."""


class ManualClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, start: float = 1_763_000_000.0) -> None:
        self._now = start

    def __call__(self) -> float:
        """The time now."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass; it never goes back."""
        if seconds < 0:
            raise ValueError("时间不能倒流")
        self._now += seconds
