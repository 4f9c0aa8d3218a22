"""Cases as numbered lines with a button each; a press brings the card down to the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.cases.case import Case
from bot.cases.workdays import workdays_between
from bot.handlers.cases.parts import lines, theirs
from bot.handlers.desk import card
from bot.handlers.desk.buttons import buttons
from bot.replies import Button, Edit, Replies, Say, Text
from bot.storage import outbox, staff
from bot.storage.case_rows import Brief
from bot.turn import Turn

PAGE = 8


async def rows(turn: Turn, found: Sequence[Brief]) -> Markup:
    """编号　事项　状态　天数, and below it the institution and who handles it."""
    names = {c.user_id: c.name for c in await staff.everybody(turn.tx)}
    return lines(*(_row(n, b, names, turn.now) for n, b in enumerate(found, start=1)))


def _row(number: int, found: Brief, names: dict[int, str], now: datetime) -> Markup:
    days = workdays_between(found.submitted_at or now, now).days
    clerk = names.get(found.assignee or 0, "未领取" if found.assignee is None else "同事")
    age = f"　{days}个工作日" if found.open else ""
    return Markup("{}. <b>{}</b>　{}　{}{}\n　　{}　{}").format(
        number,
        found.reference,
        found.title,
        found.state.label,
        age,
        theirs(found.name),
        theirs(clerk) if found.open else "",
    )


def openers(found: Sequence[Brief]) -> list[list[Button]]:
    """A button for each line, four in a row."""
    each = [Button(str(n), data=f"q:open:{b.id}") for n, b in enumerate(found, start=1)]
    return [each[i : i + 4] for i in range(0, len(each), 4)]


async def bring_down(turn: Turn, case: Case) -> Replies:
    """The card as a new message; the one above gives up its buttons."""
    text = await card.words(turn.tx, case, turn.now)
    topic = card.topic(case)
    old = await outbox.message_of(turn.tx, turn.services.staff_chat, topic)
    said: list[Say | Edit] = []
    if old is not None:
        said.append(Edit(Text.of(f"{case.reference}　卡片已移到下面。"), message_id=old))
    said.append(Say(text, buttons(case), to=turn.services.staff_chat, topic=topic))
    return said
