"""One row of the table of all cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CaseLine:
    """One row, in the order of the columns."""

    reference: str
    procedure: str
    institution: str
    credit_code: str
    kind: str
    state: str
    assignee: str = ""
    submitted_at: datetime | None = None
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    workdays: int | None = None
    reported_in: str = ""
    note: str = ""
