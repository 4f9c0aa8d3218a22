"""`python -m bot restore FILE`: a backup into an empty data folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from bot.cli.data_dir import data_dir
from bot.cli.reasons import reason
from bot.storage.archive import BadArchive, restore


def add_parser(commands: Any) -> None:
    """The backup to read."""
    parser = commands.add_parser("restore", help="从备份恢复")
    parser.add_argument("file", type=Path, metavar="文件", help="backup 命令写出的文件")


def main(arguments: argparse.Namespace) -> int:
    """0 when restored, 1 when not (nothing is changed then)."""
    try:
        restore(arguments.file, data_dir())
    except (BadArchive, OSError) as error:
        print(f"没有恢复成：{reason(error)}", file=sys.stderr)
        return 1
    print(f"已恢复到 {data_dir()}。请运行 python -m bot doctor 检查一遍。")
    return 0
