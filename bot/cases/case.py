"""A case as data: what storage gives and everything else reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.cases.kinds import Item, Kind
from bot.cases.self_check import AttachedCheck
from bot.cases.states import OPEN, State

Facts = Mapping[str, str]
"""What has been filled in, by step: code, name, kind, contact, before.address, reason …"""


class LineState(StrEnum):
    """How it stands with one line of the list of materials."""

    EMPTY = "empty"
    GIVEN = "given"
    LATER = "later"
    CANNOT = "cannot"
    SKIPPED = "skipped"
    """Not given, and it need not be."""

    @property
    def label(self) -> str:
        """The words that people read."""
        return _LINE_LABELS[self]


_LINE_LABELS = {
    LineState.EMPTY: "未交",
    LineState.GIVEN: "已交",
    LineState.LATER: "稍后补",
    LineState.CANNOT: "无法提供",
    LineState.SKIPPED: "不提供",
}


class FileState(StrEnum):
    """What became of a file that was sent."""

    FETCHING = "fetching"
    STORED = "stored"
    TOO_BIG = "too_big"
    """Telegram keeps it and shows it; a bot cannot fetch it."""
    ODD = "odd"
    """Stored, but of no kind that can be a paper."""
    LOST = "lost"
    REPLACED = "replaced"
    PURGED = "purged"

    @property
    def counts(self) -> bool:
        """Whether the file counts as handed in."""
        return self in (FileState.FETCHING, FileState.STORED, FileState.TOO_BIG)


@dataclass(frozen=True)
class File:
    """A file under a line."""

    id: int
    line_id: int
    file_id: str
    unique_id: str
    name: str
    photo: bool
    album: str
    state: FileState
    type: str
    size: int
    sha256: str
    path: str | None
    sent_at: datetime


@dataclass(frozen=True)
class Line:
    """A line of the list of materials; `article` and `quotation` where the Measures have it."""

    id: int
    name: str
    item: str
    article: str
    quotation: str
    optional: bool
    needed: bool
    state: LineState
    note: str
    files: tuple[File, ...] = ()

    @property
    def counted(self) -> tuple[File, ...]:
        """The files that are handed in."""
        return tuple(file for file in self.files if file.state.counts)

    @property
    def refused(self) -> tuple[File, ...]:
        """The files that were sent and do not count."""
        return tuple(f for f in self.files if f.state in (FileState.ODD, FileState.LOST))


@dataclass(frozen=True)
class Change:
    """Old and new; `detail` says which other information."""

    item: Item
    before: str
    after: str
    detail: str = ""


@dataclass(frozen=True)
class Ask:
    """Something to correct: `target` is ``line:<id>`` or ``field:<item>``."""

    target: str
    words: str
    done: bool


@dataclass(frozen=True)
class Case:
    """A case, draft or not.

    `version` goes up with every deed that staff must have seen before they press a button,
    `form` with every answer of the contact. `screen` says which message shows it.
    """

    id: int
    kind: Kind
    state: State
    version: int
    form: int
    contact_id: int
    institution_id: int | None
    reference: str
    subject: str
    facts: Facts
    step: str
    pending: str
    marks: tuple[str, ...]
    verdict: str
    rules: str
    assignee: int | None
    result: str
    screen: str
    reported_in: str
    created_at: datetime
    submitted_at: datetime | None
    accepted_at: datetime | None
    asked_at: datetime | None
    closed_at: datetime | None
    lines: tuple[Line, ...] = ()
    changes: tuple[Change, ...] = ()
    asks: tuple[Ask, ...] = ()
    check: AttachedCheck | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN

    @property
    def needed(self) -> tuple[Line, ...]:
        """The lines that count."""
        return tuple(line for line in self.lines if line.needed)

    @property
    def files(self) -> tuple[File, ...]:
        """All files that are handed in, in the order of the lines."""
        return tuple(file for line in self.needed for file in line.counted)

    def fresh(self, line: Line) -> tuple[File, ...]:
        """The files of a line that count for what is asked now: all, or those since 补正."""
        since = self.asked_at
        if self.state is not State.CORRECTING or since is None:
            return line.counted
        return tuple(file for file in line.counted if file.sent_at >= since)

    def line(self, line_id: int) -> Line | None:
        """A line of this case."""
        return next((line for line in self.lines if line.id == line_id), None)
