"""A small bot and a small cast, for tests and for looking at the page."""

from __future__ import annotations

from typing import Any

from telegram import (
    BotCommand,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    Update,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.simulator import DEFAULT_TOKEN, TelegramServer
from bot.simulator.demo import DemoCast, Hint, Seat, Side

Context = ContextTypes.DEFAULT_TYPE
AnyApplication = Application[Any, Any, Any, Any, Any, Any]

KEYS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("原文", callback_data="text"),
            InlineKeyboardButton("有用", callback_data="good"),
        ],
        [
            InlineKeyboardButton("说明", callback_data="why"),
            InlineKeyboardButton("官网", url="https://www.sxxz.gov.cn/"),
        ],
    ]
)
QUOTE = (
    "<b>可以。</b>新增职业（工种）按备案变更办理。\n"
    "<blockquote>评价机构备案期内，可申请新增职业（工种）。</blockquote>\n"
    "出处：<i>第二十四条</i>　编号 <code>XP-7K2M</code>\n再问一次请按 /help"
)


async def start(update: Update, context: Context) -> None:
    """Say hello, with the payload if there is one."""
    message = update.effective_message
    assert message is not None
    payload = f"（邀请 {context.args[0]}）" if context.args else ""
    await message.reply_html(
        f"您好，这里是<b>忻评助手</b>。{payload}\n请直接写下您的问题。", reply_markup=KEYS
    )


async def ask(update: Update, context: Context) -> None:
    """Ask for an answer by a forced reply."""
    message = update.effective_message
    assert message is not None
    await message.reply_text(
        "请写补正原因", reply_markup=ForceReply(input_field_placeholder="例如：缺租赁合同")
    )


async def echo(update: Update, context: Context) -> None:
    """Repeat what was said; an edited message is named as such."""
    message = update.effective_message
    assert message is not None
    if update.edited_message is not None:
        await message.reply_text(f"您改成了：{message.text}")
    elif message.text and "新增" in message.text:
        await context.bot.send_chat_action(message.chat_id, "typing")
        await message.reply_html(QUOTE, reply_markup=KEYS)
    elif message.text:
        await message.reply_text(f"您说：{message.text}", reply_markup=KEYS, do_quote=True)
    elif message.document is not None:
        await send_back(message, context)
    elif message.photo:
        await message.reply_text(f"收到图片 {message.photo[-1].width}×{message.photo[-1].height}")


async def send_back(message: Message, context: Context) -> None:
    """Fetch a file and return it under another name."""
    assert message.document is not None
    file = await message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    await message.reply_document(
        content, filename=f"回执-{message.document.file_name}", caption="已收到"
    )


async def press(update: Update, context: Context) -> None:
    """Answer each button in its own way."""
    query = update.callback_query
    assert query is not None
    if query.data == "good":
        await query.answer("谢谢您的反馈")
        await query.edit_message_reply_markup(None)
    elif query.data == "why":
        await query.answer("评价机构备案期为三年。", show_alert=True)
    else:
        await query.answer()
        await query.edit_message_text("第二十四条　评价机构备案期内……", reply_markup=KEYS)


async def offer(update: Update, context: Context) -> None:
    """Two articles to choose from."""
    query = update.inline_query
    assert query is not None
    results = [
        InlineQueryResultArticle(
            str(n),
            f"第{n}条",
            InputTextMessageContent(f"第{n}条：{query.query}"),
            description="点按发送",
        )
        for n in (7, 24)
    ]
    await query.answer(results, cache_time=0)


def add_handlers(application: AnyApplication) -> None:
    """All that the bot can do."""
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CommandHandler("ask", ask))
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(InlineQueryHandler(offer))
    application.add_handler(MessageHandler(filters.ALL & ~filters.StatusUpdate.ALL, echo))


def polling_application(url: str) -> AnyApplication:
    """The bot on the other end of a served simulator."""
    builder = Application.builder().token(DEFAULT_TOKEN)
    application = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    add_handlers(application)
    return application


async def set_up(application: AnyApplication) -> None:
    """What a bot tells about itself when it starts."""
    await application.bot.set_my_commands(
        [
            BotCommand("start", "从头开始"),
            BotCommand("help", "怎么用"),
            BotCommand("ask", "请对方写原因"),
        ]
    )
    await application.bot.set_my_description(
        "解答《管理办法》的问题，帮助机构自查和办件。\n请按“开始”。"
    )


def sample_cast(server: TelegramServer) -> DemoCast:
    """Three institutions and two members of staff, all invented."""
    people = [server.person(name, role="机构") for name in ("张敏", "李建国", "王芳")]
    staff = [server.person(name, role="工作人员") for name in ("赵科长", "小刘")]
    group = server.group("鉴定中心工作群", staff)
    notes = ("云中技工学校", "五台煤机厂", "忻府社会培训")
    left = Side(
        "机构",
        [Seat(person, note) for person, note in zip(people, notes, strict=True)],
        hints=[
            Hint("备案期内能新增职业吗？", "备案期内能新增职业（工种）吗？"),
            Hint("办理地址变更", "我们要办理地址变更"),
            Hint("查第二十四条", "第二十四条"),
            Hint("自己写一个问题…", "我想问：", fill_only=True),
        ],
    )
    right = Side(
        "工作人员",
        [Seat(staff[0], "鉴定中心"), Seat(staff[1], "鉴定中心")],
        groups=[group],
        opens_group=True,
        hints=[Hint("看待办", "/start"), Hint("请机构补正", "/ask")],
    )
    return DemoCast(left, right, about="《忻州市职业技能等级评价机构管理办法》问答、自查与办件")
