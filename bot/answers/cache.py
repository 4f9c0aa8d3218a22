"""A file that saves work at the next start, used only if made from exactly the same input."""

from __future__ import annotations

import hashlib
import logging
import marshal
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)
Plain = Any
"""What marshal can write: numbers, texts, bytes, None, and tuples, lists, dicts of these."""


def fingerprint(paths: Iterable[Path], more: str = "") -> str:
    """One hash of the interpreter, of the names and contents of all files, and of `more`."""
    total = hashlib.sha256(f"{sys.version}\0{more}\0".encode())
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).digest()
        total.update(path.name.encode() + b"\0" + content)
    return total.hexdigest()


def holds(path: Path, key: str) -> bool:
    """Whether the file is whole and was stored under `key`."""
    return _body(path, key) is not None


def fetch(path: Path, key: str) -> Plain | None:
    """The stored value if the file is whole and was stored under `key`, else None."""
    body = _body(path, key)
    try:
        value: Plain = None if body is None else marshal.loads(body)
    except (EOFError, ValueError, TypeError):
        return None
    return value


def _body(path: Path, key: str) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head, body = data[:64], data[64:]
    return body if head == hashlib.sha256(key.encode() + body).digest().hex().encode() else None


def store(path: Path, key: str, value: Plain) -> None:
    """Replaces the file in one step. A folder that cannot be written costs time, not answers."""
    body = marshal.dumps(value)
    head = hashlib.sha256(key.encode() + body).digest().hex().encode()
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(head + body)
        temporary.replace(path)
    except OSError as error:
        _log.warning("问答缓存没有写成（%s），下次启动会慢一些", error)
