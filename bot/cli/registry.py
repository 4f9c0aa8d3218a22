"""`python -m bot import-registry FILE`: institutions from an Excel book, after a preview."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from bot.cases import registry
from bot.cases.lifecycle import Actor
from bot.cases.transitions import Role
from bot.cli.data_dir import data_dir
from bot.cli.reasons import reason
from bot.clock import SystemClock
from bot.reports import make
from bot.reports.registry_diff import RegistryDiff
from bot.storage.database import Database

OPERATOR = Actor(0, "管理员（命令行）", Role.STAFF)


def add_parser(commands: Any) -> None:
    """The book, and what to do with it."""
    parser = commands.add_parser("import-registry", help="导入机构登记")
    parser.add_argument("file", type=Path, metavar="文件", help="Excel 文件（.xlsx）")
    parser.add_argument("--template", action="store_true", help="不导入，写出空白模板")
    parser.add_argument("--yes", action="store_true", help="看过预览，确定写入")
    parser.add_argument("--remove", action="store_true", help="表里没有的机构一并退出登记")


def main(arguments: argparse.Namespace) -> int:
    """0 when written or previewed, 1 when the book has errors."""
    return asyncio.run(_main(arguments))


async def _main(arguments: argparse.Namespace) -> int:
    clock = SystemClock()
    today = clock.now().date()
    if arguments.template:
        await asyncio.to_thread(arguments.file.write_bytes, await make.write_registry((), today))
        print(f"模板已写出：{arguments.file}")
        return 0
    try:
        content = await asyncio.to_thread(arguments.file.read_bytes)
    except OSError as error:
        print(f"打不开 {arguments.file}：{reason(error)}", file=sys.stderr)
        return 1
    reading = await make.read_registry(content, today)
    for problem in (*reading.errors, *reading.warnings):
        print(problem, file=sys.stderr)
    if reading.errors:
        print(f"有{len(reading.errors)}处错误，没有导入。", file=sys.stderr)
        return 1
    db = await Database.open(data_dir() / "xinping.db")
    try:
        async with db.transaction() as tx:
            diff = registry.preview(await registry.current(tx), reading.rows)
            print(_summary(diff))
            if arguments.yes:
                await registry.apply(tx, diff, OPERATOR, clock.now(), remove=bool(arguments.remove))
    finally:
        await db.close()
    print("已写入。" if arguments.yes else "这是预览，没有写入；确定写入请加 --yes。")
    return 0


def _summary(diff: RegistryDiff) -> str:
    lines = [
        f"新增{len(diff.added)}家，改动{len(diff.changed)}家，"
        f"表里没有的{len(diff.removed)}家，没有变化的{len(diff.unchanged)}家。"
    ]
    lines += [f"  新增 {row.name}（{row.code}）" for row in diff.added]
    lines += [
        f"  改动 {row.after.name}："
        + "；".join(f"{f.what} {f.before}→{f.after}" for f in row.fields)
        for row in diff.changed
    ]
    lines += [f"  表里没有 {row.name}（加 --remove 才会退出登记）" for row in diff.removed]
    return "\n".join(lines)
