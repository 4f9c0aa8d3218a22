"""What a message shows, as a short mark, so that no edit is sent that would change nothing."""

from __future__ import annotations

import hashlib
import json

from bot.storage.database import Row


def mark(row: Row) -> int:
    """What a message shows, as a short mark: its words and its buttons."""
    fields = json.loads(row["payload"])
    shown = json.dumps([fields.get("text"), fields.get("buttons")], ensure_ascii=False)
    return int.from_bytes(hashlib.sha256(shown.encode()).digest()[:7])


def may_change(row: Row) -> bool:
    """Whether a message may be edited later: it was before, has buttons, or a lasting name."""
    if row["method"] == "say":
        return row["topic"] is not None or bool(json.loads(row["payload"]).get("buttons"))
    return bool(row["method"] == "edit")
