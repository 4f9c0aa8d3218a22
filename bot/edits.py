"""Notices that somebody has saved files under knowledge/, and that he has finished saving."""

from __future__ import annotations

from pathlib import Path

Stamp = frozenset[tuple[str, int, int]]


class Edits:
    """`settled` is asked every now and then; true once after each round of edits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._in_use = self._last = self._stamp()

    def settled(self) -> bool:
        """Whether files differ from those in use and have stayed as they are since the last look.

        Reads the folder: to be called outside the loop.
        """
        now, before = self._stamp(), self._last
        self._last = now
        if now != before or now == self._in_use:
            return False
        self._in_use = now
        return True

    def _stamp(self) -> Stamp:
        found = set()
        for path in self._folder.rglob("*.yaml"):
            try:
                about = path.stat()
            except FileNotFoundError:
                continue  # replaced at this very moment: the next look will see it
            found.add((str(path), about.st_mtime_ns, about.st_size))
        return frozenset(found)
