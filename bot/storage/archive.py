"""A backup as one file: a consistent copy of the database, the files and the keys."""

from __future__ import annotations

import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

DATABASE = "xinping.db"
FOLDERS = ("files", "keys")


class BadArchive(Exception):
    """What is wrong with a backup, in words for the operator."""


def back_up(data: Path, target: Path) -> int:
    """Writes the backup while the bot may be running; its size in bytes.

    Raises BadArchive where there is nothing to back up or `target` exists already.
    """
    if not (data / DATABASE).exists():
        raise BadArchive(f"{data} 里没有数据库，没有可备份的内容。")
    if target.exists():
        raise BadArchive(f"{target} 已存在，请换一个文件名，以免盖掉旧备份。")
    draft = target.with_suffix(target.suffix + ".part")
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / DATABASE
            with (
                closing(sqlite3.connect(data / DATABASE)) as source,
                closing(sqlite3.connect(copy)) as destination,
            ):
                source.backup(destination)
            with tarfile.open(draft, "w:gz") as archive:
                draft.chmod(0o600)
                archive.add(copy, DATABASE)
                for name in FOLDERS:
                    if (data / name).exists():
                        archive.add(data / name, name)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target.stat().st_size


def restore(source: Path, data: Path) -> None:
    """Unpacks a backup into an empty data folder. Raises BadArchive, and then changes nothing."""
    if not source.is_file():
        raise BadArchive(f"没有 {source} 这个文件。")
    if data.exists() and any(data.iterdir()):
        raise BadArchive(f"{data} 不是空的。请先停机并把它改名留存，再恢复。")
    with tempfile.TemporaryDirectory(dir=_parent(data)) as folder:
        try:
            with tarfile.open(source) as archive:
                archive.extractall(folder, filter="data")
        except (tarfile.TarError, EOFError, OSError) as error:
            raise BadArchive(f"{source} 不是完好的备份文件。") from error
        _check(Path(folder) / DATABASE, source)
        data.mkdir(mode=0o700, exist_ok=True)
        for path in Path(folder).iterdir():
            path.rename(data / path.name)


def _parent(data: Path) -> Path:
    parent = data.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    return parent


def _check(database: Path, source: Path) -> None:
    if not database.exists():
        raise BadArchive(f"{source} 里没有数据库，不是本程序的备份。")
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BadArchive(f"{source} 里的数据库已损坏。")
