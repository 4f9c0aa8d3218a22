"""The first screen, and what has no other home: unknown commands, old buttons, other media."""

from __future__ import annotations

from bot.replies import Button, Replies, Say, Text, keyboard
from bot.turn import Turn

MENU = keyboard(
    [Button("问规定", data="ask:how"), Button("看原文", data="text:toc")],
    [Button("做自查", data="check:menu")],
    [Button("报变更", data="case:new:change"), Button("申请新增", data="case:new:add")],
    [Button("我的办件", data="my:list:0"), Button("问工作人员", data="person:ask")],
)
WELCOME = Text.of(
    "您好，我是忻评助手，帮职业技能等级评价机构查规定、做自查、报变更。",
    "直接打字问我就行，例如：换法人要带什么、租的场地能加工种吗、26条怎么说。"
    "回答都附原文和条号；办法没写的，我会直说没写。",
)


async def start(turn: Turn) -> Replies:
    """The first screen with all ways on."""
    return [Say(WELCOME, MENU)]


async def unknown(turn: Turn) -> Replies:
    """A command that does not exist."""
    return [Say(Text.of("没有这个命令。您可以直接打字提问，或从下面选一项。"), MENU)]


async def old_button(turn: Turn) -> Replies:
    """A button that no handler knows any more."""
    return [Say(Text.of("这个按钮已经失效，请从下面重新开始。"), MENU)]
