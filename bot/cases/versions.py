"""Which rules and which text a decision was made under."""

from __future__ import annotations

import hashlib
from functools import cache

from bot.measures.text import KNOWLEDGE
from bot.rules import RULES_VERSION

RULES = RULES_VERSION


@cache
def knowledge() -> str:
    """The first twelve characters of the SHA-256 of the official text."""
    content = (KNOWLEDGE / "measures.yaml").read_bytes()
    return hashlib.sha256(content).hexdigest()[:12]
