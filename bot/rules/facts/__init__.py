"""Every fact of the contract, by its key."""

from __future__ import annotations

from bot.rules.fact import Fact
from bot.rules.facts import (
    addition,
    change,
    conduct,
    duty,
    first_filing,
    institution,
    target,
)

_ROOMS = (institution, conduct, first_filing, target, addition, change, duty)

BY_KEY: dict[str, Fact] = {
    fact.key: fact for room in _ROOMS for fact in vars(room).values() if isinstance(fact, Fact)
}
ALIASES: dict[str, Fact] = {alias: fact for fact in BY_KEY.values() for alias in fact.also}

__all__ = ["ALIASES", "BY_KEY", "addition", "change", "conduct", "duty", "first_filing"]
__all__ += ["institution", "target"]
