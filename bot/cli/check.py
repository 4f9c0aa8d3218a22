"""`python -m bot check FILE.jsonl [--json]`: the verdicts on rule scenarios, one a line."""

from __future__ import annotations

import argparse
import json as jsonlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from bot.cli.reasons import reason
from bot.rules import PROCEDURES, Verdict, evaluate


class BadLine(ValueError):
    """A line that is no scenario; the message says why, in Chinese."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which a key given twice with different values keeps both: no rule uses it."""
    found: dict[str, object] = {}
    for key, value in pairs:
        same = key not in found or found[key] == value
        found[key] = value if same else [found[key], value]
    return found


def _no_constant(name: str) -> NoReturn:
    raise BadLine(f"{name} 不是合法的值")


def _scenario(line: str) -> tuple[object, str, dict[str, object]]:
    try:
        data = jsonlib.loads(line, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except jsonlib.JSONDecodeError as error:
        raise BadLine(f"不是一行完整的 JSON（第{error.colno}个字符附近）") from error
    except BadLine:
        raise
    except (ValueError, RecursionError) as error:
        raise BadLine("数字太长或括号套得太深") from error
    if not isinstance(data, dict):
        raise BadLine("应当是一个 JSON 对象 {…}")
    missing = [name for name in ("id", "procedure", "facts") if name not in data]
    if missing:
        raise BadLine(f"缺少 {'、'.join(missing)}")
    procedure, facts = data["procedure"], data["facts"]
    if not isinstance(procedure, str) or procedure not in PROCEDURES:
        raise BadLine(f"procedure 只能是 {'、'.join(PROCEDURES)}，现在是 {procedure!r}")
    if not isinstance(facts, dict):
        raise BadLine("facts 应当是一个 JSON 对象 {…}")
    return data["id"], procedure, facts


def _as_json(name: object, verdict: Verdict) -> str:
    record = {
        "id": name,
        "verdict": verdict.word.value,
        "failed": verdict.failed,
        "unknown": verdict.unknown,
        "materials": verdict.materials,
    }
    return jsonlib.dumps(record, ensure_ascii=False)


def _as_words(name: object, verdict: Verdict) -> str:
    parts = [f"{name}  {verdict.label}"]
    for title, codes in (("不符合", verdict.failed), ("待核实", verdict.unknown)):
        parts += [f"{title}：{'、'.join(codes)}"] if codes else []
    parts += [f"材料：{'、'.join(verdict.materials)}"] if verdict.materials else []
    return "；".join(parts)


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, line


def _complain(where: str, why: str) -> None:
    print(f"{where}：{why}", file=sys.stderr)


def _check_lines(path: Path, content: bytes, json: bool) -> bool:
    clean = True
    for number, raw in _lines(content):
        try:
            name, procedure, facts = _scenario(raw.decode("utf-8-sig"))
        except UnicodeDecodeError:
            _complain(f"{path}:{number}", "不是 UTF-8 文字")
            clean = False
        except BadLine as error:
            _complain(f"{path}:{number}", str(error))
            clean = False
        else:
            verdict = evaluate(procedure, facts)
            print(_as_json(name, verdict) if json else _as_words(name, verdict))
    return clean


def run(paths: Sequence[str | Path], json: bool) -> int:
    """Prints one verdict per scenario line; 1 if a line or a file could not be read, else 0.

    A bad line is named on stderr as file:line; the lines after it are still judged.
    """
    clean = True
    for path in map(Path, paths):
        try:
            content = path.read_bytes()
        except OSError as error:
            _complain(str(path), f"打不开文件（{reason(error)}）")
            clean = False
        else:
            clean &= _check_lines(path, content, json)
    return 0 if clean else 1


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `check` to the program's commands."""
    parser = subparsers.add_parser("check", help="按规则核对情形文件，每行一个结论")
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl", help="情形文件，每行一个 JSON")
    parser.add_argument("--json", action="store_true", help="每行输出一个 JSON 对象")
    parser.set_defaults(main=main)


def main(args: argparse.Namespace) -> int:
    """Runs the command with parsed arguments; returns the exit status."""
    return run(args.files, args.json)
