"""自查 in the chat: menu, interview, verdict, history."""

from bot.handlers.checks import interview, menu, paper
from bot.turn import Handler, TextHandler

COMMANDS: dict[str, Handler] = {"check": menu.menu}
BUTTONS: dict[str, Handler] = {"check": menu.press, "c": interview.press}
FLOWS: dict[str, TextHandler] = {interview.FLOW: interview.take}
JOBS = {paper.JOB: paper.work}
