"""A crowd of hostile people against the whole bot, with a seed.

`python -m tests.chaos.run --updates 20000 --seed 1` prints what went wrong, and before each new
kind of failure the last deeds that led to it.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.simulator import Person
from bot.simulator.group import Group
from bot.storage.database import Database
from tests.chaos.deeds import PERSONAL, Deed
from tests.chaos.errands import ERRANDS
from tests.chaos.happenings import HAPPENINGS, Happening
from tests.chaos.presses import PRESSES
from tests.chaos.raw import RAW
from tests.chaos.scene import ChaosStage
from tests.chaos.watch import Failure, Watch

DEEDS: tuple[Deed | Happening, ...] = (*PERSONAL, *ERRANDS, *PRESSES, *RAW, *HAPPENINGS)
AWAY = 5.0  # seconds that a restart takes
LIFE = 1000  # updates from one start to the next
STOPPING = 20.0  # seconds of real time that a stop may take
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where the data is kept: what a disk does is proved elsewhere (tests/crash)."""
TOLD = 15  # deeds that are told before a failure


@dataclass
class Report:
    """What came of a run."""

    seed: int
    updates: int = 0
    seconds: float = 0.0
    restarts: int = 0
    deeds: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    warnings: Counter[str] = field(default_factory=Counter)
    states: dict[str, int] = field(default_factory=dict)

    def add(self, failure: Failure, before: list[str]) -> None:
        """Counts a failure; the first of its kind is kept with what led to it."""
        self.failures[failure.sign] += 1
        if failure.sign not in self.examples:
            told = "\n".join(f"      {line}" for line in before)
            self.examples[failure.sign] = f"{told}\n    ⇒ {failure.words}"

    def __str__(self) -> str:
        lines = [
            f"种子 {self.seed}：{self.updates} 件来件，{self.seconds:.0f} 秒"
            f"（{self.updates / max(self.seconds, 0.01):.0f} 件/秒），重启 {self.restarts} 次",
            "各种动作：" + "，".join(f"{name} {n}" for name, n in self.deeds.most_common()),
            "走到的地方：" + "，".join(f"{name} {n}" for name, n in self.states.items()),
        ]
        lines += [f"警告 {n} 次：{words}" for words, n in self.warnings.most_common(10)]
        for sign, count in self.failures.most_common():
            lines += ["", f"✗ {count} 次：{sign}", "    之前的动作：", self.examples[sign]]
        return "\n".join([*lines, "" if self.failures else "没有发现问题。"])


