"""Small parts that the screens of cases share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from bot.answers.words import theirs
from bot.cases.case import Case
from bot.replies import Button, Keyboard, Text

HOME = Button("首页", data="home")
MINE = Button("我的办件", data="my:list:0")

Waits = Literal["text", "file", "choice"]
"""What a screen expects besides its own buttons."""


@dataclass(frozen=True)
class Screen:
    """What is shown, and what the person's next words or files are taken for."""

    text: Text
    buttons: Keyboard
    waits: Waits = "choice"


_WHOLE = re.compile(r"\d{1,15}", re.ASCII)


def whole(text: str) -> int | None:
    """A number as our buttons write it; None for anything that was forged."""
    return int(text) if _WHOLE.fullmatch(text) else None


def press(label: str, case: Case, deed: str, *arguments: object) -> Button:
    """A button of the form; it knows which version of the form it belongs to."""
    return Button(label, data=":".join(map(str, ("case", deed, case.id, case.form, *arguments))))


def bold(words: str) -> Markup:
    """Words in bold."""
    return Markup("<b>{}</b>").format(words)


def lines(*parts: str | Markup | None) -> Markup:
    """One paragraph of several lines; plain strings are escaped, empty ones dropped."""
    return Markup("\n").join(part for part in parts if part)


def field(label: str, value: str | None) -> Markup | None:
    """“机构：…” with somebody's own words; nothing where there are none."""
    return Markup("{}：{}").format(label, theirs(value)) if value else None


__all__ = ["HOME", "MINE", "Screen", "Waits", "bold", "field", "lines", "press", "theirs", "whole"]
