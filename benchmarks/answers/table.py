"""Tables as they go into docs/."""

from __future__ import annotations

from collections.abc import Sequence


def printed(*cells: str) -> None:
    """One row, at once: a table may take minutes."""
    print(f"| {' | '.join(cells)} |", flush=True)


def titles(cells: Sequence[str]) -> None:
    """The first two rows."""
    printed(*cells)
    printed(*["---"] * len(cells))
