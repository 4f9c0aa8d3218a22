"""What Telegram says: the token, the staff's chat, the bot's rights."""

from __future__ import annotations

from collections.abc import AsyncIterator

from telegram import Bot
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.assemble import http_requests
from bot.doctor import Finding
from bot.settings import Settings

_IN = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


async def telegram(settings: Settings) -> AsyncIterator[Finding]:
    """One finding after the other; stops where the next cannot be asked."""
    first, second = http_requests(settings)
    bot = Bot(
        settings.bot_token.get_secret_value(),
        base_url=settings.base_url,
        base_file_url=settings.base_file_url,
        request=first,
        get_updates_request=second,
    )
    try:
        async with bot:
            yield Finding(f"令牌有效，机器人是 @{bot.username}")
            if not bot.supports_inline_queries:
                yield Finding(
                    "行内查询没有开", "可向 BotFather 发 /setinline 打开；不开也能用其他功能"
                )
            async for finding in _staff_chat(bot, settings):
                yield finding
    except InvalidToken:
        yield Finding("Telegram 不认这个令牌", "向 BotFather 核对 XINPING_BOT_TOKEN")
    except NetworkError:
        yield Finding(
            f"连不上 {settings.api_base_url}",
            "检查网络；不能直达 Telegram 时设置 XINPING_PROXY_URL 或 XINPING_API_BASE_URL",
        )
    except TelegramError as error:
        yield Finding(f"Telegram 回答：{error}", "稍后再试；反复出现请查看运行日志")


async def _staff_chat(bot: Bot, settings: Settings) -> AsyncIterator[Finding]:
    chat_id = settings.staff_chat_id
    try:
        chat = await bot.get_chat(chat_id)
    except (BadRequest, Forbidden):
        yield Finding(
            f"找不到工作群 {chat_id}",
            "把机器人拉进群，核对 XINPING_STAFF_CHAT_ID（群编号以 - 开头）",
        )
        return
    if chat.type == ChatType.PRIVATE:
        yield Finding("办件发到一个人的会话（没有用群）")
        return
    me = await bot.get_chat_member(chat_id, bot.id)
    if me.status not in _IN:
        yield Finding(f"机器人不在工作群“{chat.title}”里", "把机器人拉进群")
        return
    yield Finding(f"工作群“{chat.title}”")
    for user_id in sorted(settings.staff_user_ids):
        try:
            member = await bot.get_chat_member(chat_id, user_id)
        except BadRequest:
            member = None
        if member is None or member.status not in _IN:
            yield Finding(
                f"名单上的 {user_id} 不在工作群里", "把人拉进群，或从 XINPING_STAFF_USER_IDS 去掉"
            )
