"""报变更, 申请新增, 我的办件: what an institution's contact does with a case."""

from __future__ import annotations

from collections.abc import Callable

from bot.delivery.worker import Work
from bot.handlers.cases import (
    begin,
    bind,
    fetch,
    form,
    mine,
    said,
    show,
    temporary,
    typed,
    uploads,
    word_files,
)
from bot.replies import Replies
from bot.services import Services
from bot.turn import Handler, TextHandler, Turn


async def _change(turn: Turn) -> Replies:
    return await begin.new(turn, "change")


async def _add(turn: Turn) -> Replies:
    return await begin.new(turn, "add")


COMMANDS: dict[str, Handler] = {
    "change": _change,
    "add": _add,
    "my": mine.command,
    "cancel": mine.cancel,
}
BUTTONS: dict[str, Handler] = {"case": form.pressed, "my": mine.pressed, "inv": bind.pressed}
FLOWS: dict[str, TextHandler] = {
    "case_text": said.or_button(typed.take),
    "case_file": said.or_button(uploads.take),
    "case_choice": said.or_button(uploads.elsewhere),
}
START = {"inv": bind.start}
"""What follows ``/start inv_<token>``: called with the turn and the token."""
JOBS: dict[str, Callable[[Services], Work]] = {
    uploads.FETCH: fetch.fetching,
    show.APPLICATION: word_files.applications,
    temporary.DELETE: temporary.deletions,
    mine.RECORD: word_files.records,
}
