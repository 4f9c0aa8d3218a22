"""领取, 转交, 受理, 收回, 办结, 不予办理: the decision, the card, the word to the institution."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from bot.cases import lifecycle, registry
from bot.cases.case import Case
from bot.cases.transitions import BY_ACTION, Action
from bot.handlers.cases.parts import lines, theirs
from bot.handlers.desk import card, guard, tell
from bot.handlers.desk.buttons import deed
from bot.replies import Replies, Say, Text, Toast, keyboard
from bot.storage import cases, staff
from bot.turn import Turn

CLOSING = frozenset({Action.FINISH, Action.REFUSE})


async def decide(turn: Turn, case: Case, action: Action, reason: str = "") -> Replies:
    """One of the decisions that the institution hears of. Raises NotAllowed."""
    columns: dict[str, Any] = {"assignee": turn.user_id, "step": ""}
    if action in (Action.ACCEPT, Action.RECALL, Action.FINISH) and case.accepted_at is None:
        columns["accepted_at"] = turn.now
    if action in CLOSING:
        columns |= {"closed_at": turn.now, "result": reason}
    case = await lifecycle.perform(
        turn.tx, case, action, guard.actor(turn), turn.now, reason=reason, **columns
    )
    if action is not Action.ASK_BACK:
        await cases.set_asks(turn.tx, case.id, {})
        case = await cases.get(turn.tx, case.id)
    return [
        *await tell.tell(turn.tx, case, action, reason),
        *await card.show(turn.tx, turn.services, case, turn.now),
        *(await _registered(turn, case) if action is Action.FINISH else ()),
        Toast(f"“{BY_ACTION[action].words}”已记下，正在通知机构。"),
    ]


async def _registered(turn: Turn, case: Case) -> Replies:
    """The registry takes over what was decided, and keeps the old values with their dates."""
    changed = await registry.take_over(turn.tx, case, turn.now)
    if changed:
        words = lines("登记库已更新，旧值留有记录：", *map(theirs, changed))
    else:
        words = Markup("登记库没有自动修改，如有需要请在 /registry 里核对。")
    return await card.notify(turn.tx, turn.services, case, words)


async def claim(turn: Turn, case: Case, _: str) -> Replies:
    """领取."""
    if case.assignee is not None:
        clerk = await staff.get(turn.tx, case.assignee)
        name = clerk.name[:20] if clerk else "同事"
        return [Toast(f"这件已由{name}领取；要换人请用“转交”。", alert=True)]
    case = await lifecycle.perform(
        turn.tx, case, Action.CLAIM, guard.actor(turn), turn.now, assignee=turn.user_id
    )
    return [*await card.show(turn.tx, turn.services, case, turn.now), Toast("由您经办。")]


async def hand_over(turn: Turn, case: Case, value: str) -> Replies:
    """转交: first to whom, then it is done and the colleague hears of it."""
    colleagues = [
        c
        for c in await staff.everybody(turn.tx)
        if c.user_id != case.assignee and turn.services.settings.may_decide(c.user_id)
    ]
    chosen = next((c for c in colleagues if str(c.user_id) == value), None)
    if chosen is None:
        return _to_whom(turn, case, colleagues)
    case = await lifecycle.perform(
        turn.tx,
        case,
        Action.HAND_OVER,
        guard.actor(turn),
        turn.now,
        assignee=chosen.user_id,
        detail={"to": chosen.user_id, "to_name": chosen.name},
    )
    return [
        *await card.show(turn.tx, turn.services, case, turn.now),
        *await card.notify(turn.tx, turn.services, case, "转给"),
        Toast(f"已转给{chosen.name[:20]}。"),
    ]


def _to_whom(turn: Turn, case: Case, colleagues: list[staff.Clerk]) -> Replies:
    if not colleagues:
        words = "名单里的其他同事还没有在群里按过按钮，暂时看不到。请同事在群里发一次 /queue。"
        return [Toast(words, alert=True)]
    today = turn.now.date()
    rows = [
        [deed(c.name[:30] + ("（离岗）" if c.away(today) else ""), case, "give", c.user_id)]
        for c in colleagues[:10]
    ]
    question = Text.of(f"{case.reference}　转交给谁？")
    back = [deed("不转了", case, "card")]
    return [Say(question, keyboard(*rows, back), reply_to=turn.incoming.message_id)]
