"""What the record of a case says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.reports.data.application import Change


@dataclass(frozen=True)
class StoredFile:
    """A file as it was received; `digest` is its SHA-256 in hexadecimal."""

    name: str
    size: int
    received_at: datetime
    digest: str


@dataclass(frozen=True)
class Material:
    """A material line, its state in words (已交, 无法提供 …) and the files under it."""

    line: str
    state: str
    files: tuple[StoredFile, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Event:
    """When, what, who, why."""

    at: datetime
    what: str
    who: str
    why: str = ""


@dataclass(frozen=True)
class CaseSummary:
    """Everything that is kept of a case, but for the files themselves."""

    reference: str
    procedure: str
    institution: str
    credit_code: str
    kind: str
    state: str
    changes: tuple[Change, ...]
    reason: str
    materials: tuple[Material, ...]
    events: tuple[Event, ...]
    result: str
    rules_version: str
    printed_at: datetime
    contact: str = ""
    chain: str = ""
    """The digest of the last event in the hash chain."""
