"""Memory of the whole bot after the start and after 1,000 questions.

`python -m benchmarks.memory`
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.program import BARE, ROOT, WHOLE, Program, Telegram, fresh_copy
from benchmarks.questions import all_asked, all_started, crowd, phrasings

QUESTIONS = 1000
BAR = 150.0  # megabytes


async def measure(what: tuple[str, ...], code: Path, data: Path) -> dict[str, float]:
    """Megabytes at several moments of one process."""
    async with Telegram().serving() as telegram:
        people = crowd(telegram, "甲")
        async with Program.running(telegram, what, code, data) as program:
            await telegram.first_poll()
            await asyncio.sleep(1)
            found = {"启动后": program.memory()[0]}
            await all_started(telegram, people)
            await all_asked(telegram, people, phrasings(QUESTIONS))
            found[f"{QUESTIONS}问之后"], found["最高"] = program.memory()
    return found


async def main() -> int:
    """Prints the table; 1 where the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        code = fresh_copy(place / "code")
        rows = {
            "忻评助手，第一次运行（建索引）": await measure(WHOLE, code, place / "one"),
            "忻评助手，以后各次": await measure(WHOLE, code, place / "two"),
            "只会复读的 PTB 机器人": await measure(BARE, ROOT, place / "three"),
        }
    print("占用内存（常驻内存 RSS，MB）")
    for name, found in rows.items():
        print(f"  {name}：" + "　".join(f"{moment} {size:.0f}" for moment, size in found.items()))
    worst = max(size for name, found in rows.items() if "忻评" in name for size in found.values())
    good = "达到" if worst <= BAR else "没有达到"
    print(f"忻评助手最高 {worst:.0f} MB，要求不超过 {BAR:.0f}：{good}")
    print("没有证明：连续运行几个月不增长；大附件和导出表格时的占用；另开的制表进程不算在内。")
    return 0 if worst <= BAR else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
