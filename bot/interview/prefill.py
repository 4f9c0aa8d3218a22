"""Facts that came before the first question: from a free question, from the registry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.interview.run import Known
from bot.rules.fact import UNKNOWN
from bot.rules.facts import BY_KEY
from bot.rules.given import Gap, Given

FROM_QUESTION = "您刚才的问话"


def from_question(facts: Mapping[str, object]) -> tuple[Known, ...]:
    """What a free question said (备案6个只开了3个), as facts to be confirmed on the first card."""
    return tuple(Known(key, value, FROM_QUESTION) for key, value in facts.items())


def usable(known: Known) -> bool:
    """Whether the known fact is a value of the contract and not just 不清楚."""
    fact = BY_KEY.get(known.key)
    if fact is None or known.value == UNKNOWN:
        return False
    return not isinstance(Given({known.key: known.value}).value(fact), Gap)


def _says(known: Known) -> str:
    return f"{known.source}：{Given({known.key: known.value}).words(BY_KEY[known.key])}"


def settle(known: Iterable[Known]) -> tuple[tuple[Known, ...], tuple[str, ...]]:
    """One value for each fact, the first one given, and a notice wherever sources differ."""
    first: dict[str, Known] = {}
    notices: list[str] = []
    for item in known:
        kept = first.setdefault(item.key, item)
        if kept.value != item.value:
            label = BY_KEY[item.key].label
            notices.append(f"“{label}”两处说法不同（{_says(kept)}；{_says(item)}），请核对。")
    return tuple(first.values()), tuple(notices)
