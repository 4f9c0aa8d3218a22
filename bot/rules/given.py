"""What a person has said, read through the declarations: nothing unclear becomes yes or no."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from re import split

from bot.rules.fact import NOT_ASKED, UNKNOWN, Fact, Kind
from bot.rules.facts import ALIASES, BY_KEY


class Gap(StrEnum):
    """Why a fact has no value that a rule may use."""

    ABSENT = "没有回答"
    UNKNOWN = "不清楚"
    IRRELEVANT = "不需要"
    UNREADABLE = "填写的内容看不懂，不作数"
    CONTRADICTORY = "前后填写不一致，不作数"


Value = str | int | date | tuple[str, ...]

_UNKNOWN_WORDS = frozenset(
    {UNKNOWN, "", "不清楚", "不知道", "unsure", "not_sure", "undecided", "not_decided"}
)
_IRRELEVANT_WORDS = frozenset({NOT_ASKED, "not_applicable"})


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip().casefold().replace("-", "_")


@cache
def _spellings(fact: Fact) -> dict[str, str]:
    return {
        _plain(spelling): option.value
        for option in fact.options
        for spelling in (option.value, option.words, *option.also)
    }


def _read_option(fact: Fact, raw: str) -> str | Gap:
    plain = _plain(raw)
    if plain in _spellings(fact):
        return _spellings(fact)[plain]
    if plain in _UNKNOWN_WORDS:
        return Gap.UNKNOWN
    return Gap.IRRELEVANT if plain in _IRRELEVANT_WORDS else Gap.UNREADABLE


def _read_options(fact: Fact, raw: object) -> Value | Gap:
    parts = split(r"[、，,；;/和]", raw) if isinstance(raw, str) else raw
    if not isinstance(parts, list) or not parts:
        return Gap.UNREADABLE
    values: list[str] = []
    for part in parts:
        value = _read_option(fact, part) if isinstance(part, str) else Gap.UNREADABLE
        if isinstance(value, Gap):
            return value
        values.append(value)
    return tuple(dict.fromkeys(values))


def _read_date(raw: str) -> date | Gap:
    try:
        return date.fromisoformat(raw.strip())
    except ValueError:
        return Gap.UNKNOWN if _plain(raw) in _UNKNOWN_WORDS else Gap.UNREADABLE


def read(fact: Fact, raw: object) -> Value | Gap:
    """One value as the declaration of `fact` allows it, or why there is none.

    A bool is never a value: JSON's true and false are not words of the contract.
    """
    if raw is None:
        return Gap.UNKNOWN
    if fact.several:
        return _read_options(fact, raw)
    if isinstance(raw, list):
        return Gap.CONTRADICTORY
    if fact.kind is Kind.NUMBER and isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if not isinstance(raw, str):
        return Gap.UNREADABLE
    if fact.kind is Kind.DATE:
        return _read_date(raw)
    if fact.kind is Kind.TEXT:
        return raw.strip() or Gap.UNKNOWN
    return _read_option(fact, raw)


class Given:
    """The facts of one case. Keys that no declaration knows are kept in `unused`."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        self._values: dict[str, Value | Gap] = {}
        self.unused: list[str] = []
        for key, value in raw.items():
            fact = BY_KEY.get(key) or ALIASES.get(key)
            if fact is None:
                self.unused.append(key)
                continue
            found = read(fact, value)
            earlier = self._values.get(fact.key, found)
            self._values[fact.key] = found if earlier == found else Gap.CONTRADICTORY

    def value(self, fact: Fact) -> Value | Gap:
        """The value, or the reason why there is none."""
        return self._values.get(fact.key, Gap.ABSENT)

    def choice(self, fact: Fact) -> str | None:
        """The chosen option of a fact, None where there is no usable answer."""
        value = self.value(fact)
        return value if isinstance(value, str) and not isinstance(value, Gap) else None

    def choices(self, fact: Fact) -> tuple[str, ...]:
        """The chosen options of a fact that may have several; empty where none is usable."""
        value = self.value(fact)
        return value if isinstance(value, tuple) else ()

    def number(self, fact: Fact) -> int | None:
        """The whole number of a counted fact (it may be negative: the clause judges that)."""
        value = self.value(fact)
        return value if isinstance(value, int) else None

    def day(self, fact: Fact) -> date | None:
        """The day of a dated fact."""
        value = self.value(fact)
        return value if isinstance(value, date) else None

    def words(self, fact: Fact) -> str:
        """The person's own answer in Chinese, the gap included."""
        value = self.value(fact)
        if isinstance(value, Gap):
            return value.value
        if isinstance(value, date):
            return f"{value.year}年{value.month}月{value.day}日"
        if isinstance(value, int):
            return f"{value}{fact.unit}"
        if isinstance(value, tuple):
            return "、".join(fact.option(part).words for part in value)
        return fact.option(value).words if fact.kind is Kind.CHOICE else value

    def says(self, fact: Fact) -> str:
        """Name and answer of a fact in one phrase: 专职工作人员：有."""
        return f"{fact.label}：{self.words(fact)}"
