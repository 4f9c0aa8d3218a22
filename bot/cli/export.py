"""`python -m bot export DIR`: all cases as a table, one case as a folder, phrasings to be signed.

What staff taught the bot is written as YAML, to be signed and put into knowledge/.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.cases import export, reference
from bot.cases.reference import WrongReference
from bot.cases.transitions import Role
from bot.cli.data_dir import data_dir
from bot.cli.reasons import reason
from bot.clock import SystemClock
from bot.handlers.cases.summary import summary
from bot.reports import make
from bot.reports.worker import ReportFailedError
from bot.storage import cases, events, questions, queue
from bot.storage.case_rows import Brief
from bot.storage.database import Database, Row
from bot.storage.files import FileStore
from bot.storage.migrate import NewerDatabase

FILE = "待审的问法.yaml"
OPERATOR = "管理员（命令行）"
_HEAD = "# 工作人员在群里教给机器人的问法。审签后并入 knowledge/cards 里同编号卡片的“问法”。\n"
_PRIVATE = "内有个人信息，请妥善保管。"


class CannotExport(Exception):
    """Why not, in Chinese."""


def add_parser(commands: Any) -> None:
    """The folder to write into, and which of the three is wanted."""
    parser = commands.add_parser(
        "export", help="导出", description="不写选项就导出办件一览和待审的问法。"
    )
    parser.add_argument("folder", type=Path, metavar="目录", help="写到哪里")
    parser.add_argument(
        "--case",
        action="append",
        default=[],
        metavar="编号",
        help="导出这件办件的记录、材料和经过，可以写几次",
    )
    parser.add_argument("--table", action="store_true", help="导出办件一览（Excel）")
    parser.add_argument("--phrasings", action="store_true", help="导出待审的问法")


def main(arguments: argparse.Namespace) -> int:
    """0 when written, 1 when not."""
    database = data_dir() / "xinping.db"
    if not database.exists():
        print(f"{data_dir()} 里没有数据库，没有可导出的内容。", file=sys.stderr)
        return 1
    try:
        asyncio.run(_export(database, arguments))
    except (CannotExport, WrongReference, NewerDatabase, ReportFailedError) as error:
        return _failed(str(error))
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        return _failed("数据库正忙，请稍后再试。")
    except OSError as error:
        return _failed(f"写不进 {error.filename or arguments.folder}：{reason(error)}。")
    return 0


def _failed(words: str) -> int:
    print(f"没有导出成：{words}", file=sys.stderr)
    return 1


async def _export(path: Path, wanted: argparse.Namespace) -> None:
    everything = not (wanted.case or wanted.table or wanted.phrasings)
    db = await Database.open(path)
    try:
        found = [await _found(db, words) for words in wanted.case]
        await asyncio.to_thread(wanted.folder.mkdir, parents=True, exist_ok=True)
        for case in found:
            await _one(db, case, wanted.folder)
        if wanted.table or everything:
            await _table(db, wanted.folder)
        if wanted.phrasings or everything:
            await _phrasings(db, wanted.folder)
    finally:
        await db.close()


async def _found(db: Database, words: str) -> Brief:
    number = reference.read(words)
    async with db.transaction() as tx:
        found = await queue.by_number(tx, number)
    if not found:
        raise CannotExport(f"没有编号是 {number} 的办件。")
    if len(found) > 1:
        raise CannotExport(
            f"编号末几位是 {number} 的有几件，请写全：{'、'.join(b.reference for b in found)}。"
        )
    return found[0]


async def _one(db: Database, found: Brief, folder: Path) -> None:
    """A folder named by the number: Word record, papers, events, digests."""
    key = data_dir() / "keys" / "files.key"
    if not key.exists():
        raise CannotExport(f"没有附件的密钥 {key}，材料读不出来。请从备份恢复。")
    target, now = folder / found.reference, SystemClock().now()
    if target.exists():
        raise CannotExport(f"已经有 {target}，没有覆盖。请先移走，或换一个目录。")
    async with db.transaction() as tx:
        case = await cases.get(tx, found.id)
        content = await summary(tx, case, now, internal=True)
    record = await make.case_summary(content)
    async with db.transaction() as tx:
        files = FileStore(data_dir() / "files", key)
        packed = await export.folder(tx, files, case, record)
    await asyncio.to_thread(_write, target, packed.content)
    await _noted(db, case=found.reference)
    print(f"已导出 {target}：办件记录、{packed.papers}个文件和办理经过。{_PRIVATE}")
    for name in packed.unreadable:
        print(f"  读不出：{name}（保存的内容已损坏或丢失）", file=sys.stderr)


def _write(target: Path, content: Mapping[str, bytes]) -> None:
    """Readable by the operator only; complete, or not there."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.mkdir(mode=0o700)
    try:
        for name, data in content.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(0o600)
            path.write_bytes(data)
        draft.rename(target)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise


async def _table(db: Database, folder: Path) -> None:
    now = SystemClock().now()
    target = folder / f"办件一览{now:%Y%m%d}.xlsx"
    if target.exists():
        raise CannotExport(f"已经有 {target}，没有覆盖。请先移走，或换一个目录。")
    found = [line async for line in export.lines(db)]
    if not found:
        print("还没有提交的办件，没有办件一览可写。")
        return
    book = await make.cases_table(found, now.date())
    target.touch(0o600)
    target.write_bytes(book)
    await _noted(db, cases=len(found))
    print(f"已写出 {target}：{len(found)}件办件。{_PRIVATE}")


async def _noted(db: Database, **detail: object) -> None:
    """Who took data out, in the same chain as everything else."""
    async with db.transaction() as tx:
        await events.append(
            tx,
            "export",
            SystemClock().now(),
            actor=0,
            actor_name=OPERATOR,
            role=Role.STAFF,
            what="export",
            detail=detail,
        )


async def _phrasings(db: Database, folder: Path) -> None:
    async with db.transaction() as tx:
        rows = await questions.phrasings(tx)
    target = folder / FILE
    with target.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        YAML().dump(_by_card(rows), file)
    print(f"已写出 {target}：{len(rows)}条问法。")


def _by_card(rows: Sequence[Row]) -> dict[str, list[dict[str, str]]]:
    cards: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        entry = {"问法": row["words"], "经办": row["clerk"], "日期": row["added_at"][:10]}
        cards.setdefault(row["card"], []).append(entry)
    return cards
