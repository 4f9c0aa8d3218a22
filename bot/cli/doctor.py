"""`python -m bot doctor`: looks at everything the bot needs and says what to do."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator
from typing import Any

from bot.settings import Settings, WrongSettings, load_settings


def add_parser(commands: Any) -> None:
    """`--offline` leaves out what needs the network."""
    parser = commands.add_parser("doctor", help="体检")
    parser.add_argument("--offline", action="store_true", help="不检查网络和机器人权限")


def main(arguments: argparse.Namespace) -> int:
    """0 when all is well, 1 when something needs a hand, 2 for wrong settings."""
    try:
        settings = load_settings()
    except WrongSettings as error:
        print("✗ 设置\n  " + "\n  ".join(error.lines))
        asyncio.run(_without_settings())
        return 2
    return asyncio.run(_examine(settings, network=not arguments.offline))


async def _examine(settings: Settings, network: bool) -> int:
    from bot.doctor import local, online

    print("✓ 设置：都有，写法都对")
    sick = 0
    examinations = [local.knowledge(), local.data_folder(settings), local.database(settings)]
    examinations += [local.keys(settings)]
    if network:
        examinations.append(online.telegram(settings))
    for examination in examinations:
        sick += await _print(examination)
    print("一切正常。" if not sick else f"有{sick}处要处理，见上面带“→”的说明。")
    return 1 if sick else 0


async def _without_settings() -> None:
    """What can be looked at all the same."""
    from bot.doctor import local

    await _print(local.knowledge())
    print("设置改好以后再检查一遍，其余的才能查。")


async def _print(findings: AsyncIterator[Any]) -> int:
    sick = 0
    async for finding in findings:
        print(f"{'✓' if finding.well else '✗'} {finding.what}")
        if not finding.well:
            sick += 1
            print(f"  → {finding.remedy}")
    return sick
