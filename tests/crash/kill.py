"""Kills the bot's process at random moments while people talk to it, and starts it again.

`python -m tests.crash.kill --conversations 200 --kills 60` prints what was lost or doubled.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.simulator import DEFAULT_TOKEN, Person, TelegramServer
from bot.simulator.web import serve

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0  # seconds until a reply counts as lost; starts between the kills count too
QUESTIONS = (
    "换老板要带啥",
    "第二十六条",
    "纸质资料保存几年",
    "法人变更几天能办完",
    "备案6个开展了3个能加吗",
    "第{n}条",
)


@dataclass
class Outcome:
    """What happened in all conversations together."""

    conversations: int
    kills: int
    messages: int
    seconds: float
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.conversations} 场对话、{self.messages} 条来件，kill -9 {self.kills} 次，"
            f"{self.seconds:.0f} 秒：丢失 {len(self.lost)}，重复 {len(self.doubled)}，"
            f"被拒的调用 {len(self.refused)}"
        )


class Victim:
    """The bot's process, killed and started again."""

    def __init__(self, url: str, folder: Path, staff_chat: int, staff_user: int) -> None:
        self._environment = os.environ | {
            "XINPING_BOT_TOKEN": DEFAULT_TOKEN,
            "XINPING_API_BASE_URL": url,
            "XINPING_DATA_DIR": str(folder),
            "XINPING_STAFF_CHAT_ID": str(staff_chat),
            "XINPING_STAFF_USER_IDS": str(staff_user),
        }
        self._process: asyncio.subprocess.Process | None = None
        self.log = folder / "log.txt"
        self._read = 0

    async def start(self) -> None:
        """Starts the process; what it logs is kept."""
        self._read = len(self.log.read_text(encoding="utf-8")) if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=ROOT, env=self._environment, stderr=log
            )

    async def listening(self) -> None:
        """Returns when the process has signed in and asks for updates."""
        assert self._process is not None
        while "已启动" not in self.log.read_text(encoding="utf-8")[self._read :]:
            if self._process.returncode is not None:
                raise RuntimeError(self.log.read_text(encoding="utf-8")[self._read :])
            await asyncio.sleep(0.02)  # another process: there is no event to wait for

    async def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


def said_to(person: Person) -> list[str]:
    """The bot's messages to a person as they are shown now."""
    return [m.content.text for m in person.chat.messages if m.sender is not person.user]


async def talk(server: TelegramServer, person: Person, lines: Sequence[str]) -> None:
    """Says all lines, each after the reply to the one before (or when patience ends)."""
    for number, line in enumerate(lines, start=1):
        person.start() if line == "/start" else person.says(line)
        try:
            await server.until(lambda n=number: len(said_to(person)) >= n, within=PATIENCE)  # type: ignore[misc]
        except TimeoutError:
            return


async def run(conversations: int, kills: int, seed: int = 1) -> Outcome:
    """The whole experiment."""
    chance = random.Random(seed)
    server = TelegramServer()
    clerk = server.person("王芳")
    group = server.group("办件群", [clerk])
    people = [server.person(f"联系人{n}") for n in range(conversations)]
    scripts = [
        ["/start", *(q.format(n=1 + n % 25) for q in chance.sample(QUESTIONS, len(QUESTIONS)))]
        for n in range(conversations)
    ]
    serving = await serve(server)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        victim = Victim(serving.url, Path(folder), group.id, clerk.id)
        await victim.start()
        talks = asyncio.gather(*(talk(server, p, s) for p, s in zip(people, scripts, strict=True)))
        done = 0
        while done < kills and not talks.done():
            await victim.listening()
            await asyncio.sleep(chance.uniform(0.05, 1.5))  # a random moment of its life
            await victim.kill()
            done += 1
            await victim.start()
        await talks
        await asyncio.sleep(2)  # a doubled message would come now
        await victim.kill()
    await serving.stop()
    outcome = Outcome(conversations, done, sum(map(len, scripts)), time.monotonic() - begin)
    for person, script in zip(people, scripts, strict=True):
        heard = said_to(person)
        if len(heard) < len(script):
            outcome.lost.append(f"{person.name}：{script[len(heard)]}")
        outcome.doubled += [f"{person.name}：{t[:30]}" for t, n in Counter(heard).items() if n > 1]
    probes = {"editMessageText", "editMessageCaption"}
    outcome.refused = [str(c) for c in server.violations if c.method not in probes]
    return outcome


def main() -> int:
    """1 where something was lost, doubled or refused."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--conversations", type=int, default=50)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    outcome = asyncio.run(run(options.conversations, options.kills, options.seed))
    print(outcome)
    for words in (*outcome.lost, *outcome.doubled, *outcome.refused):
        print(" ", words)
    return 1 if outcome.lost or outcome.doubled or outcome.refused else 0


if __name__ == "__main__":
    sys.exit(main())
