"""The staff's lists, search and one case, with 1,000 and with 1,000,000 cases stored.

`python -m benchmarks.cases [--cases 1000000]`. What is timed is the whole handler: queries, the
words, the buttons; not the way to Telegram.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import SecretStr

from benchmarks.many_cases import (
    CLERKS,
    CONTACTS,
    FIRST_CONTACT,
    INSTITUTIONS,
    NOW,
    OPEN,
    active,
    institution_name,
    made,
)
from bot.delivery.incoming import Incoming, Kind
from bot.handlers.routes import route
from bot.services import Services
from bot.settings import Settings
from bot.storage.database import Database
from bot.turn import Turn

SMALL = 1000
TIMES = 400
MOST_MS, MOST_RATIO = 20.0, 2.0
STAFF_CHAT = -4800000001
Asking = Callable[[random.Random, int, str], Incoming]
"""What somebody does; given the number of cases and the reference of a case."""


def _command(command: str, argument: str = "") -> Incoming:
    return Incoming(
        1, Kind.COMMAND, STAFF_CHAT, False, CLERKS[0], "王芳", command=command, argument=argument
    )


def _press(data: str) -> Incoming:
    return Incoming(1, Kind.BUTTON, STAFF_CHAT, False, CLERKS[0], "王芳", data=data, message_id=5)


def _own(chance: random.Random, count: int) -> Incoming:
    person = FIRST_CONTACT + chance.randrange(active(count))
    return Incoming(1, Kind.COMMAND, person, True, person, "张文", command="my")


def _place(chance: random.Random, count: int) -> int:
    return 1 + chance.randrange(min(active(count), INSTITUTIONS))


DEEDS: Mapping[str, Asking] = {
    "在办列表 /queue": lambda *_: _command("queue"),
    "列表第二页": lambda chance, n, _: _press(f"q:list:all:{n - chance.randint(50, 200)}"),
    "未领取的": lambda *_: _press("q:list:new:0"),
    "超期的": lambda *_: _press("q:list:late:0"),
    "按编号找": lambda _, __, number: _command("find", number),
    "按编号末段找": lambda _, __, number: _command("find", number.rpartition("-")[2]),
    "按机构找": lambda c, n, _: _command("find", institution_name(_place(c, n))),
    "按联系人找": lambda c, *_: _command("find", f"联系人{c.randrange(1000, CONTACTS)}"),
    "机构的办件": lambda c, n, _: _press(f"q:inst:{_place(c, n)}:0"),
    "打开一件": lambda c, n, _: _press(f"q:open:{c.randint(1, n)}"),
    "一件的记录": lambda c, n, _: _press(f"desk:log:{c.randint(1, n)}:1"),
    "我的办件": lambda c, n, _: _own(c, n),
}


class Store:
    """One of the two databases, and the times of every deed on it, in milliseconds.

    `work` is processor time of all threads, `clock` what a clerk waits on a machine that also
    does other things.
    """

    def __init__(self, db: Database, count: int) -> None:
        self.count = count
        self.work: dict[str, list[float]] = {name: [] for name in DEEDS}
        self.clock: dict[str, list[float]] = {name: [] for name in DEEDS}
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            bot_token=SecretStr("1:x"),
            staff_chat_id=STAFF_CHAT,
            staff_user_ids=frozenset(CLERKS),
        )
        unused = cast(Any, None)
        self._services = Services(
            settings=settings,
            clock=unused,
            db=db,
            files=unused,
            gate=unused,
            answers=unused,
            staff_chat=STAFF_CHAT,
        )
        self._db = db
        self._chance = random.Random(2)

    async def once(self, name: str) -> None:
        """Times one deed; what it would say must be something."""
        async with self._db.transaction() as tx:
            number = self._chance.randint(1, self.count)
            row = await tx.one("SELECT reference FROM cases WHERE id = ?", (number,))
            assert row is not None
            incoming = DEEDS[name](self._chance, self.count, row["reference"])
            begun, used = time.perf_counter(), time.process_time()
            replies = await route(Turn(incoming, tx, NOW, self._services))
            self.work[name].append((time.process_time() - used) * 1000)
            self.clock[name].append((time.perf_counter() - begun) * 1000)
            assert replies, name


async def main(count: int) -> int:
    """Prints the table; 1 where a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        paths = [await made(Path(folder) / f"{n}.db", n) for n in (SMALL, count)]
        size = await asyncio.to_thread(lambda: paths[1].stat().st_size)
        print(
            f"{count} 件，数据库 {size / 1e6:.0f} MB，写入用了 {time.perf_counter() - begun:.0f} 秒"
        )
        small, large = [await Database.open(path) for path in paths]
        stores = Store(small, SMALL), Store(large, count)
        for _ in range(TIMES):
            for name in DEEDS:
                for store in stores:
                    await store.once(name)
        await small.close()
        await large.close()
    good = [_line(name, *stores) for name in DEEDS]
    print(
        f"要求（按处理器时间）：p99 不超过 {MOST_MS:.0f} 毫秒，"
        f"中位数不超过 {SMALL} 件时的 {MOST_RATIO:.0f} 倍。"
    )
    print(
        "没有证明：几千人同时查；冷磁盘上的第一次；"
        f"在办的件远多于 {OPEN}、机构远多于 {INSTITUTIONS} 家、联系人远多于 {CONTACTS} 人。"
    )
    return 0 if all(good) else 1


def _line(name: str, small: Store, large: Store) -> bool:
    middle, before = statistics.median(large.work[name]), statistics.median(small.work[name])
    slow, waited = _p99(large.work[name]), _p99(large.clock[name])
    good = slow <= MOST_MS and middle <= MOST_RATIO * before
    print(
        f"  {'✓' if good else '✗'} {name}：中位数 {middle:.2f} 毫秒，p99 {slow:.2f}"
        f"（连同等待 {waited:.2f}）；{SMALL} 件时中位数 {before:.2f}，{middle / before:.2f} 倍"
    )
    return good


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    sys.exit(asyncio.run(main(parser.parse_args().cases)))
