"""Who sits at the two telephones of the demo page, and what a newcomer may try."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.simulator.group import Group
from bot.simulator.people import Person
from bot.simulator.wire.jsontypes import JsonDict

NOTICE = "演示环境：机构、人员均为虚构，没有连接 Telegram"


@dataclass(frozen=True)
class Hint:
    """A suggestion: its words on the card, and the text that a press sends or fills in.

    Without a text it is a line to read.
    """

    label: str
    text: str
    fill_only: bool = False
    """Put the text into the input instead of sending it."""

    def json(self) -> JsonDict:
        """For the page."""
        return {"label": self.label, "text": self.text, "fill_only": self.fill_only}


@dataclass(frozen=True)
class Seat:
    """One person whom the visitor may play; `note` says where the person works."""

    person: Person
    note: str = ""


@dataclass(frozen=True)
class Side:
    """One telephone: its people, its groups, its hints."""

    title: str
    seats: Sequence[Seat]
    groups: Sequence[Group] = ()
    hint_title: str = "可以试试"
    hints: Sequence[Hint] = ()
    opens_group: bool = False
    """Show the first group at the start instead of the chat with the bot."""


@dataclass(frozen=True)
class DemoCast:
    """Everything that the page shows besides the messages themselves."""

    left: Side
    right: Side
    title: str = "忻评助手 · 演示"
    notice: str = NOTICE
    about: str = ""
    """A line under the title."""
    sides: tuple[Side, Side] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", (self.left, self.right))

    def person(self, user_id: int) -> Person:
        """Somebody of this cast; nobody else can be played from the page."""
        for side in self.sides:
            for seat in side.seats:
                if seat.person.id == user_id:
                    return seat.person
        raise LookupError("演示里没有这个人")
