"""Rows of the tables of cases as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases.case import Ask, Case, Change, Line, LineState
from bot.cases.kinds import Item, Kind, subject
from bot.cases.materials import items
from bot.cases.self_check import AttachedCheck
from bot.cases.states import OPEN, State
from bot.storage.database import Row


@dataclass(frozen=True)
class Brief:
    """A case in a list. `title` is what it is about."""

    id: int
    reference: str
    state: State
    title: str
    name: str
    assignee: int | None
    submitted_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN


def brief(row: Row) -> Brief:
    """One line of a list."""
    facts = json.loads(row["facts"])
    kind = Kind(row["kind"])
    title = row["subject"] or (subject(kind, items(facts)) if items(facts) else kind.label)
    return Brief(
        row["id"],
        row["reference"] or "",
        State(row["state"]),
        title,
        facts.get("name", ""),
        row["assignee"],
        when(row["submitted_at"]),
    )


def case(
    row: Row,
    check: AttachedCheck | None,
    lines: tuple[Line, ...],
    changes: tuple[Change, ...],
    asks: tuple[Ask, ...],
) -> Case:
    """A case with everything that belongs to it."""
    return Case(
        id=row["id"],
        kind=Kind(row["kind"]),
        state=State(row["state"]),
        version=row["version"],
        form=row["form"],
        contact_id=row["contact_id"],
        institution_id=row["institution_id"],
        reference=row["reference"] or "",
        subject=row["subject"],
        facts=json.loads(row["facts"]),
        step=row["step"],
        pending=row["pending"],
        marks=tuple(json.loads(row["marks"])),
        verdict=row["verdict"],
        rules=row["rules"],
        assignee=row["assignee"],
        result=row["result"],
        screen=row["screen"],
        reported_in=row["reported_in"] or "",
        created_at=datetime.fromisoformat(row["created_at"]),
        submitted_at=when(row["submitted_at"]),
        accepted_at=when(row["accepted_at"]),
        asked_at=when(row["asked_at"]),
        closed_at=when(row["closed_at"]),
        lines=lines,
        changes=changes,
        asks=asks,
        check=check,
    )


def line(row: Row, files: tuple[Any, ...]) -> Line:
    """A line of the list of materials with its files."""
    return Line(
        row["id"],
        row["name"],
        row["item"],
        row["article"],
        row["quotation"],
        bool(row["optional"]),
        bool(row["needed"]),
        LineState(row["state"]),
        row["note"],
        files,
    )


def change(row: Row) -> Change:
    """Old and new."""
    return Change(Item(row["item"]), row["before"], row["after"], row["detail"])


def when(text: str | None) -> datetime | None:
    """A stored time."""
    return None if text is None else datetime.fromisoformat(text)


def ask(row: Row) -> Ask:
    """A request for correction."""
    return Ask(row["target"], row["words"], bool(row["done"]))
