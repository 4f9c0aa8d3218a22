"""Finds the subcommand; loads no more of the program than that one needs."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

from bot.settings import WrongSettings

COMMANDS = {
    "run": ("run", "运行机器人（长轮询或 webhook）"),
    "demo": ("demo", "演示：不需要令牌和网络"),
    "ask": ("ask", "问一个问题，或一批问题"),
    "check": ("check", "按规则自查一批情形"),
    "eval": ("evaluate", "给问题或情形文件打分，列出不对的"),
    "doctor": ("doctor", "检查设置、数据库、密钥、知识、网络和机器人权限"),
    "backup": ("backup", "备份数据"),
    "restore": ("restore", "从备份恢复"),
    "export": ("export", "导出办件、登记信息和知识改动"),
    "import-registry": ("registry", "从 Excel 导入机构登记信息"),
}


_HELP = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这段说明"),
)


class Parser(argparse.ArgumentParser):
    """Says in Chinese how a command is used and what is wrong with the command line."""

    def format_help(self) -> str:
        """As argparse has it, its own words translated."""
        words = super().format_help()
        for english, chinese in _HELP:
            words = words.replace(english, chinese)
        return words

    def error(self, message: str) -> NoReturn:
        """Exit status 2, as with wrong settings."""
        words = message
        for english, chinese in (
            ("the following arguments are required: ", "缺少参数："),
            ("unrecognized arguments: ", "不认识的参数："),
            ("expected one argument", "后面要有一个值"),
            ("argument ", "参数 "),
        ):
            words = words.replace(english, chinese)
        print(f"命令不对：{words}。用 {self.prog} --help 看用法。", file=sys.stderr)
        sys.exit(2)


def _overview() -> str:
    lines = [f"  {name:<16}{words}" for name, (_, words) in COMMANDS.items()]
    return "\n".join(
        ["用法：python -m bot 命令 [参数]", "", *lines, "", "各命令加 --help 看参数。"]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit status (0 good, 1 something was found wrong, 2 wrong use)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("-h", "--help", "help"):
        print(_overview())
        return 0 if given else 2
    if given[0] not in COMMANDS:
        print(f"没有“{given[0]}”这个命令。\n{_overview()}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"bot.cli.{COMMANDS[given[0]][0]}")
    parser = Parser(prog="python -m bot", add_help=False)
    commands = parser.add_subparsers(dest="command", parser_class=Parser)
    module.add_parser(commands)
    try:
        return int(module.main(parser.parse_args(given)))
    except WrongSettings as error:
        print("\n".join(error.lines), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
