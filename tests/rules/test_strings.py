"""Whatever is put into 「」 anywhere in the rules must be words of the Measures."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import bot.interview
import bot.rules
from bot.measures import load

_WORDS = "".join(load().printed())
_FOLDERS = [Path(module.__path__[0]) for module in (bot.rules, bot.interview)]


def _strings() -> Iterator[tuple[str, str]]:
    for path in sorted(path for folder in _FOLDERS for path in folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node.value


def test_what_stands_in_corner_brackets_is_a_quotation() -> None:
    wrong = [
        (name, quoted)
        for name, text in _strings()
        for quoted in re.findall(r"「([^「」{}]+)」", text)
        if quoted not in _WORDS and quoted != "自述具备"
    ]
    assert wrong == []


def test_nothing_promises_or_threatens() -> None:
    banned = ("可以销毁", "可以租赁", "租赁不得", "保证通过", "一定通过", "随时申报", "视为批准")
    found = [(name, word) for name, text in _strings() for word in banned if word in text]
    assert found == []
