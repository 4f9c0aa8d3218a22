"""The staff's desk in their chat: one card per case and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from bot.delivery.worker import Work
from bot.handlers.desk import (
    absence,
    daily,
    delivery,
    find,
    forms,
    notice,
    parts,
    press,
    queue,
    settings,
    stats,
    words,
)
from bot.services import Services
from bot.turn import Handler, TextHandler

COMMANDS: dict[str, Handler] = {
    "queue": queue.command,
    "find": find.command,
    "stats": stats.command,
    "away": absence.away,
    "back": absence.back,
    "notice": notice.command,
    "limits": settings.command,
}
BUTTONS: dict[str, Handler] = {
    "desk": press.pressed,
    "df": forms.pressed,
    "q": queue.pressed,
    "lim": settings.pressed,
    "away": absence.pressed,
}
FLOWS: dict[str, TextHandler] = {parts.FLOW: words.take}
JOBS: dict[str, Callable[[Services], Work]] = {
    delivery.CHANGED: delivery.changes,
    stats.JOB: stats.work,
    daily.JOB: daily.work,
}
