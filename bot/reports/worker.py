"""A report made in a process of its own: the bot's memory stays small and its answers prompt.

Word, Excel and picture libraries take about 30 MB that are never given back, and a book from
outside may be made to exhaust whoever reads it. The child ends when its work is done.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

_ROOT = Path(__file__).resolve().parents[2]
_ALLOWED = "bot.reports."
MEMORY = 1024 * 1024 * 1024
TIMEOUT = 120.0


class ReportFailedError(RuntimeError):
    """The report could not be made; the message says why, in the child's words."""


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
AT_ONCE = 2
"""Children at the same time; the others wait their turn."""


async def in_process(module: str, name: str, *arguments: object, seconds: float = TIMEOUT) -> Any:
    """`bot.reports.<module>.<name>(*arguments)` in a child; nothing of it is imported here.

    Raises ValueError when the function does, ReportFailedError for anything else.
    """
    turn = _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
    async with turn:
        out = await _child(pickle.dumps((_ALLOWED + module, name, arguments)), name, seconds)
    ok, result = pickle.loads(out)
    if not ok:
        raise ValueError(result)
    return result


async def _child(task: bytes, name: str, seconds: float) -> bytes:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.reports.worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=_ROOT,
    )
    try:
        out, err = await asyncio.wait_for(child.communicate(task), seconds)
    except TimeoutError:
        raise ReportFailedError(f"{name} 超过{seconds:.0f}秒") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode != 0:
        raise ReportFailedError(err.decode(errors="replace").strip()[-2000:])
    return out


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """The child: one task from standard input, its result to standard output."""
    _limit_memory()
    module, name, arguments = pickle.load(sys.stdin.buffer)
    function: Callable[..., object] = getattr(import_module(module), name)
    try:
        answer: tuple[bool, object] = (True, function(*arguments))
    except ValueError as error:
        answer = (False, str(error))
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    main()
