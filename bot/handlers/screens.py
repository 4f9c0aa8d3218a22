"""Buttons and small helpers that several conversations share."""

from __future__ import annotations

from bot.measures import load
from bot.replies import Button, Say, Text, keyboard
from bot.storage import focus, questions
from bot.storage.database import Row
from bot.turn import Turn

HOME = Button("首页", data="home")
MENU = keyboard(
    [Button("问规定", data="ask:how"), Button("看原文", data="text:toc")],
    [Button("做自查", data="check:menu")],
    [Button("报变更", data="case:new:change"), Button("申请新增", data="case:new:add")],
    [Button("我的办件", data="my:list:0"), Button("问工作人员", data="person:ask")],
)
PERSON = "person"
"""The flow that takes the next words as a question for the staff."""


async def question_of(turn: Turn, number: str) -> Row | None:
    """The question that a button names, if it is this person's."""
    if not number.isdecimal() or len(number) > 15:
        return None
    return await questions.question(turn.tx, int(number), turn.user_id)


async def leave_person(turn: Turn) -> None:
    """Whoever turns to something else no longer means the next words for the staff."""
    waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    if waiting is not None and waiting.name == PERSON:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)


def in_private(turn: Turn, what: str, more: str = "") -> Say:
    """In a group a bot hears commands only, and what is asked is nobody else's business."""
    there = Button("打开私聊", url=f"https://t.me/{turn.services.bot_name}")
    return Say(Text.of(f"{what}请在和我的私聊里进行。", more), keyboard([there]))


def telephone() -> str:
    """The centre's number as the notice prints it, with where it is from."""
    line = next(line for line in load().notice if line.startswith("联系电话"))
    return f"{line.partition('：')[2]}（文件印发时（2024年3月）载明）"
