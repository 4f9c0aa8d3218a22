"""How the bot introduces itself in the messenger: commands and descriptions."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

log = logging.getLogger(__name__)

COMMANDS = (
    ("start", "首页"),
    ("check", "做自查"),
    ("change", "报变更"),
    ("add", "申请新增职业（工种）或等级"),
    ("my", "我的办件"),
    ("articles", "看办法原文"),
    ("person", "问工作人员"),
    ("help", "怎么用"),
)
STAFF_COMMANDS = (
    ("queue", "待办办件"),
    ("questions", "待答复的提问"),
    ("find", "查办件：编号、机构或人"),
    ("stats", "统计"),
    ("quarter", "季度报备清单"),
    ("registry", "机构登记"),
    ("notice", "给机构发通知"),
)
ABOUT = (
    "查《忻州市职业技能等级评价机构管理办法》怎么规定、做自查、报变更和新增。"
    "回答都附原文和条号；办法没写的直说没写。按“开始”使用。"
)
SHORT = "忻州市职业技能等级评价机构的办事助手"


async def introduce(bot: Bot, staff_chat: int) -> None:
    """Sets what people see before the first word. A failure is no reason not to run."""
    try:
        await bot.set_my_commands([BotCommand(*c) for c in COMMANDS])
        await bot.set_my_commands(
            [BotCommand(*c) for c in STAFF_COMMANDS], scope=BotCommandScopeChat(staff_chat)
        )
        await bot.set_my_description(ABOUT)
        await bot.set_my_short_description(SHORT)
    except TelegramError as error:
        log.warning("命令菜单和简介没有设好，下次启动再试：%s", error)
