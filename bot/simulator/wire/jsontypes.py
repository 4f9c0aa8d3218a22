"""The shape of what goes over the wire."""

from __future__ import annotations

from typing import Any

JsonDict = dict[str, Any]
JsonList = list[JsonDict]


def words(text: str) -> tuple[str, ...]:
    """Names written in one string, as they are listed in the documentation."""
    return tuple(text.split())
