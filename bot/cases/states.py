"""Where a case stands."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """草稿 → 已提交 → 受理 →（补正 ⇄ 重新提交）→ 办结 | 不予办理 | 撤回 → 已报备."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    CORRECTING = "correcting"
    RESUBMITTED = "resubmitted"
    FINISHED = "finished"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REPORTED = "reported"

    @property
    def label(self) -> str:
        """The word that people read."""
        return _LABELS[self]


_LABELS = {
    State.DRAFT: "草稿",
    State.SUBMITTED: "已提交",
    State.ACCEPTED: "受理",
    State.CORRECTING: "待补正",
    State.RESUBMITTED: "重新提交",
    State.FINISHED: "办结",
    State.REFUSED: "不予办理",
    State.WITHDRAWN: "已撤回",
    State.REPORTED: "已报备",
}

OPEN = frozenset({State.SUBMITTED, State.ACCEPTED, State.CORRECTING, State.RESUBMITTED})
"""Somebody still has to do something."""
CLOSED = frozenset({State.FINISHED, State.REFUSED, State.WITHDRAWN, State.REPORTED})
"""Nothing more happens but the report of the quarter."""