class Chaos:
    """One run: rounds of deeds by several people at once, and a look after each round."""

    def __init__(self, folder: Path, seed: int, patch: pytest.MonkeyPatch) -> None:
        self.stage = ChaosStage(folder, seed)
        self.chance = self.stage.chance
        self.watch = Watch(self.stage, patch)
        self.report = Report(seed)
        self._recent: deque[str] = deque(maxlen=TOLD)

    async def run(self, updates: int, life: int = LIFE) -> Report:
        """So many updates, `life` of them from one start to the next; then a last look."""
        begin = time.monotonic()
        going_on = True
        while going_on and self.stage.received < updates:
            self.stage.later(seconds=AWAY)
            going_on = await self._started(lambda: self._life(min(updates, self._now + life)))
        if going_on:
            await self._started(self._end)
        self.watch.close()
        self.report.updates = self.stage.received
        self.report.seconds = time.monotonic() - begin
        self.report.warnings = self.watch.log.warnings
        return self.report

    @property
    def _now(self) -> int:
        return self.stage.received

    async def _started(self, doing: Callable[[], Awaitable[None]]) -> bool:
        """Does it with the bot running; False where the bot could not be stopped afterwards."""
        self.report.restarts += 1
        running = self.stage.bot_running()
        await running.__aenter__()
        await doing()
        stopping = asyncio.ensure_future(running.__aexit__(None, None, None))
        done, _ = await asyncio.wait([stopping], timeout=STOPPING)
        if not done:
            self._look()
            self.report.add(Failure("停不下来", f"{STOPPING:.0f} 秒后还没有停"), [*self._recent])
        return bool(done)

    async def _end(self) -> None:
        await self.stage.pump()
        self._look()
        await self._stored(self.stage.bot.services.db)

    async def _life(self, until: int) -> None:
        """From a start of the bot to its end, which may come in the middle of its work."""
        await self.stage.pump()
        self._look()
        while self.stage.received < until:
            self._round()
            await self._deliver()
            self._look()
        self._round()
        self.watch.cut_off = True
        for update in await self.stage.fetch():
            await self.stage.bot.queue.put(update)
        for _ in range(self.chance.randrange(30)):
            await asyncio.sleep(0.001)

    async def _deliver(self) -> None:
        again, self.stage.again = self.stage.again, []
        for update in again:
            await self.stage.bot.queue.put(update)
        await self.stage.pump()

    def _round(self) -> None:
        weights = [deed.weight for deed in DEEDS]
        chosen = self.chance.choices(DEEDS, weights, k=self.chance.choice([1, 2, 4, 8, 16]))
        for deed in sorted(chosen, key=_late):
            if isinstance(deed, Happening):
                self._note(deed.name, "", deed.do(self.stage))
            else:
                self._act(deed, *self._who(deed))

    def _who(self, deed: Deed) -> tuple[Person, Group | None]:
        """Mostly somebody in a private chat; staff mostly in their group."""
        stage = self.stage
        if deed in ERRANDS:
            return self.chance.choice(
                [(p, None) for p in stage.earnest]
                + [(self.chance.choice(stage.staff), stage.group)]
            )
        if self.chance.random() < 0.25 and deed.groups:
            person = self.chance.choice(stage.staff)
            return person, stage.group if self.chance.random() < 0.9 else None
        person = self.chance.choice([stage.contact, *stage.people])
        groups = [g for g in (stage.group, stage.others) if g.chat.has(person.user)]
        if groups and deed.groups and self.chance.random() < 0.2:
            return person, self.chance.choice(groups)
        return person, None

    def _act(self, deed: Deed, person: Person, group: Group | None) -> None:
        if group is None and not self.stage.presence(person):
            person.unblocks()
        if group is None and not person.chat.started:
            person.start()
        place = group.title if group else "私聊"
        self._note(deed.name, f"{person.name[:12]}（{place}）", deed.do(self.stage, person, group))

    def _note(self, name: str, who: str, what: str) -> None:
        self.report.deeds[name] += 1
        self._recent.append(f"{self.stage.received:>6} {name}　{who}　{what[:160]}")

    def _look(self) -> None:
        for failure in self.watch.round_failures():
            self.report.add(failure, list(self._recent))

    async def _stored(self, db: Database) -> None:
        """Nothing is left in the queues, the file is sound, and only staff acted as staff."""
        checks = {
            "收件箱有没处理的": "SELECT count(*) FROM inbox WHERE state = 'waiting'",
            "收件箱有出错的": "SELECT count(*) FROM inbox WHERE state = 'failed'",
            "发件箱有没发的": "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')",
            "任务有放弃的": "SELECT count(*) FROM jobs WHERE state = 'failed'",
            "外键不对": "SELECT count(*) FROM pragma_foreign_key_check",
            "不是工作人员却以工作人员身份办了件": "SELECT count(*) FROM events WHERE role = 'staff'"
            f" AND actor NOT IN ({', '.join(str(p.id) for p in self.stage.staff)})",
        }
        sizes = ("cases", "runs", "questions", "inquiries", "attachments", "events", "outbox")
        async with db.transaction() as tx:
            for words, query in checks.items():
                row = await tx.one(query)
                if row is not None and row[0]:
                    self.report.add(Failure(f"库里：{words}", f"{row[0]}"), [])
            for table in sizes:
                row = await tx.one(f"SELECT count(*) FROM {table}")
                self.report.states[table] = row[0] if row else 0
            for row in await tx.all("SELECT state, count(*) AS n FROM cases GROUP BY state"):
                self.report.states[f"办件:{row['state']}"] = row["n"]


def _late(deed: Deed | Happening) -> bool:
    """A press must not grow old before the bot can have heard of it."""
    return not (isinstance(deed, Happening) and deed.first)


async def chaos(updates: int, seed: int, life: int = LIFE) -> Report:
    """A whole run in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, pytest.MonkeyPatch.context() as patch:
        return await Chaos(Path(folder), seed, patch).run(updates, life)


def main() -> int:
    """1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--life", type=int, default=LIFE, help="每多少件来件重启一次")
    options = parser.parse_args()
    logging.getLogger("telegram").setLevel(logging.ERROR)
    report = asyncio.run(chaos(options.updates, options.seed, options.life))
    print(report)
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
