"""The buttons of the forms that a clerk fills in: only that clerk may press them."""

from __future__ import annotations

from bot.cases.transitions import NotAllowed
from bot.handlers.cases.parts import whole
from bot.handlers.desk import (
    ask_back,
    coverage,
    guard,
    notice,
    reasons,
    registry_import,
    words,
)
from bot.handlers.desk.parts import FLOW
from bot.replies import Edit, Replies, Say, Text, Toast
from bot.storage import desk, focus, outbox
from bot.storage.focus import Focus
from bot.turn import Turn


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``df:``."""
    match turn.incoming.data.split(":"):
        case ["df", deed, number, version, *rest]:
            form = await desk.form(turn.tx, whole(number) or 0)
            if form is None:
                return [Toast("这一步已经做过了。")]
            if form.user_id != turn.user_id:
                return [Toast("这一步是同事打开的，由同事来按。", alert=True)]
            if deed == "drop":
                await desk.close(turn.tx, form.id, done=False)
                await focus.clear(turn.tx, turn.chat_id, turn.user_id)
                return [Edit(Text.of("好的，已取消。"), message_id=turn.incoming.message_id)]
            if version != str(form.version):
                return [Toast("这一屏已经不是最新的，请看下面最新的一条。")]
            try:
                return await _HANDLERS[form.kind](turn, form, deed, ":".join(rest))
            except NotAllowed as error:  # a colleague has decided meanwhile
                await desk.close(turn.tx, form.id, done=False)
                return [Toast(str(error), alert=True)]
    return [Toast("这个按钮已经失效。")]


async def replied(turn: Turn) -> Replies | None:
    """A reply to what a form asked, also where the clerk has opened another one since."""
    topic = await outbox.topic_of(turn.tx, turn.chat_id, turn.incoming.reply_to or 0) or ""
    number = whole(topic.partition(":")[2]) or 0
    owner, form = await desk.owner(turn.tx, number), await desk.form(turn.tx, number)
    if await guard.refusal(turn) or owner != turn.user_id:
        return None
    if form is None:
        return [Say(_OVER, reply_to=turn.incoming.message_id)]
    flow, take = _TAKES.get(form.kind, (FLOW, words.take))
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(flow, str(number)))
    return await take(turn)


_OVER = Text.of("这一步已经结束，刚才的内容没有用上。还要写的话，请在卡片上重新按一次。")
_TAKES = {"book": (registry_import.FLOW, registry_import.take)}
_HANDLERS = {
    "ask": ask_back.pressed,
    "refuse": reasons.pressed,
    "note": reasons.pressed,
    "notice": notice.pressed,
    "book": registry_import.pressed,
    "coverage": coverage.form_pressed,
}
