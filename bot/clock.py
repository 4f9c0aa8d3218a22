"""Time as something that is handed in, so that tests need not wait."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Where the program gets the time and waits for it."""

    def now(self) -> datetime:
        """The time in Beijing, with its zone."""

    async def sleep(self, seconds: float) -> None:
        """Waits without blocking the loop."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The time in Beijing, with its zone."""
        return datetime.now(BEIJING)

    async def sleep(self, seconds: float) -> None:
        """Waits without blocking the loop."""
        await asyncio.sleep(seconds)
