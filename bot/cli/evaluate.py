"""`python -m bot eval [FILE.jsonl …]`: scores question and scenario files, lists what is wrong.

Without files it scores `knowledge/questions/`. What changed since the last time is listed too.
"""

from __future__ import annotations

import argparse
import json as jsonlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers.engine import Answerer
from bot.answers.scoring import Score, scored
from bot.cli.ask import load
from bot.cli.reasons import reason
from bot.live import CACHE
from bot.measures.text import KNOWLEDGE
from bot.rules import PROCEDURES, evaluate

LAST = "eval-last.json"
BARS = {
    "in": ("办法里有的，首条引文对", 0.95),
    "words": ("办法里有的，该有的原话都有", 0.95),
    "near": ("沾边但没有规定的，照实说", 0.92),
    "far": ("别的事", 0.98),
    "chat": ("闲谈", 0.95),
    "scenario": ("自查和变更情形", 1.0),
}


@dataclass(frozen=True)
class Line:
    """One judged line of a file."""

    name: str
    words: str
    score: Score


def _records(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = jsonlib.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            print(f"{path}:{number}：不是一行完整的 JSON，跳过", file=sys.stderr)
            continue
        yield f"{path.name}:{record.get('id', number)}", record


def _scenario(record: Mapping[str, Any]) -> Score:
    procedure, facts, due = record["procedure"], record.get("facts"), record.get("expected", {})
    if procedure not in PROCEDURES or not isinstance(facts, dict) or not isinstance(due, dict):
        return Score("scenario", False, "看不懂这一行情形")
    verdict = evaluate(procedure, facts)
    got = {
        "verdict": verdict.word.value,
        "failed": list(verdict.failed),
        "unknown": list(verdict.unknown),
        "materials": list(verdict.materials),
    }
    wrong = [f"{key} 应为 {due[key]}，得 {got[key]}" for key in due if got.get(key) != due[key]]
    return Score("scenario", not wrong, "；".join(wrong))


def judged(answerer: Answerer, paths: Sequence[Path]) -> Iterator[Line]:
    """Every line of the files, question or scenario by its form."""
    for path in paths:
        for name, record in _records(path):
            if "procedure" in record:
                yield Line(name, str(record.get("situation", ""))[:40], _scenario(record))
                continue
            question = str(record.get("question", ""))
            answer = answerer.answer(question)
            for score in scored(record, answer, answerer.composer.phone):
                yield Line(name, question[:40], score)


def _totals(lines: Sequence[Line]) -> Iterator[str]:
    for bar, (title, due) in BARS.items():
        mine = [line for line in lines if line.score.bar == bar]
        if mine:
            share = sum(line.score.right for line in mine) / len(mine)
            mark = "达标" if share >= due else "未达标"
            yield f"{title}：{share:.1%}（{len(mine)}题，线 {due:.0%}，{mark}）"


def _previous(path: Path) -> dict[str, bool]:
    try:
        stored = jsonlib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _changes(lines: Sequence[Line], before: Mapping[str, bool]) -> Iterator[str]:
    for title, was in (("变好了", False), ("变坏了", True)):
        for line in lines:
            key = f"{line.name}/{line.score.bar}"
            if before.get(key) is was and line.score.right is not was:
                yield f"  {title}  {line.name}  {line.words}"


def _save(path: Path, lines: Sequence[Line], before: Mapping[str, bool]) -> None:
    now = {f"{line.name}/{line.score.bar}": line.score.right for line in lines}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        words = jsonlib.dumps({**before, **now}, ensure_ascii=False, indent=0)
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        print(f"这次的结果没有存下（{reason(error)}），下次不能比较", file=sys.stderr)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `eval` to the program's commands."""
    parser = subparsers.add_parser("eval", help="给问题或情形文件打分，列出不对的")
    parser.add_argument(
        "files", nargs="*", metavar="FILE.jsonl", help="不写就用 knowledge/questions/"
    )
    parser.add_argument("--against", type=Path, metavar="结果", help="与这份结果比，不与上次比")
    parser.add_argument("--save", type=Path, metavar="结果", help="把这次的结果另存到这里")
    parser.set_defaults(main=main)


def main(args: argparse.Namespace) -> int:
    """0 when all bars are met, 1 when not or when something cannot be read."""
    paths = [Path(name) for name in args.files] or sorted((KNOWLEDGE / "questions").glob("*.jsonl"))
    absent = [path for path in paths if not path.is_file()]
    for path in absent:
        print(f"{path}：没有这个文件", file=sys.stderr)
    answerer = load()
    if answerer is None or absent:
        return 1
    lines = list(judged(answerer, paths))
    for line in lines:
        if not line.score.right:
            print(f"✗ {line.name}  {line.words}\n    {line.score.wrong}")
    last = CACHE.with_name(LAST)
    before = _previous(args.against or last)
    changes = list(_changes(lines, before))
    if changes:
        print("与上次相比：", *changes, sep="\n")
    elif before:
        print("与上次相比：没有变化。")
    totals = list(_totals(lines))
    print(*totals, sep="\n")
    _save(args.save or last, lines, _previous(last) if not args.save else {})
    return 1 if any("未达标" in total for total in totals) else 0
