"""The buttons of the staff's card. Routes: desk:<deed>:<case>:<version>[:<value>].

One press wins: every other one with the same version is told who was quicker.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.cases.case import Case
from bot.cases.states import State
from bot.cases.transitions import BY_ACTION, Action, NotAllowed
from bot.handlers.cases import copies
from bot.handlers.cases.parts import bold, whole
from bot.handlers.desk import ask_back, card, decide, files, guard, reasons
from bot.handlers.desk.record import deed as deed_words
from bot.handlers.desk.record import history
from bot.replies import Replies, Say, Text, Toast
from bot.storage import cases, events, staff
from bot.turn import Turn

Deed = Callable[[Turn, Case, str], Awaitable[Replies]]


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``desk:``."""
    match turn.incoming.data.split(":"):
        case ["desk", name, number, version, *rest]:
            case = await cases.load(turn.tx, whole(number) or 0)
            if case is None or case.state is State.DRAFT:
                return [Toast("没有找到这件办件。", alert=True)]
            return await _do(turn, case, name, version, ":".join(rest))
    return [Toast("这个按钮已经失效。")]


async def _do(turn: Turn, case: Case, name: str, version: str, value: str) -> Replies:
    if name in _LOOKING:
        return await _LOOKING[name](turn, case, value)
    if version != str(case.version):
        return await _too_late(turn, case)
    found = _DEEDS.get(name)
    if found is None:
        return [Toast("这个按钮已经失效。")]
    try:
        await _in_charge(turn, case, name)
        return await found(turn, case, value)
    except NotAllowed as error:
        return [Toast(str(error), alert=True)]


async def _too_late(turn: Turn, case: Case) -> Replies:
    """Names who was quicker and brings the card up to date."""
    event = await events.last_of(turn.tx, f"case:{case.id}")
    who = "有人" if event is None else str(event["actor_name"])[:20]
    what = "办过这一步" if event is None else f"“{deed_words(event)}”"
    words = f"慢了一步：{who}刚刚{what}，办件现在是“{case.state.label}”。卡片已是最新。"
    return [
        Toast(words[:190], alert=True),
        *await card.show(turn.tx, turn.services, case, turn.now),
    ]


async def _in_charge(turn: Turn, case: Case, name: str) -> None:
    """Only who has the case decides; anybody may take over from someone absent. NotAllowed."""
    if name not in _DECIDING or case.assignee in (None, turn.user_id):
        return
    clerk = await staff.get(turn.tx, case.assignee)
    if clerk is None or clerk.away(turn.now.date()):
        return
    raise NotAllowed(f"这件由{clerk.name[:20]}经办。要由您来办，请先按“转交”。")


async def _refresh(turn: Turn, case: Case, _: str) -> Replies:
    return list(await card.show(turn.tx, turn.services, case, turn.now))


async def _log(turn: Turn, case: Case, _: str) -> Replies:
    text = await history(turn.tx, case, internal=True)
    return [Say(text, reply_to=turn.incoming.message_id)]


async def _check(turn: Turn, case: Case, _: str) -> Replies:
    """Every clause of the self-check that came with the request, what decides first."""
    if case.check is None:
        return [Toast("这件没有附自查结果。")]
    found = [f"{x.mark} {x.title}：{x.reason}（{x.place}）" for x in case.check.lines]
    text = Text.of(
        bold(f"{case.reference}　自查结果：{case.check.label}"),
        *copies.listed("逐条", found),
        "自查是机构自己填写的，不是审核结论。",
    )
    return [Say(text, reply_to=turn.incoming.message_id)]


def _decision(action: Action) -> Deed:
    async def decided(turn: Turn, case: Case, value: str) -> Replies:
        if value != "yes" and action is Action.FINISH:
            return list(await card.show(turn.tx, turn.services, case, turn.now, sure=action))
        return await decide.decide(turn, case, action)

    return decided


_LOOKING: dict[str, Deed] = {
    "card": _refresh,
    "log": _log,
    "check": _check,
    "files": files.show,
    "export": files.export,
}
_DEEDS: dict[str, Deed] = {
    "claim": decide.claim,
    "give": decide.hand_over,
    "accept": _decision(Action.ACCEPT),
    "recall": _decision(Action.RECALL),
    "finish": _decision(Action.FINISH),
    "refuse": reasons.ask_refusal,
    "note": reasons.ask_note,
    "ask": ask_back.begin,
}
_DECIDING = frozenset({"accept", "recall", "finish", "refuse", "ask"})

__all__ = ["BY_ACTION", "pressed"]
