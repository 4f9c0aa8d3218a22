"""Shows the step at which a form stands, and listens for what that step expects."""

from __future__ import annotations

from bot.cases import steps
from bot.cases.case import Case
from bot.cases.materials import WRITTEN_APPLICATION
from bot.cases.states import State
from bot.handlers.cases import correct, papers, review, screens
from bot.handlers.cases.choices import CHOICES, MULTIPLE
from bot.handlers.cases.parts import Screen
from bot.replies import Edit, Replies, Say, Toast
from bot.storage import cases, focus, institutions, jobs
from bot.storage.focus import Focus
from bot.turn import Turn

APPLICATION = "case_application"
"""The job that writes the application as Word."""
STALE = "这一屏已经不是最新的，已换成现在这一步。"
FLOWS = {"text": "case_text", "file": "case_file", "choice": "case_choice"}
"""The flow that takes a person's next words or files, by what the screen waits for."""


def at(case: Case) -> str:
    """The step that is shown: where the person wanted to be, else the next open one."""
    if case.state is not State.DRAFT:
        return correct.at(case)
    order = steps.steps(case.kind, case.facts, case.lines)
    if case.step in (*order, steps.REVIEW, "inst"):
        return case.step
    if case.step.startswith("cannot.") and papers.line_of(case, case.step):
        return case.step
    return steps.current(case.kind, case.facts, case.lines)


async def present(
    turn: Turn,
    case: Case,
    *,
    toast: str = "",
    topic: str | None = None,
    again: bool = False,
    new: bool = False,
) -> Replies:
    """The screen; in place of the one whose button was pressed, else as a new message.

    `topic` names the message, `again` edits the one of that name; `new` leaves alone the message
    whose button was pressed.
    """
    screen = await screen_of(turn, case)
    await listen(turn, case, screen)
    pressed = turn.incoming.message_id if turn.incoming.callback_id and not new else None
    place = f"{pressed or topic or ''}:{case.form}"
    shown: list[Edit | Say | Toast] = [Toast(toast)] if toast else []
    if pressed is not None and case.screen == place:
        return [] if toast == STALE else shown  # a double tap: the message shows this already
    await cases.update(turn.tx, case.id, turn.now, screen=place)
    await _bring_application(turn, case)
    if again and topic:
        return [Edit(screen.text, screen.buttons, topic=topic), *shown]
    if pressed is not None:
        return [Edit(screen.text, screen.buttons, message_id=pressed), *shown]
    return [Say(screen.text, screen.buttons, topic=topic), *shown]


async def order_application(turn: Turn, case: Case) -> None:
    """The written application as Word, made by a job; asked for again, it is made again."""
    await jobs.add(turn.tx, APPLICATION, {"case": case.id, "form": case.form}, turn.now)
    facts = {**case.facts, "word": "1"}
    await cases.update(turn.tx, case.id, turn.now, facts=facts)


async def _bring_application(turn: Turn, case: Case) -> None:
    """第二十二条第二款 asks for a written application: at the review it comes unasked, once."""
    wanted = any(x.name == WRITTEN_APPLICATION and not x.counted for x in case.needed)
    if wanted and "word" not in case.facts and at(case) == steps.REVIEW:
        await order_application(turn, case)


async def listen(turn: Turn, case: Case, screen: Screen) -> None:
    """From now on the person's words or files go to this step."""
    ref = f"{case.id}:{at(case)}"
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOWS[screen.waits], ref))


async def screen_of(turn: Turn, case: Case) -> Screen:
    """What is shown at the step where the form stands."""
    step = at(case)
    if step == correct.OVERVIEW:
        return correct.overview(case)
    if step == steps.REVIEW:
        return review.review(case)
    if step == steps.STOP:
        return screens.stop(case)
    if step == "inst":
        return screens.choose(case, await _known(turn))
    if step in CHOICES:
        return screens.choice(case, step)
    if step in MULTIPLE:
        return screens.multiple(case, step)
    line = papers.line_of(case, step) if step.startswith(("line.", "cannot.")) else None
    if line is not None:
        return papers.cannot(case, line) if step.startswith("cannot.") else papers.paper(case, line)
    return screens.prompt(case, step)


async def _known(turn: Turn) -> list[tuple[int, str]]:
    found = []
    for member in await institutions.of_user(turn.tx, turn.user_id):
        row = await institutions.by_id(turn.tx, member.institution_id)
        name = row["name"] if member.bound and row else member.facts.get("name", "")
        found.append((member.institution_id, name))
    return found
