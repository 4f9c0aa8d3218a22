"""Buttons and small helpers that several conversations share."""

from __future__ import annotations

from bot.replies import Button, keyboard
from bot.storage import questions
from bot.storage.database import Row
from bot.turn import Turn

HOME = Button("首页", data="home")
MENU = keyboard(
    [Button("问规定", data="ask:how"), Button("看原文", data="text:toc")],
    [Button("做自查", data="check:menu")],
    [Button("报变更", data="case:new:change"), Button("申请新增", data="case:new:add")],
    [Button("我的办件", data="my:list:0"), Button("问工作人员", data="person:ask")],
)


async def question_of(turn: Turn, number: str) -> Row | None:
    """The question that a button names, if it is this person's."""
    if not number.isdecimal() or len(number) > 15:
        return None
    return await questions.question(turn.tx, int(number), turn.user_id)
