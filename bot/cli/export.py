"""`python -m bot export DIR`: changes that staff made in the chat, to be signed and put into
knowledge/."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.cli.data_dir import data_dir
from bot.storage import questions
from bot.storage.database import Database, Row

FILE = "待审的问法.yaml"


def add_parser(commands: Any) -> None:
    """The folder to write into."""
    parser = commands.add_parser("export", help="导出")
    parser.add_argument("folder", type=Path, metavar="目录", help="写到哪里")


def main(arguments: argparse.Namespace) -> int:
    """0 when written, 1 when there is no data."""
    database = data_dir() / "xinping.db"
    if not database.exists():
        print(f"{data_dir()} 里没有数据库，没有可导出的内容。", file=sys.stderr)
        return 1
    rows = asyncio.run(_phrasings(database))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    target = arguments.folder / FILE
    with target.open("w", encoding="utf-8") as file:
        file.write(
            "# 工作人员在群里教给机器人的问法。审签后并入 knowledge/cards 里同编号卡片的“问法”。\n"
        )
        YAML().dump(_by_card(rows), file)
    print(f"已写出 {target}：{len(rows)}条问法。")
    return 0


async def _phrasings(path: Path) -> list[Row]:
    db = await Database.open(path)
    try:
        async with db.transaction() as tx:
            return list(await questions.phrasings(tx))
    finally:
        await db.close()


def _by_card(rows: list[Row]) -> dict[str, list[dict[str, str]]]:
    cards: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        entry = {"问法": row["words"], "经办": row["clerk"], "日期": row["added_at"][:10]}
        cards.setdefault(row["card"], []).append(entry)
    return cards
