"""Who did what when, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup

from bot.cases.case import Case
from bot.cases.transitions import BY_ACTION, Action, Role
from bot.handlers.cases.parts import bold, lines, theirs
from bot.replies import Text
from bot.reports.wording import local
from bot.storage import events
from bot.storage.database import Row, Transaction

_INTERNAL = frozenset({Action.NOTE, Action.CLAIM, Action.HAND_OVER})
_GROUP = 12
OTHER_WORDS = {"purge": "附件到期删除", "remind": "提醒机构补正"}
"""Events of a case that are no transition."""


async def history(tx: Transaction, case: Case, *, internal: bool) -> Text:
    """All events; what is internal, and names of staff, only for the staff."""
    rows = [_line(e, internal) for e in await shown(tx, case, internal=internal)]
    groups = [lines(*rows[i : i + _GROUP]) for i in range(0, len(rows), _GROUP)]
    return Text.of(bold(f"{case.reference}　办理经过"), *groups)


async def shown(tx: Transaction, case: Case, *, internal: bool) -> list[Row]:
    """The events that this side may see."""
    found = await events.of(tx, f"case:{case.id}")
    return [e for e in found if internal or e["what"] not in _INTERNAL]


def deed(event: Row) -> str:
    """The event in a word."""
    what = event["what"]
    return BY_ACTION[Action(what)].words if what in list(Action) else OTHER_WORDS.get(what, what)


def who(event: Row, *, internal: bool) -> str:
    """The name for the staff; the side for the institution."""
    if internal or event["role"] == Role.CONTACT:
        return str(event["actor_name"])
    return "服务中心" if event["role"] == Role.STAFF else "系统"


def why(event: Row) -> str:
    """The reason, or what was asked for, or to whom it went."""
    detail = json.loads(event["detail"])
    parts = [event["why"], *_parts(detail)]
    return "；".join(part for part in parts if part)


def _parts(detail: dict[str, object]) -> Iterator[str]:
    if isinstance(detail.get("material"), str):
        yield str(detail["material"])
    if isinstance(detail.get("to_name"), str):
        yield f"转给{detail['to_name']}"


def _line(event: Row, internal: bool) -> Markup:
    at = local(datetime.fromisoformat(event["at"]))
    words = Markup("{}月{}日 {:%H:%M}　{}　{}").format(
        at.month, at.day, at, theirs(who(event, internal=internal)), deed(event)
    )
    reason = why(event)
    return words + Markup("：{}").format(theirs(reason)) if reason else words
