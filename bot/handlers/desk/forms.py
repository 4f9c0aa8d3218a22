"""The buttons of the forms that a clerk fills in: only that clerk may press them."""

from __future__ import annotations

from bot.handlers.cases.parts import whole
from bot.handlers.desk import ask_back, coverage, guard, notice, reasons, registry_import
from bot.replies import Edit, Replies, Text, Toast
from bot.storage import desk, focus
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
            return await _HANDLERS[form.kind](turn, form, deed, ":".join(rest))
    return [Toast("这个按钮已经失效。")]


_HANDLERS = {
    "ask": ask_back.pressed,
    "refuse": reasons.pressed,
    "note": reasons.pressed,
    "notice": notice.pressed,
    "book": registry_import.pressed,
    "coverage": coverage.form_pressed,
}
