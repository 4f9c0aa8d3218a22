"""What a person can be asked: a fact with its key, its Chinese name and its allowed values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the value of a fact is written."""

    CHOICE = "choice"
    NUMBER = "number"
    """A whole number. Anything else, 3.0 and True included, is no number here."""
    DATE = "date"
    """A day as 2024-03-21."""
    TEXT = "text"


@dataclass(frozen=True)
class Option:
    """An allowed value; `also` are other spellings of the same value, never of another one."""

    value: str
    words: str
    also: tuple[str, ...] = ()
    hint: str = ""
    """When to choose it: the bounds of doubt, in the words of the reading."""


@dataclass(frozen=True, eq=False)
class Fact:
    """A fact by its contract key; `also` are other keys under which the same fact may come.

    Every fact is declared once, so it is compared by identity.
    """

    key: str
    label: str
    kind: Kind = Kind.CHOICE
    options: tuple[Option, ...] = ()
    also: tuple[str, ...] = ()
    unit: str = ""
    several: bool = False
    """Whether more than one value may be given (a list, or words joined by 、)."""

    def option(self, value: str) -> Option:
        """The declared option. Raises KeyError for a value that is not declared."""
        for option in self.options:
            if option.value == value:
                return option
        raise KeyError(f"{self.key} 没有取值 {value}")


UNKNOWN = "unknown"
"""The person does not know."""
NOT_ASKED = "not_asked"
"""The fact is irrelevant in this situation."""

_YES = ("是", "有", "具备")
_NO = ("否", "没有", "无", "不具备", "missing")


def yes_no(
    key: str,
    label: str,
    *,
    yes: str = "是",
    no: str = "否",
    hint: str = "",
    also: tuple[str, ...] = (),
    more: Sequence[Option] = (),
) -> Fact:
    """A fact that is so or not so, with `more` values where the reading knows a middle."""
    options = (Option("yes", yes, _YES, hint), *more, Option("no", no, _NO))
    return Fact(key, label, options=options, also=also)


_NOT_YET = (*_NO, "none", "planned", "not_yet", "under_construction", "计划中")


def possession(
    key: str,
    label: str,
    *,
    hint: str = "",
    more: Sequence[Option] = (),
) -> Fact:
    """A fact about having something; what is only planned is not had."""
    options = (Option("yes", "有", _YES, hint), *more, Option("no", "没有", _NOT_YET))
    return Fact(key, label, options=options)


def number(key: str, label: str, *, unit: str = "个", also: tuple[str, ...] = ()) -> Fact:
    """A counted fact."""
    return Fact(key, label, Kind.NUMBER, unit=unit, also=also)
