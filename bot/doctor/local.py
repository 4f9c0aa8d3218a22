"""What can be examined without the network."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

from bot.doctor import Finding
from bot.settings import Settings
from bot.storage import events
from bot.storage.database import Database
from bot.storage.migrate import scripts

_STUCK = (
    ("inbox", "件来件处理出错", "按事件编号查看运行日志"),
    ("outbox", "条消息没有发出", "多为对方停用了机器人，见办件卡片"),
    ("jobs", "项后台任务没有做成", "查看运行日志"),
)


async def knowledge() -> AsyncIterator[Finding]:
    """The official text and the cards."""
    from bot.answers.engine import Answerer
    from bot.answers.places import KnowledgeError
    from bot.live import CACHE
    from bot.measures import load

    measures = load()
    yield Finding(f"官方文本：{len(measures.chapters)}章{len(measures.articles)}条")
    try:
        answers = await asyncio.to_thread(Answerer.load, cache=CACHE)
    except KnowledgeError as error:
        yield Finding("知识卡片读不通", str(error))
        return
    yield Finding(f"知识卡片：{len(answers.knowledge.cards)}张，引文都与原文一致")


async def data_folder(settings: Settings) -> AsyncIterator[Finding]:
    """The data folder: there, writable, closed to others, with room."""
    folder = settings.data_dir
    if not folder.exists():
        yield Finding(f"数据目录 {folder} 还没有，第一次运行时会自动建立")
        return
    if not os.access(folder, os.W_OK):
        remedy = f"把目录交给运行机器人的用户：chown -R 用户 {folder}"
        yield Finding(f"数据目录 {folder} 不能写", remedy)
    elif stat.S_IMODE(folder.stat().st_mode) & 0o077:
        yield Finding(f"数据目录 {folder} 其他用户能看", f"收紧权限：chmod 700 {folder}")
    else:
        yield Finding(f"数据目录 {folder}")
    free = os.statvfs(folder)
    megabytes = free.f_bavail * free.f_frsize // 2**20
    if megabytes < 500:
        yield Finding(f"磁盘只剩 {megabytes} MB", "清理磁盘，或把数据目录移到更大的盘")


async def database(settings: Settings) -> AsyncIterator[Finding]:
    """The file is whole, of this version, and nothing is stuck in it."""
    if not settings.database.exists():
        yield Finding("数据库还没有建立（第一次运行时建立）")
        return
    found = await asyncio.to_thread(_examined, settings.database)
    for finding in found:
        yield finding
    if all(finding.well for finding in found[:1]):
        yield await _record(settings.database)


async def _record(path: Path) -> Finding:
    """The hash chain over all events of all cases."""
    db = await Database.open(path)
    try:
        async with db.transaction() as tx:
            broken = await events.first_break(tx)
    finally:
        await db.close()
    if broken is None:
        return Finding("办件记录前后相连，没有被改动")
    return Finding(
        f"办件记录从第{broken}条起对不上", "有人在程序外改过数据库：停机，与备份比对，查明原因"
    )


def _examined(path: Path) -> list[Finding]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
        except sqlite3.DatabaseError as error:
            verdict = str(error)
        if verdict != "ok":
            remedy = "停机，用最近一次备份恢复：python -m bot restore 备份文件"
            return [Finding("数据库已损坏", remedy)]
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        newest = scripts()[-1][0]
        if version > newest:
            remedy = "请用较新的程序打开，或恢复升级前的备份"
            return [Finding(f"数据库是第{version}版，程序只到第{newest}版", remedy)]
        return [Finding(f"数据库完好（第{version}版）"), *_stuck(connection)]


def _stuck(connection: sqlite3.Connection) -> list[Finding]:
    found = []
    for table, words, remedy in _STUCK:
        sql = f"SELECT count(*) FROM {table} WHERE state = 'failed'"
        (number,) = connection.execute(sql).fetchone()
        if number:
            found.append(Finding(f"有{number}{words}", remedy))
    return found


async def keys(settings: Settings) -> AsyncIterator[Finding]:
    """The key of the stored files."""
    key = settings.data_dir / "keys" / "files.key"
    if not key.exists():
        yield Finding("附件密钥还没有建立（第一次运行时建立）")
    elif stat.S_IMODE(key.stat().st_mode) & 0o077:
        yield Finding("附件密钥其他用户能看", f"收紧权限：chmod 600 {key}")
    else:
        yield Finding("附件密钥")
