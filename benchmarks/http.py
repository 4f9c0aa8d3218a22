"""Work per question over real HTTP: the whole bot and a bare PTB echo bot, in the same run.

`python -m benchmarks.http`. The whole bot keeps below Telegram's 30 messages a second on purpose
and has no setting to lift that, so what is compared is processor time, not the clock.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.program import BARE, ROOT, WHOLE, Program, Telegram, fresh_copy
from benchmarks.questions import CHATS, all_asked, all_started, crowd, phrasings

QUESTIONS = 1000
BAR = 0.5
LIMIT = 30  # messages a second that Telegram lets pass


@dataclass(frozen=True)
class Work:
    """For all questions together."""

    processor: float
    clock: float

    @property
    def rate(self) -> float:
        """Questions a second that one processor could answer."""
        return QUESTIONS / self.processor


async def measure(what: tuple[str, ...], code: Path, data: Path) -> Work:
    """Real long polling, real HTTP for every answer."""
    async with Telegram().serving() as telegram:
        people = crowd(telegram, "甲")
        async with Program.running(telegram, what, code, data) as program:
            await telegram.first_poll()
            await all_started(telegram, people)
            before = program.cpu_seconds()
            seconds = await all_asked(telegram, people, phrasings(QUESTIONS))
            return Work(program.cpu_seconds() - before, seconds)


async def main() -> int:
    """Prints the table; 1 where the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        code = fresh_copy(place / "code")
        bare = await measure(BARE, ROOT, place / "one")
        whole = await measure(WHOLE, code, place / "two")
    ratio = whole.rate / bare.rate
    print(f"{CHATS} 个会话共 {QUESTIONS} 个真实问题，经本机 HTTP 长轮询")
    for name, work in (
        ("只会复读的 PTB 机器人", bare),
        ("忻评助手（查答案、核对引文、全部落盘）", whole),
    ):
        print(
            f"  {name}：每千问处理器 {work.processor:.2f} 秒（合每秒 {work.rate:.0f} 问），"
            f"实际用时 {work.clock:.1f} 秒"
        )
    good = ratio >= BAR
    print(f"比值 {ratio:.2f}，要求不低于 {BAR}：{'达到' if good else '没有达到'}")
    print(
        f"处理能力是 Telegram 每秒 {LIMIT} 条限额的 {whole.rate / LIMIT:.1f} 倍（按一个处理器折算）"
    )
    print(
        "没有证明：真网络上的往返时间；磁盘慢时的等待（处理器时间不含等待）。"
        "忻评助手自己守每秒28条的限额，所以实际用时由限额决定。"
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
