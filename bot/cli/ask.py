"""`python -m bot ask 问题 [--json]` and `ask --batch FILE.jsonl --json`."""

from __future__ import annotations

import argparse
import json as jsonlib
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.answers.engine import Answerer
from bot.answers.places import KnowledgeError
from bot.cli.reasons import reason
from bot.live import CACHE


def load() -> Answerer | None:
    """Question answering; complaints go to stderr."""
    try:
        return Answerer.load(cache=CACHE)
    except KnowledgeError as error:
        print(f"knowledge/ 里有{len(error.problems)}处要改：\n{error}", file=sys.stderr)
        return None


def _questions(path: str) -> Iterable[tuple[int, str]]:
    if path == "-":
        yield from enumerate(sys.stdin, start=1)
        return
    with Path(path).open(encoding="utf-8-sig") as lines:
        yield from enumerate(lines, start=1)


def _batch(answerer: Answerer, path: str) -> int:
    """One JSON line an answer; a bad line is named on stderr and the rest goes on."""
    status = 0
    try:
        for number, line in _questions(path):
            if not line.strip():
                continue
            try:
                record = jsonlib.loads(line)
                name, question = record["id"], str(record["question"])
            except (ValueError, KeyError, TypeError):
                print(f"{path}:{number}：应当是 {{“id”, “question”}} 一行", file=sys.stderr)
                status = 1
                continue
            answer = {"id": name, **answerer.answer(question).json()}
            print(jsonlib.dumps(answer, ensure_ascii=False))
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}：读不出来（{reason(error)}）", file=sys.stderr)
        return 1
    return status


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `ask` to the program's commands."""
    parser = subparsers.add_parser("ask", help="问一个问题，或一批问题")
    parser.add_argument("question", nargs="*", metavar="问题", help="要问的话")
    parser.add_argument(
        "--batch", metavar="FILE.jsonl", help="每行一个 {“id”, “question”}；- 为标准输入"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(main=main)


def main(args: argparse.Namespace) -> int:
    """Runs the command with parsed arguments; returns the exit status."""
    if bool(args.question) == bool(args.batch):
        print("请给一个问题，或者用 --batch 给一个文件。", file=sys.stderr)
        return 2
    answerer = load()
    if answerer is None:
        return 1
    if args.batch:
        return _batch(answerer, args.batch)
    answer = answerer.answer(" ".join(args.question))
    print(jsonlib.dumps(answer.json(), ensure_ascii=False) if args.json else answer.text)
    return 0
