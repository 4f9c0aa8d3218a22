"""The rules are pure, and they count in whole numbers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import bot.interview
import bot.rules

ALLOWED = {
    "bot.rules": ("bot.rules", "bot.measures"),
    "bot.interview": ("bot.interview", "bot.rules", "bot.measures"),
}
STANDARD = (
    *("__future__", "argparse", "ast", "base64", "collections", "dataclasses", "datetime"),
    *("enum", "functools", "hashlib", "html", "itertools", "json", "pathlib", "re", "sys"),
    *("typing", "unicodedata"),
    *("markupsafe", "ruamel"),
)


def _trees(module: object) -> Iterator[tuple[Path, ast.AST]]:
    folder = Path(module.__path__[0])  # type: ignore[attr-defined]
    for path in sorted(folder.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_nothing_of_telegram_storage_or_the_network_is_imported() -> None:
    for module in (bot.rules, bot.interview):
        rooms = ALLOWED[module.__name__]
        for path, tree in _trees(module):
            for name in _imports(tree):
                known = name.startswith(rooms) or name.split(".")[0] in STANDARD
                assert known, f"{path}: {name}"


def test_no_clock_is_read() -> None:
    for module in (bot.rules, bot.interview):
        for path, tree in _trees(module):
            names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            assert not names & {"now", "today", "utcnow", "time"}, path


def test_only_whole_numbers_are_used_in_the_rules() -> None:
    for path, tree in _trees(bot.rules):
        if "sheets" in path.parts:
            continue
        for node in ast.walk(tree):
            assert not isinstance(node, ast.Div), path
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path
            assert not (isinstance(node, ast.Name) and node.id in ("float", "round")), path


def test_files_stay_small() -> None:
    for module in (bot.rules, bot.interview):
        for path, _ in _trees(module):
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, path
