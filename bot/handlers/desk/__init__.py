"""The staff's desk in their chat: one card per case and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from bot.delivery.worker import Work
from bot.handlers.desk import (
    absence,
    coverage,
    daily,
    delivery,
    exports,
    find,
    forms,
    notice,
    parts,
    press,
    quarter,
    queue,
    registry,
    registry_import,
    settings,
    stats,
    words,
)
from bot.services import Services
from bot.turn import Handler, TextHandler

REPLY = "desk_reply"
"""A reply to what a form asked; the message that is replied to says which form."""

COMMANDS: dict[str, Handler] = {
    "queue": queue.command,
    "find": find.command,
    "stats": stats.command,
    "away": absence.away,
    "back": absence.back,
    "notice": notice.command,
    "limits": settings.command,
    "registry": registry.command,
    "quarter": quarter.command,
    "export": exports.command,
}
BUTTONS: dict[str, Handler] = {
    "desk": press.pressed,
    "df": forms.pressed,
    "q": queue.pressed,
    "lim": settings.pressed,
    "away": absence.pressed,
    "reg": registry.pressed,
    "cov": coverage.pressed,
    "qt": quarter.pressed,
}
FLOWS: dict[str, TextHandler] = {
    parts.FLOW: words.take,
    registry_import.FLOW: registry_import.take,
    REPLY: forms.replied,
}
JOBS: dict[str, Callable[[Services], Work]] = {
    delivery.CHANGED: delivery.changes,
    stats.JOB: stats.work,
    daily.JOB: daily.work,
    exports.EXPORT: exports.one,
    exports.TABLE: exports.everything,
    registry_import.READ: registry_import.reading,
    registry_import.APPLY: registry_import.applying,
    registry_import.BOOK: registry_import.books,
    quarter.JOB: quarter.work,
}
