"""备注 and the reason for 不予办理: own words or a standard one."""

from __future__ import annotations

from markupsafe import Markup

from bot.cases import lifecycle, wordings
from bot.cases.case import Case
from bot.cases.transitions import Action, check
from bot.handlers.cases.parts import bold, theirs, whole
from bot.handlers.desk import card, decide, guard
from bot.handlers.desk.parts import press, wait_for_words
from bot.replies import Replies, Say, Text, Toast, keyboard
from bot.storage import cases, desk, focus
from bot.storage.desk import Form
from bot.turn import Turn


async def ask_note(turn: Turn, case: Case, _: str) -> Replies:
    """备注: only staff see it."""
    form = await desk.open_form(turn.tx, turn.user_id, "note", case.id, {}, turn.now)
    return await wait_for_words(turn, form, f"{case.reference}　备注写什么？（机构看不到）")


async def ask_refusal(turn: Turn, case: Case, _: str) -> Replies:
    """不予办理: a reason first, own words or a standard one; then it is shown once more."""
    check(Action.REFUSE, guard.actor(turn).role, case.state, case.kind, "…")
    form = await desk.open_form(turn.tx, turn.user_id, "refuse", case.id, {}, turn.now)
    rows = [
        [press(label, form, "std", number)]
        for number, (label, _) in enumerate(wordings.refusals(case))
    ]
    text = Text.of(f"{case.reference}　不予办理的常用理由（也可以自己写）：")
    offered = Say(text, keyboard(*rows, [press("算了", form, "drop")]))
    return [offered, *await wait_for_words(turn, form, f"{case.reference}　也可以自己写理由。")]


async def note(turn: Turn, form: Form, case: Case, words: str) -> Replies:
    """Keeps a note."""
    await desk.close(turn.tx, form.id, done=True)
    case = await lifecycle.perform(
        turn.tx, case, Action.NOTE, guard.actor(turn), turn.now, reason=words
    )
    done = Say(Text.of(f"已记在 {case.reference} 上。"), reply_to=turn.incoming.message_id)
    return [done, *await card.show(turn.tx, turn.services, case, turn.now)]


async def preview(turn: Turn, form: Form, case: Case, words: str) -> Replies:
    """What the institution will read, once more before it is sent."""
    form = await desk.change(turn.tx, form, {"reason": words})
    text = Text.of(
        bold(f"{case.reference}　不予办理，将通知机构："),
        Markup("原因：{}").format(theirs(words)),
    )
    rows = [
        [press("确定不予办理", form, "send")],
        [press("重写", form, "again"), press("算了", form, "drop")],
    ]
    return [Say(text, keyboard(*rows))]


async def pressed(turn: Turn, form: Form, deed: str, value_: str) -> Replies:
    """The buttons under the reasons. Raises NotAllowed."""
    case = await cases.get(turn.tx, form.case_id or 0)
    offered = wordings.refusals(case)
    number = whole(value_)
    if deed == "std" and number is not None and number < len(offered):
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return await preview(turn, form, case, offered[number][1])
    if deed == "again":
        return await ask_refusal(turn, case, "")
    if deed == "send" and form.data.get("reason"):
        said = await decide.decide(turn, case, Action.REFUSE, form.data["reason"])
        await desk.close(turn.tx, form.id, done=True)
        return said
    return [Toast("这个按钮已经失效。")]
