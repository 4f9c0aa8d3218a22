"""Bots as processes of their own, talking to the simulator over the loopback interface."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.simulator import DEFAULT_TOKEN, TelegramServer
from bot.simulator.web import serve

ROOT = Path(__file__).resolve().parents[1]
WHOLE = ("-m", "bot", "run")
BARE = ("-m", "benchmarks.bare")
_TICKS = os.sysconf("SC_CLK_TCK")


def fresh_copy(folder: Path) -> Path:
    """The program as after a clone: no compiled files, no cache of the knowledge."""
    ignore = shutil.ignore_patterns("__pycache__", "*.cache")
    for name in ("bot", "knowledge", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    return folder


class Telegram:
    """The simulator on a port, and the time of the last getUpdates."""

    def __init__(self) -> None:
        self.server = TelegramServer()
        self.clerk = self.server.person("王芳")
        self.group = self.server.group("办件群", [self.clerk])
        self.url = ""
        self._asked = asyncio.Event()
        self._at = 0.0
        self.server.faults.rule(self._note)

    def _note(self, method: str, _: dict[str, Any]) -> None:
        if method == "getUpdates" and not self._asked.is_set():
            self._at = time.perf_counter()
            self._asked.set()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Telegram]:
        """Open on the loopback interface."""
        serving = await serve(self.server)
        self.url = serving.url
        try:
            yield self
        finally:
            await serving.stop()

    def forget_polls(self) -> None:
        """The next getUpdates is the first one again."""
        self._asked.clear()

    async def first_poll(self) -> float:
        """When the first getUpdates came, by `time.perf_counter`."""
        await asyncio.wait_for(self._asked.wait(), 120)
        return self._at


@dataclass(frozen=True)
class Program:
    """A running bot."""

    process: asyncio.subprocess.Process
    begun: float

    @classmethod
    @asynccontextmanager
    async def running(
        cls, telegram: Telegram, what: tuple[str, ...], code: Path, data: Path
    ) -> AsyncIterator[Program]:
        """Started in `code`, keeping its data in `data`; ended politely after the block."""
        environment = os.environ | {
            "XINPING_BOT_TOKEN": DEFAULT_TOKEN,
            "XINPING_API_BASE_URL": telegram.url,
            "XINPING_DATA_DIR": str(data),
            "XINPING_STAFF_CHAT_ID": str(telegram.group.id),
            "XINPING_STAFF_USER_IDS": str(telegram.clerk.id),
        }
        telegram.forget_polls()
        begun = time.perf_counter()
        with (data.parent / f"{data.name}.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *what, cwd=code, env=environment, stderr=log, stdout=log
            )
        try:
            yield cls(process, begun)
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(process.wait(), 20)
            except TimeoutError:
                process.kill()
                await process.wait()

    def cpu_seconds(self) -> float:
        """Processor time used so far, in the program and in the system for it."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> tuple[float, float]:
        """Megabytes in memory now, and at most so far."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        found = {line.partition(":")[0]: line.split()[1] for line in lines if "kB" in line}
        return int(found["VmRSS"]) * 1024 / 1e6, int(found["VmHWM"]) * 1024 / 1e6
