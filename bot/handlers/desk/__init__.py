"""The staff's desk in their chat: one card per case and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from bot.delivery.worker import Work
from bot.handlers.desk import delivery, forms, parts, press, words
from bot.services import Services
from bot.turn import Handler, TextHandler

COMMANDS: dict[str, Handler] = {}
BUTTONS: dict[str, Handler] = {"desk": press.pressed, "df": forms.pressed}
FLOWS: dict[str, TextHandler] = {parts.FLOW: words.take}
JOBS: dict[str, Callable[[Services], Work]] = {delivery.CHANGED: delivery.changes}
