"""`python -m bot backup FILE`: one file with everything, also while the bot runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from bot.cli.data_dir import data_dir
from bot.cli.reasons import reason
from bot.storage.archive import BadArchive, back_up


def add_parser(commands: Any) -> None:
    """The file to write."""
    parser = commands.add_parser("backup", help="备份数据")
    parser.add_argument("file", type=Path, metavar="文件", help="备份写到哪里，如 备份.tar.gz")


def main(arguments: argparse.Namespace) -> int:
    """0 when written, 1 when not."""
    try:
        size = back_up(data_dir(), arguments.file)
    except (BadArchive, OSError) as error:
        print(f"没有备份成：{reason(error)}", file=sys.stderr)
        return 1
    print(f"已备份到 {arguments.file}（{size / 1024:.0f} KB）。备份里有密钥和附件，请妥善保管。")
    return 0
