"""The hash chain of the record: each event seals its own words and the event before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

START = "0" * 64
SEALED = (
    "id",
    "subject",
    "at",
    "actor",
    "actor_name",
    "role",
    "what",
    "before",
    "after",
    "why",
    "detail",
    "rules",
    "knowledge",
)
"""The columns under the seal, in this order."""


def seal(previous: str, event: Mapping[str, Any]) -> str:
    """SHA-256 over the seal before and everything the event says."""
    words = json.dumps([previous, *(event[name] for name in SEALED)], ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def first_break(events: Iterable[Mapping[str, Any]], previous: str = START) -> int | None:
    """The id of the first event whose seal does not fit; None if all of them do."""
    for event in events:
        if seal(previous, event) != event["hash"]:
            return int(event["id"])
        previous = event["hash"]
    return None
