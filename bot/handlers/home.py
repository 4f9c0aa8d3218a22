"""The first screen, and what has no other home: unknown commands, old buttons, other media."""

from __future__ import annotations

from bot.handlers import cases, measures
from bot.handlers.cases import stray
from bot.handlers.checks import interview
from bot.handlers.screens import MENU, in_private
from bot.measures import load
from bot.replies import Replies, Say, Text
from bot.storage import focus
from bot.turn import Turn

WELCOME = Text.of(
    "您好，我是忻评助手，帮职业技能等级评价机构查规定、做自查、报变更。",
    "直接打字问我就行，例如：换法人要带什么、租的场地能加工种吗、26条怎么说。"
    "回答都附原文和条号；办法没写的，我会直说没写。",
)
_STAFF = (
    "工作人员在群里用：\n/queue 在办的件，/find 查找\n/questions 待答复的提问\n"
    "/registry 机构登记库、邀请联系人\n/quarter 季度报备清单，/stats 统计，/export 全部办件的表格\n"
    "/notice 给机构发通知\n/away 离岗，/back 回岗，/limits 提醒的天数"
)
_EDITED = "看到您改了一条发过的消息。改过的话不会自动生效，"
_UNREADABLE = "我只看得懂文字、照片和文件。"


async def start(turn: Turn) -> Replies:
    """The first screen with all ways on; what was being typed is put aside, not lost.

    A deep link `/start article_24` opens that article; `/start inv_…` is an invitation.
    """
    kind, _, value = turn.incoming.argument.partition("_")
    if kind in cases.START:
        return await cases.START[kind](turn, value)
    article = kind == "article" and value.isdecimal() and int(value[:4]) in load().articles
    if not turn.incoming.private and not article:
        return [in_private(turn, "查规定、做自查、报变更", _STAFF if turn.in_staff_chat else "")]
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    if article:
        return [measures.article(int(value[:4]), turn.services.answers)]
    return [Say(WELCOME, MENU)]


async def unknown(turn: Turn) -> Replies:
    """A command that does not exist."""
    return [Say(Text.of("没有这个命令。您可以直接打字提问，或从下面选一项。"), MENU)]


async def old_button(turn: Turn) -> Replies:
    """A button that no handler knows any more."""
    return [Say(Text.of("这个按钮已经失效，请从下面重新开始。"), MENU)]


async def edited(turn: Turn) -> Replies:
    """An edited message changes nothing silently."""
    during = f"{_EDITED}要改填过的，请按“上一步”，或在核对时改。现在请回答这一步："
    reminded = await interview.remind(turn, during)
    if reminded is not None:
        return reminded
    words = f"{_EDITED}要问新的，请重新发一条；要改已填的内容，请在填写的那一页改。"
    return [Say(Text.of(words), MENU)]


async def stray_file(turn: Turn) -> Replies:
    """A file that nothing waits for."""
    expected = await stray.file(turn)
    if expected is not None:
        return expected
    words = Text.of(
        "文件收到了，但现在没有等着上传的材料，所以没有存下。",
        "要交材料，请先按“报变更”或“申请新增”，到材料那一步再发；要补材料，请到“我的办件”。",
    )
    return [Say(words, MENU)]


async def other(turn: Turn) -> Replies:
    """Voice, stickers, places: things that we cannot read."""
    reminded = await interview.remind(turn, f"{_UNREADABLE}请回答这一步：")
    if reminded is not None:
        return reminded
    words = f"{_UNREADABLE}请把问题打成字发给我，或从下面选一项。"
    return [Say(Text.of(words), MENU)]
